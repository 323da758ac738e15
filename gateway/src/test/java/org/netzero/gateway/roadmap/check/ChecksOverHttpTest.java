package org.netzero.gateway.roadmap.check;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

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
                .body("source", startsWith("Krabbe et al."))
                .body("results.name", equalTo(List.of("d", "p", "m", "ciT", "emissionsT")))
                .body("results[4].value.toDouble()", closeTo(138, 1e-4));
    }

    @Test
    void theEquationsAreListedWithTheirInputs() {
        GatewayStack.asAdmin()
                .get(EQUATIONS)
                .then()
                .statusCode(200)
                .body("name", hasItems("ABSOLUTE_CONTRACTION_2026", "TEMPERATURE_SCORE"))
                .body(
                        "find { it.name == 'LEARNING_CURVE' }.source",
                        startsWith("Wright, Factors Affecting the Cost of Airplanes"));
    }

    @Test
    void theEquationsAreAFileToThoseWhoAskForOne() {
        GatewayStack.asAdmin()
                .accept("text/csv")
                .get(EQUATIONS)
                .then()
                .statusCode(200)
                .body(startsWith("name,inputs,equation,source\r\n"))
                .body(containsString("BASE_YEAR_CHANGE,originalTonnes; restatedTonnes; threshold"));
    }

    @Test
    void anInputOrAResultThatIsNoNumberIsRefusedByName() {
        equationRefused(
                "BASE_YEAR_CHANGE",
                "{\"originalTonnes\":0,\"restatedTonnes\":1,\"threshold\":0.05}",
                "originalTonnes");
        equationRefused(
                "BASE_YEAR_CHANGE",
                "{\"originalTonnes\":1,\"restatedTonnes\":1e300,\"threshold\":0.05}",
                "restatedTonnes");
        equationRefused(
                "BASE_YEAR_CHANGE",
                "{\"originalTonnes\":1e-300,\"restatedTonnes\":1e12,\"threshold\":0.05}",
                "inputs");
        equationRefused(
                "TEMPERATURE_SCORE",
                "{\"ambition\":0.5,\"startYear\":2020.5,\"endYear\":2030,\"slope\":-1,\"intercept\":3}",
                "startYear");
    }

    private static void equationRefused(String equation, String body, String field) {
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(EQUATIONS + "/" + equation)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
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
