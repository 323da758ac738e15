package org.netzero.gateway.roadmap.backtest;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;

@QuarkusTest
class BackTestOverHttpTest {

    private static final String PATH = "/api/roadmap/backtest";

    @Test
    void theShippedSeriesAreScoredWithN() {
        GatewayStack.asAdmin()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("companies", hasItems("Tencent", "Google", "Amazon"))
                .body("methods.method", hasItems("LAST_VALUE", "CAGR", "ENGINE"))
                .body("scores[0].company", equalTo("ALL"))
                .body("scores[0].kind", equalTo("ALL"))
                .body("scores[0].horizon", equalTo(1))
                .body("scores[0].n", equalTo(41))
                .body("cases[0].projected", hasSize(5));
    }

    @Test
    void theScoresAreAFileToThoseWhoAskForOne() {
        GatewayStack.asAdmin()
                .accept("text/csv")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(startsWith("company,kind,method,horizon,meanAbsoluteLogError,n"))
                .body(containsString("ALL,ALL,ENGINE,1,"));
    }

    @Test
    void ownSeriesAreScoredTheSameWay() {
        GatewayStack.asAdmin()
                .contentType("text/csv")
                .body(
                        """
                        company,year,year_basis,metric,value,unit,vintage
                        Own,2019,CY,scope1,100,tCO2e,2022 report
                        Own,2020,CY,scope1,110,tCO2e,2022 report
                        Own,2021,CY,scope1,121,tCO2e,2022 report
                        """)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("companies", equalTo(List.of("Own")))
                .body("cases", hasSize(1))
                .body("cases[0].asPublished", equalTo(false))
                .body("bands[0].insideShare", equalTo(1f))
                .body("bandsUnseen[0].n", equalTo(80))
                .body(
                        "cases[0].projected.find { it.method == 'CAGR' }.value.toDouble()",
                        closeTo(121, 1e-6));
    }

    @Test
    void aFileWithoutItsColumnsIsRefused() {
        GatewayStack.asAdmin()
                .contentType("text/csv")
                .body("year,value\n2019,1\n")
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].message", containsString("company"));
    }

    @Test
    void aParameterThatIsNotKnownIsRefused() {
        GatewayStack.asAdmin().get(PATH + "?company=Tencent").then().statusCode(400);
    }

    @Test
    void aKeyThatOnlyPushesReadingsSeesNoBackTest() {
        GatewayStack.as(GatewayStack.key("telemetry")).get(PATH).then().statusCode(403);
    }
}
