package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.networknt.schema.InputFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Years on their way from draft to restated, and what a company declares about them.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class InventoryPeriodsTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static String inventory(int year) {
        return "/api/emissions/inventory?period=" + year;
    }

    private static ValidatableResponse step(String role, int year, String json) {
        return as(role).contentType("application/json")
                .body(json)
                .post("/api/emissions/inventories/%d/transitions".formatted(year))
                .then();
    }

    private static ValidatableResponse put(String role, String path, String json) {
        return as(role).contentType("application/json").body(json).put(path).then();
    }

    private static void travel(int year, String id, String tonnes) {
        stated(year, id, "C6_BUSINESS_TRAVEL", tonnes);
    }

    private static void stated(int year, String id, String category, String tonnes) {
        record(
                """
                [{"activityId":"%s","scope":"SCOPE_3","category":"%s","activity":"stated-emissions",
                  "quantity":{"value":"%s","unit":"tCO2e"},"start":"%d","provenance":"STATED"}]\
                """
                        .formatted(id, category, tonnes, year));
    }

    private static void record(String json) {
        as("steward")
                .contentType("application/json")
                .body(json)
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
    }

    @Test
    void aLockedFigureNeverChangesAndARestatementStandsBesideIt() throws Exception {
        // Given
        int year = 2003;
        travel(year, "p-1", "100");
        step("admin", year, "{\"to\":\"LOCKED\"}")
                .statusCode(409)
                .body("code", equalTo("TRANSITION_REFUSED"));
        step("viewer", year, "{\"to\":\"VALIDATED\"}").statusCode(403);
        step("steward", year, "{\"to\":\"VALIDATED\"}")
                .statusCode(200)
                .body("from", equalTo("DRAFT"));
        get(inventory(year)).body("status", equalTo("VALIDATED")).body("version", nullValue());
        step("steward", year, "{\"to\":\"LOCKED\"}").statusCode(403);
        step("admin", year, "{\"to\":\"LOCKED\",\"reason\":\"report\"}").statusCode(200);
        String locked = get(inventory(year) + "&version=1").extract().asString();
        get(inventory(year))
                .body("status", equalTo("LOCKED"))
                .body("version", equalTo(1))
                .body("findings.code", not(hasItem("LOCKED_PERIOD_CHANGED")));

        // When
        travel(year, "p-2", "10.5");

        // Then
        get(inventory(year))
                .body("scope3.kgCo2e", equalTo("100000"))
                .body("complete", equalTo(false))
                .body("findings.code", hasItem("LOCKED_PERIOD_CHANGED"))
                .body("restatement.scope3KgCo2e", equalTo("10500"));
        get("/api/emissions/results?period=" + year).body("items", hasSize(1));
        String id = get("/api/emissions/results?period=" + year).extract().path("items[0].id");
        get("/api/emissions/results/%s/trace".formatted(id))
                .statusCode(200)
                .body("inputs.record", equalTo("p-1"));
        step("admin", year, "{\"to\":\"DRAFT\",\"reason\":\"undo\"}").statusCode(409);
        step("admin", year, "{\"to\":\"RESTATED\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        step("admin", year, "{\"to\":\"RESTATED\",\"reason\":\"a late invoice\"}").statusCode(200);
        get(inventory(year))
                .body("status", equalTo("RESTATED"))
                .body("scope3.kgCo2e", equalTo("110500"))
                .body("restatement", nullValue());
        assertThat(get(inventory(year) + "&version=1").extract().asString()).isEqualTo(locked);
        get("/api/emissions/results?version=1&period=" + year).body("items", hasSize(1));
        get("/api/emissions/results?period=" + year).body("items", hasSize(2));
        get("/api/emissions/inventories/%d/versions".formatted(year))
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items[1].reason", equalTo("a late invoice"))
                .body("items[0].totalMarketBasedKgCo2e", equalTo("100000"));
        get("/api/emissions/inventories/%d/transitions".formatted(year))
                .body("items.to", equalTo(List.of("VALIDATED", "LOCKED", "RESTATED")));
        as("viewer")
                .accept("text/csv")
                .get(inventory(year) + "&version=1")
                .then()
                .body(startsWith("period,gwpSet,status"));
        toldAs(year, "RESTATED");
    }

    @Test
    void anotherCategoryOfTheSameFigureHasToBeValidatedAgain() {
        int year = 1999;
        stated(year, "p-99", "C6_BUSINESS_TRAVEL", "5");
        step("steward", year, "{\"to\":\"VALIDATED\",\"acknowledge\":[null]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("acknowledge"));
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(200);
        record(
                """
                [{"activityId":"p-99","scope":"SCOPE_3","category":"C7_EMPLOYEE_COMMUTING","activity":"stated-emissions",
                  "quantity":{"value":"5","unit":"tCO2e"},"start":"1999","provenance":"STATED","supersedes":"p-99"}]\
                """);

        get(inventory(year)).body("findings.code", hasItem("CHANGED_SINCE_VALIDATION"));
        get(inventory(year) + "&gwp=AR6_100").body("status", equalTo("DRAFT"));
        get(inventory(year) + "&asAt=%2B999999999-12-31").statusCode(400);
        step("admin", year, "{\"to\":\"LOCKED\"}").statusCode(409);
    }

    private static void toldAs(int year, String status) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        List<String> told = List.of();
        while (told.isEmpty() && Instant.now().isBefore(end)) {
            told =
                    Kafka.all("emissions.inventory").stream()
                            .filter(message -> message.key().equals(String.valueOf(year)))
                            .map(message -> message.value())
                            .filter(event -> event.contains("\"status\":\"%s\"".formatted(status)))
                            .toList();
        }
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(
                                        Contracts.schema("emissions/emissions-inventory")
                                                .validate(event, InputFormat.JSON))
                                .isEmpty());
    }

    @Test
    void aStoredVersionRefusesEveryChange() throws SQLException {
        int year = 2004;
        travel(year, "p-3", "1");
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(200);
        step("admin", year, "{\"to\":\"LOCKED\"}").statusCode(200);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "update inventory_version set content = '{}' where year = "
                                            + year))
                    .hasMessageContaining("never changes");
            assertThatThrownBy(() ->
                            statement.execute(
                                    "delete from inventory_version_result where year = " + year))
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void whatIsCarriedForwardHasToBeAcknowledged() {
        int year = 2027;
        record(
                """
                [{"activityId":"p-4","activity":"electricity","scope":"SCOPE_2","region":"CN",
                  "quantity":{"value":"1","unit":"MWh"},"start":"2027","provenance":"MEASURED"}]\
                """);
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(200);

        step("admin", year, "{\"to\":\"LOCKED\"}")
                .statusCode(409)
                .body("code", equalTo("ACKNOWLEDGEMENT_NEEDED"))
                .body("detail", containsString("CARRIED_FORWARD"));
        step("admin", year, "{\"to\":\"LOCKED\",\"acknowledge\":[\"no flag\"]}").statusCode(400);
        step("admin", year, "{\"to\":\"LOCKED\",\"acknowledge\":[\"CARRIED_FORWARD\"]}")
                .statusCode(200)
                .body("acknowledged", equalTo(List.of("CARRIED_FORWARD")));
        get(inventory(year) + "&gwp=AR4_100")
                .body("status", equalTo("DRAFT"))
                .body("findings.code", hasItem("NOT_THE_LOCKED_BASIS"));
    }

    @Test
    void whatChangedAfterItsValidationIsNotLocked() {
        int year = 2006;
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(409);
        travel(year, "p-5", "1");
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(200);
        travel(year, "p-6", "1");

        get(inventory(year)).body("findings.code", hasItem("CHANGED_SINCE_VALIDATION"));
        step("admin", year, "{\"to\":\"LOCKED\"}")
                .statusCode(409)
                .body("code", equalTo("CHANGED_SINCE_VALIDATION"));
        step("steward", year, "{\"to\":\"DRAFT\"}").statusCode(400);
        step("steward", year, "{\"to\":\"DRAFT\",\"reason\":\"more invoices\"}").statusCode(200);
        get(inventory(year)).body("status", equalTo("DRAFT"));
    }

    @Test
    void asAtADayShowsTheVersionOfThatDay() {
        int year = 2007;
        travel(year, "p-7", "1");
        step("steward", year, "{\"to\":\"VALIDATED\"}").statusCode(200);
        step("admin", year, "{\"to\":\"LOCKED\"}").statusCode(200);

        get(inventory(year) + "&asAt=2008-01-01").body("version", nullValue());
        get(inventory(year) + "&asAt=2199-01-01").body("version", equalTo(1));
    }

    @Test
    void versionsThatDoNotExistAreRefused() {
        get(inventory(2003) + "&version=99")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_VERSION"));
        get(inventory(2003) + "&version=first")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_VERSION"));
        get(inventory(2003) + "&version=1&gwp=AR6_100")
                .statusCode(400)
                .body("violations[0].code", equalTo("VERSION_HAS_ITS_BASIS"));
        step("admin", 3000, "{\"to\":\"VALIDATED\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
    }

    @Test
    void anInventoryIsCompleteOnceEverythingIsDeclared() {
        // Given
        int year = 2002;
        travel(year, "p-8", "1");
        put("steward", "/api/organization/screening/C99", "{\"status\":\"CALCULATED\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("subject"));
        put("steward", "/api/organization/screening/SCOPE_1", "{\"status\":\"IMMATERIAL\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        put(
                        "steward",
                        "/api/organization/screening/SCOPE_1",
                        "{\"status\":\"CALCULATED\",\"entity\":\"nobody\",\"estimatedShare\":\"0.1\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_ENTITY"));
        get(inventory(year))
                .body("complete", equalTo(false))
                .body("missing", hasSize(17))
                .body("findings.code", hasItem("NOT_YET_SCREENED"));
        List<String> subjects = get("/api/organization/screening").extract().path("items.subject");

        // When
        for (String subject : subjects) {
            put(
                            "steward",
                            "/api/organization/screening/" + subject,
                            subject.startsWith("C6")
                                    ? "{\"status\":\"CALCULATED\"}"
                                    : "{\"status\":\"IMMATERIAL\",\"reason\":\"screened\",\"estimatedShare\":\"0.001\"}")
                    .statusCode(200);
        }

        // Then
        get(inventory(year)).body("missing", hasSize(0)).body("complete", equalTo(true));
        stated(year, "p-9", "UNSPECIFIED", "1");
        get(inventory(year))
                .body("complete", equalTo(false))
                .body("findings.code", hasItem("CATEGORY_UNSPECIFIED"));
        as("viewer")
                .accept("text/csv")
                .get("/api/organization/screening")
                .then()
                .body(startsWith("entity,subject,status"));
    }
}
