package org.netzero.gateway.roadmap.check;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;
import org.netzero.platform.listing.Table;

/// Questions with figures of the caller's own.
@QuarkusTest
class OwnFiguresOverHttpTest {

    private static final String EQUATIONS = "/api/roadmap/equations/";

    private static final String PRODUCT =
            """
            {"years":[2021,2030],"parts":[{"name":"all","factors":[{"name":"base","values":[1000,1000]},\
            {"name":"pue","values":[1,0.9]},{"name":"efficiency","values":[1,0.8]},{"name":"renewables","values":[1,0.4]}]}]}\
            """;

    @Test
    void aProductIsDecomposedInEveryWay() {
        post("decomposition", PRODUCT)
                .statusCode(200)
                .body("overall.change.toDouble()", closeTo(-712, 1e-4))
                .body("overall.effects[3].amount.toDouble()", closeTo(-524.1016444631, 1e-4))
                .body("overall.effects[3].shapley.toDouble()", closeTo(-514, 1e-4))
                .body("overall.effects[3].inOrder.toDouble()", closeTo(-432, 1e-4))
                .body("yearly.size()", equalTo(1))
                .body("parts[0].effects[1].factor", equalTo("pue"))
                .body("figures", nullValue());
        GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .accept(Table.CSV)
                .body(PRODUCT)
                .post(EQUATIONS + "decomposition")
                .then()
                .statusCode(200)
                .body(startsWith("from,to,factor,before,after,amount,index,shapley,inOrder"));
    }

    @Test
    void whatBecameNothingHasNoIndexAndTheWholeChange() {
        post("decomposition", PRODUCT.replace("[1,0.4]", "[1,0]"))
                .statusCode(200)
                .body("overall.effects[3].amount.toDouble()", closeTo(-1_000, 1e-9))
                .body("overall.effects[3].index", nullValue());
    }

    @Test
    void thePublishedCompanysScope2IsDecomposed() {
        GatewayStack.asAdmin()
                .get(EQUATIONS + "decomposition/Google")
                .then()
                .statusCode(200)
                .body("overall.from", equalTo(2019))
                .body("overall.to", equalTo(2023))
                .body("figures", containsString("scope2_lb"));
        GatewayStack.asAdmin()
                .get(EQUATIONS + "decomposition/Tencent")
                .then()
                .statusCode(200)
                .body("overall.effects[1].factor", equalTo("share_not_renewable"));
        for (String company : List.of("Nobody", "Amazon")) {
            GatewayStack.asAdmin()
                    .get(EQUATIONS + "decomposition/" + company)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("company"));
        }
    }

    @Test
    void theSectoralPathIsToldByYear() {
        post(
                        "sectoral-path",
                        """
                        {"companyIntensity":2,"sectorIntensity2050":0.2,"years":[
                        {"year":2020,"sectorIntensity":1,"sectorActivity":1000,"companyActivity":100},
                        {"year":2035,"sectorIntensity":0.6,"sectorActivity":1200,"companyActivity":150}]}
                        """)
                .statusCode(200)
                .body("years[1].intensity.toDouble()", closeTo(0.92, 1e-6))
                .body("years[1].emissions.toDouble()", closeTo(138, 1e-4))
                .body("years[1].equation", containsString("0.500000·0.800000"));
    }

    @Test
    void temperatureScoresAreToldOrUnknown() {
        String targets =
                """
                "year":2020,"scope12Tonnes":1601576,"scope3Tonnes":1601576,"targets":[
                {"id":"aa","scope":"SCOPE_1_2","ambition":1,"startYear":2015,"targetYear":2030}]}
                """;
        post("temperature-scores", "{" + targets)
                .statusCode(200)
                .body(
                        "scores.find { it.timeFrame == 'MID' && it.scope == 'ALL' }.basis",
                        equalTo("UNKNOWN"))
                .body(
                        "scores.find { it.timeFrame == 'MID' && it.scope == 'ALL' }.score",
                        nullValue());
        post(
                        "temperature-scores",
                        "{\"regressions\":[{\"timeFrame\":\"MID\",\"slope\":-0.3,\"intercept\":2.615}],"
                                + targets)
                .statusCode(200)
                .body(
                        "scores.find { it.timeFrame == 'MID' && it.scope == 'ALL' }.score.toDouble()",
                        closeTo((0.615 + 3.2) / 2, 1e-5));
    }

    @Test
    void aCarbonBudgetIsUsedUp() {
        post(
                        "carbon-budget",
                        """
                        {"firstYear":2022,"emissions":[100,100,100],"line":{"baseYear":2021,"baseTonnes":100,"rate":0.042}}
                        """)
                .statusCode(200)
                .body("verdict", equalTo("FAIL"))
                .body("exhaustedIn", equalTo(2024))
                .body("overshoot.toDouble()", closeTo(25.2, 1e-4));
    }

    @Test
    void theBestStartIsAnEquation() {
        post(
                        "START_AT_LEAST_COST",
                        """
                        {"capital":1000,"costDecline":0.06,"discountRate":0.08,"savingPerYear":60,"savingGrowth":0.02}
                        """)
                .statusCode(200)
                .body("results[0].value.toDouble()", closeTo(Math.log(140.0 / 60) / 0.08, 1e-4));
    }

    @Test
    void badInputIsRefusedByThePathOfItsField() {
        refused("decomposition", PRODUCT.replace("[2021,2030]", "[2021]"), "years");
        refused("decomposition", PRODUCT.replace("[2021,2030]", "[2030,2021]"), "years[1]");
        refused(
                "decomposition",
                PRODUCT.replace("[1,0.9]", "[1,-0.9]"),
                "parts[0].factors[1].values[1]");
        refused(
                "decomposition",
                PRODUCT.replace("[1,0.9]", "[1e-300,1e12]"),
                "parts[0].factors[1].values[0]");
        refused(
                "carbon-budget",
                "{\"firstYear\":2022,\"emissions\":[1,1e-320],\"budget\":1}",
                "emissions[1]");
        refused(
                "sectoral-path",
                "{\"companyIntensity\":2,\"sectorIntensity2050\":0.1,\"years\":[{\"year\":2020,\"sectorIntensity\":1,\"sectorActivity\":1e-300,\"companyActivity\":1e12}]}",
                "years[0].sectorActivity");
        refused("decomposition", PRODUCT.replace("[1,0.9]", "[1]"), "parts[0].factors[1].values");
        refused("decomposition", PRODUCT.replace("efficiency", "pue"), "parts[0].factors[2].name");
        refused(
                "decomposition",
                PRODUCT.replace("[1,0.4]", "[1,0]").replace("[1,0.8]", "[1,0]"),
                "parts[0].factors");
        Map.of(
                        "{\"sectorIntensity2050\":0.2}",
                        "companyIntensity",
                        "{\"companyIntensity\":2,\"sectorIntensity2050\":1,\"years\":[{\"year\":2020,\"sectorIntensity\":1,\"sectorActivity\":1,\"companyActivity\":1}]}",
                        "years[0].sectorIntensity",
                        "{\"companyIntensity\":2,\"sectorIntensity2050\":0.1,\"years\":[{\"year\":2020,\"sectorIntensity\":1,\"sectorActivity\":1,\"companyActivity\":0}]}",
                        "years[0].companyActivity",
                        "{\"companyIntensity\":2,\"sectorIntensity2050\":0.1,\"years\":[null]}",
                        "years[0]")
                .forEach((body, field) -> refused("sectoral-path", body, field));
        String scores =
                "{\"year\":2020,\"scope12Tonnes\":1,\"scope3Tonnes\":1,\"targets\":[TARGET]}";
        Map.of(
                        "{\"id\":\"a\",\"scope\":\"SCOPE_3\",\"ambition\":1.2,\"startYear\":2020,\"targetYear\":2030}",
                        "targets[0].ambition",
                        "{\"id\":\"a\",\"scope\":\"SCOPE_3\",\"ambition\":1,\"startYear\":2030,\"targetYear\":2030}",
                        "targets[0].targetYear",
                        "{\"id\":\"a\",\"ambition\":1,\"startYear\":2020,\"targetYear\":2030}",
                        "targets[0].scope")
                .forEach((target, field) ->
                        refused("temperature-scores", scores.replace("TARGET", target), field));
        refused("carbon-budget", "{\"firstYear\":2022,\"emissions\":[1]}", "budget");
        refused(
                "carbon-budget",
                "{\"firstYear\":2022,\"emissions\":[-1],\"budget\":1}",
                "emissions[0]");
        refused(
                "carbon-budget",
                "{\"firstYear\":2021,\"emissions\":[1],\"line\":{\"baseYear\":2021,\"baseTonnes\":1,\"rate\":0.042}}",
                "firstYear");
        refused(
                "START_AT_LEAST_COST",
                "{\"capital\":1000,\"costDecline\":0.06,\"discountRate\":0.02,\"savingPerYear\":60,\"savingGrowth\":0.02}",
                "discountRate");
    }

    private static ValidatableResponse post(String question, String body) {
        return GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(EQUATIONS + question)
                .then();
    }

    private static void refused(String question, String body, String field) {
        post(question, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }
}
