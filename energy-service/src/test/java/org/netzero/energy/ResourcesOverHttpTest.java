package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class ResourcesOverHttpTest {

    private static final String HEADER =
            "recordId,siteId,resource,quantity,unit,start,provenance\n";

    @Test
    void waterInTonnesIsTotalledInCubicMetresAndToldToTheOthers() {
        Api.site("wet");
        String file =
                HEADER
                        + "wet-1,wet,WATER,6201652,t,2021,STATED\nwet-2,wet,WATER,48,m3,2021,INVOICED\n";
        Api.importing("resources", file).body("accepted", equalTo(2));
        Api.importing("resources", file).body("duplicates", equalTo(2));
        Api.as("viewer")
                .get("/api/energy/resources?period=2021&siteId=wet")
                .then()
                .statusCode(200)
                .body("resources[0].quantity.value", equalTo("6201700"))
                .body("resources[0].quantity.unit", equalTo("m3"))
                .body("resources[0].provenance", equalTo(List.of("INVOICED", "STATED")));
        String event = new Topic("energy.resource").await("wet/WATER/2021", any -> true);
        assertThat(event).contains("\"6201700\"");
        assertThat(new Contract("/contracts/energy/energy-resource/v1").violations(event))
                .isEmpty();
    }

    @Test
    void rowsThatCannotBeAreListed() {
        Api.site("wasteful");
        Api.importing(
                        "resources",
                        HEADER
                                + """
                                w-1,wasteful,HAZARDOUS_WASTE,324,t,2021,STATED
                                w-2,wasteful,HAZARDOUS_WASTE,1,m3,2021,STATED
                                w-3,wasteful,GOLD,1,t,2021,STATED
                                w-4,nowhere,WATER,1,m3,2021,STATED
                                w-1,wasteful,HAZARDOUS_WASTE,325,t,2021,STATED
                                w-5,wasteful,WATER,-1,m3,2021,STATED
                                w-6,wasteful,WATER,1,m3,2031,STATED
                                """)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "WRONG_UNIT",
                                        "UNKNOWN_VALUE",
                                        "UNKNOWN_SITE",
                                        "ID_CONFLICT",
                                        "NEGATIVE_QUANTITY",
                                        "IN_THE_FUTURE")));
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/energy/resources?period=2021&siteId=wasteful")
                .then()
                .body(containsString("wasteful,HAZARDOUS_WASTE,2021,324,t,STATED"));
    }

    @Test
    void aCorrectionMovesTheTotalsOfBothPeriods() {
        Api.site("leaky");
        String columns = "recordId,siteId,resource,quantity,unit,start,provenance,supersedes\n";
        Api.importing("resources", columns + "c-1,leaky,WATER,100,m3,2021-03,INVOICED,\n")
                .body("accepted", equalTo(1));
        Api.importing("resources", columns + "c-1,leaky,WATER,90,m3,2021-03,INVOICED,\n")
                .body("rejected[0].code", equalTo("ID_CONFLICT"));

        Api.importing("resources", columns + "c-1,leaky,WATER,90,m3,2021-03,INVOICED,c-1\n")
                .body("accepted", equalTo(1));
        total("2021-03").body("resources[0].quantity.value", equalTo("90"));

        Api.importing("resources", columns + "c-2,leaky,WATER,80,m3,2021-04,STATED,c-1\n")
                .body("accepted", equalTo(1));
        total("2021-03").body("resources", empty());
        total("2021-04").body("resources[0].quantity.value", equalTo("80"));
        Api.importing("resources", columns + "c-3,leaky,WATER,70,m3,2021-04,STATED,c-1\n")
                .body("rejected[0].code", equalTo("ALREADY_SUPERSEDED"));
    }

    private static ValidatableResponse total(String period) {
        return Api.as("viewer")
                .get("/api/energy/resources?siteId=leaky&period=" + period)
                .then()
                .statusCode(200);
    }
}
