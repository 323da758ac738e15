package org.netzero.gateway.roadmap.check;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;

@QuarkusTest
class ChecksOverHttpTest {

    private static final String EQUATIONS = "/api/roadmap/equations";
    private static final String CHECKS = "/api/roadmap/scenarios/committed/checks";

    @Test
    void anEquationIsAnsweredWithItsSteps() {
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"ci0":2,"si0":1,"si2050":0.2,"siT":0.6,"ca0":100,"caT":150,"sa0":1000,"saT":1200}
                        """)
                .post(EQUATIONS + "/SECTORAL_DECARBONIZATION")
                .then()
                .statusCode(200)
                .body("results.name", equalTo(List.of("d", "p", "m", "ciT", "emissionsT")))
                .body("results[4].value.toDouble()", closeTo(138, 1e-4));
    }

    @Test
    void theEquationsAreListedWithTheirInputs() {
        GatewayStack.asAdmin()
                .get(EQUATIONS)
                .then()
                .statusCode(200)
                .body("name", hasItems("ABSOLUTE_CONTRACTION_2026", "TEMPERATURE_SCORE"));
    }

    @Test
    void missingInputsAndUnknownEquationsAreRefused() {
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"ci0\":2,\"si0\":null}")
                .post(EQUATIONS + "/SECTORAL_DECARBONIZATION")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("missing: [si0, si2050"));
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(EQUATIONS + "/GUESS")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("TEMPERATURE_SCORE"));
    }

    @Test
    void whatTheCallerAddsIsRefusedByName() {
        refused("company=Nobody", "company");
        refused("submissionYear=soon", "submissionYear");
        refused("creditPrice=-1", "creditPrice");
        refused("creditPrice=NaN", "creditPrice");
    }

    @Test
    void aScenarioThatIsNotThereHasNoChecks() {
        GatewayStack.asAdmin()
                .get("/api/roadmap/scenarios/nothing/checks")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_SCENARIO"));
    }

    private static void refused(String query, String field) {
        GatewayStack.asAdmin()
                .get(CHECKS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }
}
