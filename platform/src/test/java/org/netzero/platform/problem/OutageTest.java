package org.netzero.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class OutageTest {

    private static RequestSpecification steward() {
        return given().auth()
                .oauth2(LocalStack.token("tester", "steward"))
                .contentType("application/json");
    }

    private static void saysThatItHelpsToTryAgain(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("UNAVAILABLE"))
                .body("detail", containsString("Send the same again"));
    }

    @Test
    void aConnectionThatEndsDuringAQueryIsAnOutage() {
        saysThatItHelpsToTryAgain(steward().get("/api/broken/query").then());
    }

    @Test
    void aConnectionThatEndsBeforeTheCommitIsAnOutage() {
        saysThatItHelpsToTryAgain(steward().post("/api/broken/commit").then());
    }

    @Test
    void aStatementThatTheDatabaseRefusesIsAFailureOfTheService() {
        steward()
                .get("/api/broken/statement")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL"));
    }
}
