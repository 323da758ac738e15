package org.netzero.emissions.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.problem.Problem;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class OneMomentTest {

    private static final int YEAR = 2096;

    @Inject OneMoment oneMoment;
    @Inject Inventories inventories;

    private static void record(String id, String supersedes, String tonnes) {
        given().auth()
                .oauth2(LocalStack.token("test", "steward"))
                .contentType("application/json")
                .body(
                        """
                        [{"activityId":"%s",%s"activity":"stated-emissions","quantity":{"value":"%s","unit":"tCO2e"},"scope":"SCOPE_3",
                          "category":"C6_BUSINESS_TRAVEL","start":"%4$d-01-01","end":"%4$d-02-01","provenance":"STATED"}]
                        """
                                .formatted(id, supersedes, tonnes, YEAR))
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
    }

    @Test
    void aRecordThatIsCorrectedWhileItsYearIsReadIsReadAsItWas() {
        // Given
        record("moment-1", "", "1");
        InventoryQuery query = InventoryQuery.usual(YEAR);

        // When
        List<EmissionResult> read =
                oneMoment.read(() -> {
                    List<EmissionResult> page =
                            inventories
                                    .list(query, ResultList.Wanted.ALL)
                                    .after(Optional.empty(), 10);
                    record("moment-2", "\"supersedes\":\"moment-1\",", "2");
                    return inventories.traced(query, page);
                });

        // Then
        assertThat(read).extracting(EmissionResult::record).containsExactly("activity/moment-1");
        assertThat(inventories.calculate(YEAR).scope3()).isEqualByComparingTo("2000");
    }

    @Test
    void aRecordThatIsGoneAllTheSameIsAConflictWithItsRemedy() {
        Response answer = new ChangeProblems().gone(new RecordGone("'activity/x'"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getEntity())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo("CHANGED_WHILE_READ");
                            assertThat(problem.detail()).contains("'activity/x'", "ask again");
                        });
    }
}
