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
    void moreRowsOrCasesThanOneAnswerHoldsAreRefused() {
        StringBuilder rows = new StringBuilder("company,year,metric,value\n");
        for (int row = 0; row <= 5_000; row++) {
            rows.append("C").append(row).append(",2020,scope1,1\n");
        }
        refused(rows.toString(), "TOO_MANY_ROWS");
        StringBuilder long161 = new StringBuilder("company,year,metric,value\n");
        for (int company = 0; company < 30; company++) {
            for (int year = 1990; year <= 2150; year++) {
                long161.append("C%d,%d,scope1,%d%n".formatted(company, year, year));
            }
        }
        refused(long161.toString(), "TOO_MANY_CASES");
    }

    @Test
    void whatIsWrongInARowIsNamedByLineColumnAndValue() {
        refused("company,year,metric,value\nOwn,next,scope1,1\n", "NOT_A_YEAR");
        GatewayStack.asAdmin()
                .contentType("text/csv")
                .body("company,year,metric,value\nOwn,2020,scope1,1\nOwn,2021,scope1,much\n")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("value"))
                .body("violations[0].message", containsString("line 3: 'much'"));
    }

    private static void refused(String file, String code) {
        GatewayStack.asAdmin()
                .contentType("text/csv")
                .body(file)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].code", equalTo(code));
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
