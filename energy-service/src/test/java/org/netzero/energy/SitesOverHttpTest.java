package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class SitesOverHttpTest {

    private static final Topic SITES = new Topic("energy.site");

    private static String site(String name, String country, String province, String zone) {
        return """
        {"name": "%s", "kind": "OFFICE", "country": "%s", "province": "%s", "timeZone": "%s"}
        """
                .formatted(name, country, province, zone);
    }

    private static ValidatableResponse put(String id, String body) {
        return Api.as("steward").body(body).put("/api/sites/" + id).then();
    }

    @Test
    void aSiteIsToldToTheOthersWithANewVersionForEachChangeOnly() {
        String first = site("Berlin", "DE", "DE-BE", "Europe/Berlin");
        put("berlin", first).statusCode(201).body("name", equalTo("Berlin"));
        put("berlin", first).statusCode(200);
        put("berlin", site("Berlin 2", "DE", "DE-BE", "Europe/Berlin")).statusCode(200);
        String event = SITES.await("berlin", value -> value.contains("\"version\":2"));
        assertThat(event).contains("\"name\":\"Berlin 2\"");
        assertThat(new Contract("/contracts/energy/energy-site/v1").violations(event)).isEmpty();
        Api.as("viewer").get("/api/sites/berlin").then().body("province", equalTo("DE-BE"));
    }

    @Test
    void aSitesNewPlaceIsToldWithItsEnergy() {
        put("moving", site("Moving", "CN", "CN-TJ", "Asia/Shanghai")).statusCode(201);
        Api.storing(
                        """
                        [{"siteId": "moving", "carrier": "STEAM", "source": "PURCHASED",
                          "quantity": {"value": 3, "unit": "GJ"}, "start": "2023-03", "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        put("moving", site("Moving", "CN", "CN-ZJ", "Asia/Shanghai")).statusCode(200);
        new Topic("energy.consumption")
                .await(
                        "moving/STEAM/PURCHASED/2023-03",
                        event ->
                                event.contains("\"province\":\"CN-ZJ\"")
                                        && event.contains("\"version\":2")
                                        && event.contains("\"energyKwh\":\"833.333333333333\""));
    }

    @ParameterizedTest
    @CsvSource({
        "XX, CN-TJ, Asia/Shanghai, country, UNKNOWN_COUNTRY",
        "cn, CN-TJ, Asia/Shanghai, country, UNKNOWN_COUNTRY",
        "CN, Tianjin, Asia/Shanghai, province, NOT_A_PROVINCE",
        "CN, DE-BE, Asia/Shanghai, province, PROVINCE_OF_OTHER_COUNTRY",
        "CN, CN-TJ, Asia/Peking, timeZone, UNKNOWN_TIME_ZONE",
    })
    void aPlaceThatDoesNotExistIsRefused(
            String country, String province, String zone, String field, String code) {
        put("nowhere", site("Nowhere", country, province, zone))
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void everythingWrongWithASiteIsSaidAtOnce() {
        put("wrong", "{\"kind\": \"CASTLE\", \"floorAreaM2\": \"-1\"}")
                .statusCode(400)
                .body("violations.field", hasItem("name"))
                .body("violations.field", hasItem("kind"))
                .body("violations.field", hasItem("country"))
                .body("violations.field", hasItem("timeZone"))
                .body("violations.field", hasItem("floorAreaM2"));
    }

    @Test
    void aFileRegistersSitesButNeverReplacesOne() {
        String file =
                "siteId,name,kind,country,timeZone,floorAreaM2\nfiled,Filed,OTHER,CN,Asia/Shanghai,10\n";
        Api.importing("sites", file).body("accepted", equalTo(1));
        Api.importing("sites", file).body("duplicates", equalTo(1));
        Api.importing("sites", file.replace("Filed", "Changed"))
                .body("rejected[0].code", equalTo("ID_CONFLICT"))
                .body("rejected[0].column", equalTo("siteId"));
        Api.as("viewer").get("/api/sites/filed").then().body("name", equalTo("Filed"));
    }

    @Test
    void sitesArePagedInTheOrderOfTheirIds() {
        Api.importing(
                "sites",
                """
                siteId,name,kind,country,timeZone
                zz-1,One,OTHER,CN,Asia/Shanghai
                zz-2,Two,OTHER,CN,Asia/Shanghai
                zz-3,Three,OTHER,CN,Asia/Shanghai
                """);
        Api.as("viewer")
                .get("/api/sites?cursor=zz&limit=2")
                .then()
                .statusCode(200)
                .body("items.siteId", equalTo(List.of("zz-1", "zz-2")))
                .body("nextCursor", equalTo("zz-2"));
        Api.as("viewer")
                .get("/api/sites?cursor=zz-2&limit=2")
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[null]"})
    void aSiteThatIsNoneIsRefusedWithWhatIsExpected(String body) {
        Api.as("steward")
                .body(body)
                .put("/api/sites/nothing")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("a JSON object with name, kind, country"));
    }
}
