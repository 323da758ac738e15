package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class GreenPowerOverHttpTest {

    private static final String TARGET = "/api/energy/green-power-target";

    private static ValidatableResponse stating(String body) {
        return Api.as("steward").body(body).put(TARGET).then();
    }

    private static ValidatableResponse progress(String query) {
        return Api.as("viewer").get("/api/energy/green-power/progress?" + query).then();
    }

    private static ValidatableResponse cost(String query) {
        return Api.as("viewer").get("/api/energy/instruments/cost?" + query).then();
    }

    private static void used(String siteId, int year, String mwh, String green) {
        Api.storing(
                        """
                        [{"siteId": "%s", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": %s, "unit": "MWh"}, "start": "%d-01-01", "end": "%d-01-01", "provenance": "INVOICED"},
                         {"siteId": "%s", "carrier": "ELECTRICITY", "source": "PURCHASED_RENEWABLE",
                          "quantity": {"value": %s, "unit": "MWh"}, "start": "%d-01-01", "end": "%d-01-01", "provenance": "STATED"}]
                        """
                                .formatted(
                                        siteId, mwh, year, year + 1, siteId, green, year, year + 1))
                .statusCode(201);
    }

    private static void path() {
        Api.as("steward")
                .body(
                        """
                        {"shares": [{"year": 1996, "share": "0.015154"}, {"year": 2005, "share": "1"}],
                         "evidence": "board, 2 March"}
                        """)
                .put(TARGET);
    }

    @Test
    void thePathIsStatedOnceAndItsHistoryKept() {
        path();
        stating(
                        """
                        {"shares": [{"year": 1996, "share": 0.01}, {"year": 2005, "share": 1}]}
                        """)
                .statusCode(201)
                .body("path", hasSize(10))
                .body("path[1].share", equalTo("0.12"))
                .body("statedBy", equalTo("tester"));
        stating(
                        """
                        {"shares": [{"year": "2005", "share": "1.0"}, {"year": "1996", "share": "0.010"}]}
                        """)
                .statusCode(200);
        Api.as("viewer")
                .get(TARGET + "/history")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(1))
                .body("items[0].version", equalTo(1));
        path();
        Api.as("viewer")
                .get(TARGET)
                .then()
                .body("evidence", equalTo("board, 2 March"))
                .body("shares[1].share", equalTo("1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | YEAR_COUNT",
                "{\"shares\": [{\"year\": 2030, \"share\": 1}]} | YEAR_COUNT",
                "{\"shares\": [{\"year\": 2021, \"share\": 12.4}, {\"year\": 2030, \"share\": 1}]} | OUT_OF_RANGE",
                "{\"shares\": [{\"year\": 2021, \"share\": -0.1}, {\"year\": 2030, \"share\": 1}]} | OUT_OF_RANGE",
                "{\"shares\": [{\"year\": 2021, \"share\": 0.5}, {\"year\": 2030, \"share\": 0.4}]} | FALLING_PATH",
                "{\"shares\": [{\"year\": 2021, \"share\": 0.5}, {\"year\": 2021, \"share\": 0.6}]} | YEAR_TWICE",
                "{\"shares\": [{\"year\": \"soon\", \"share\": 0.5}, {\"year\": 2021, \"share\": 0.6}]} | NOT_A_YEAR",
                "{\"shares\": [{\"year\": 2021}, {\"year\": 2030, \"share\": 0.6}]} | REQUIRED",
                "{\"shares\": [null, {\"year\": 2030, \"share\": 0.6}]} | NULL_ELEMENT"
            })
    void aPathThatIsNoneIsRefused(String body, String code) {
        stating(body).statusCode(400).body("violations.code", hasItem(code));
    }

    @Test
    void onlyStewardsStateAPath() {
        Api.as("analyst").body("{}").put(TARGET).then().statusCode(403);
    }

    @Test
    void sharePathPaceAndWhatIsMissingAreToldYearByYear() {
        path();
        Api.site("progress-1");
        used("progress-1", 1996, "1000", "15");
        used("progress-1", 1997, "1000", "72");
        used("progress-1", 1998, "1000", "124");
        progress("from=1996&to=2000")
                .statusCode(200)
                .body("years", hasSize(5))
                .body("pace.yearsOnFile", equalTo(java.util.List.of(1996, 1997, 1998)))
                .body("pace.pointsAYearSoFar", equalTo("5.45"))
                .body("pace.pointsAYearNeeded", equalTo("12.5143"))
                .body("pace.trend", equalTo(true))
                .body("pace.until", equalTo(2005))
                .body("years[2].share", equalTo("0.124"))
                .body("years[2].path", equalTo("0.234009"))
                .body("years[2].distancePoints", equalTo("11.0009"))
                .body("years[2].distanceMwh", equalTo("110.01"))
                .body("years[2].company.missingFor100PercentMwh", equalTo("876"))
                .body(
                        "years[2].zones.find { it.gridZone == 'CN-TJ' }.need.missingFor100PercentMwh",
                        equalTo("876"))
                .body("years[2].zones.find { it.gridZone == 'CN-TJ' }.market", equalTo("CN"))
                .body("years[4].standing", equalTo("ASSUMED"))
                .body("years[4].share", nullValue())
                .body("years[4].company.usedMwh", equalTo("1000"))
                .body("findings.findAll { it.code == 'DEMAND_ASSUMED' }", hasSize(2))
                .body("assumption.demandFrom", equalTo(1998));
        progress("from=1999&to=2000&growth=0.1&growthSource=plan")
                .body("years[1].company.usedMwh", equalTo("1210"))
                .body("findings[0].message", containsString("plan"));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/green-power/progress?from=1998&to=1998")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(csv)
                .startsWith("year,standing,market,gridZone,share,path")
                .contains("1998,ON_FILE,,,0.124,")
                .contains("1998,ON_FILE,CN,CN-TJ,,");
        Api.as("viewer")
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/api/energy/green-power/progress?from=1998&to=1998")
                .then()
                .statusCode(200);
        // the balance of the same year has the same numerator and denominator
        Api.balance("period=1998")
                .body("renewableShare.value", equalTo("0.124"))
                .body("renewableShare.numeratorMwh", equalTo("124"));
    }

    @Test
    void aYearOfWhichAPartIsOnFileTellsNoPace() {
        path();
        Api.site("partly-1");
        Api.storing(
                        """
                        [{"siteId": "partly-1", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": 5, "unit": "MWh"}, "start": "1992-03-01", "end": "1992-04-01", "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        progress("from=1992&to=1992")
                .body("years[0].standing", equalTo("PARTLY_ON_FILE"))
                .body("findings.code", hasItem("YEAR_PARTLY_ON_FILE"))
                .body("pace.yearsOnFile.findAll { it == 1992 }", hasSize(0));
    }

    @Test
    void aYearIsOnFileOnceThePurchasesOfEverySiteThatBoughtAnyAre() {
        Api.site("standing-pv");
        Api.storing(
                        """
                        [{"siteId": "standing-pv", "carrier": "ELECTRICITY", "source": "ON_SITE_PV",
                          "quantity": {"value": 5, "unit": "MWh"}, "start": "1993", "provenance": "STATED"}]
                        """)
                .statusCode(201);
        progress("from=1993&to=1993").body("years[0].standing", equalTo("PARTLY_ON_FILE"));

        Api.site("standing-1");
        Api.site("standing-2");
        used("standing-1", 1993, "100", "1");
        progress("from=1993&to=1993").body("years[0].standing", equalTo("ON_FILE"));

        Api.storing(
                        """
                        [{"siteId": "standing-2", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": 5, "unit": "MWh"}, "start": "1993-03", "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        progress("from=1993&to=1993").body("years[0].standing", equalTo("PARTLY_ON_FILE"));
    }

    @ParameterizedTest
    @CsvSource({
        "to=2021, REQUIRED",
        "from=2030&to=2021, END_NOT_AFTER_START",
        "from=soon&to=2021, NOT_A_YEAR",
        "from=2021-01&to=2021, NOT_A_YEAR",
        "from=1901&to=2100, TOO_LONG",
        "from=2021&to=2030&growth=0.02, GROWTH_AND_SOURCE",
        "from=2021&to=2030&growthSource=plan, GROWTH_AND_SOURCE",
        "from=2021&to=2030&growth=2&growthSource=plan, OUT_OF_RANGE",
        "from=2021&to=2030&rate=2, UNKNOWN_PARAMETER"
    })
    void aQuestionThatIsNoneIsRefused(String query, String code) {
        progress(query).statusCode(400).body("violations.code", hasItem(code));
    }

    private static void certificate(String id, int year, String mwh, String more) {
        InstrumentsOverHttpTest.registering(
                        """
                        [{"instrumentId": "%s", "kind": "I_REC", "market": "NZ", "technology": "WIND",
                          "vintageStart": "%d-01-01", "vintageEnd": "%d-01-01",
                          "quantity": {"value": %s, "unit": "MWh"}, "trackingSystem": "I-REC"%s}]
                        """
                                .formatted(id, year, year + 1, mwh, more))
                .statusCode(201);
    }

    @Test
    void instrumentsThatAreLeftStandWhereTheyCouldServeAndCostWhatTheyCost() {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "NZ", "timeZone": "Pacific/Auckland"}
                        """)
                .put("/api/sites/cost-1")
                .then()
                .statusCode(201);
        used("cost-1", 1994, "100", "1");
        certificate("cost-priced", 1994, "40", ", \"price\": \"2000\", \"currency\": \"CNY\"");
        certificate("cost-euro", 1994, "10", ", \"price\": \"70\", \"currency\": \"EUR\"");
        certificate("cost-silent", 1994, "5", "");
        Api.as("steward")
                .body(
                        """
                        {"siteId": "cost-1", "period": "1994", "quantity": {"value": 30, "unit": "MWh"}}
                        """)
                .post("/api/energy/instruments/cost-priced/allocations")
                .then()
                .statusCode(201);
        progress("from=1994&to=1994")
                .body(
                        "years[0].zones.find { it.gridZone == 'NZ' }.couldServe.instrumentId",
                        equalTo(java.util.List.of("cost-priced", "cost-euro", "cost-silent")))
                .body(
                        "years[0].zones.find { it.gridZone == 'NZ' }.couldServe[0].leftMwh",
                        equalTo("10"))
                .body("years[0].company.provisionalMwh", equalTo("30"))
                .body("years[0].company.missingFor100PercentMwh", equalTo("70"));
        cost("period=1994")
                .statusCode(200)
                .body("costs", hasSize(1))
                .body("costs[0].allocatedMwh", equalTo("30"))
                .body("costs[0].leftMwh", equalTo("25"))
                .body("costs[0].unpricedMwh", equalTo("5"))
                .body("costs[0].costs.find { it.currency == 'CNY' }.allocated", equalTo("1500"))
                .body("costs[0].costs.find { it.currency == 'CNY' }.left", equalTo("500"))
                .body(
                        "costs[0].costs.find { it.currency == 'CNY' }.averagePricePerMwh",
                        equalTo("50"))
                .body("totals.find { it.currency == 'EUR' }.total", equalTo("70"))
                .body("findings.code", hasItem("PRICE_MISSING"))
                .body("missing[0].market", equalTo("NZ"))
                .body("missing[0].missingMwh", equalTo("70"))
                .body("missing[0].estimate", equalTo(true))
                .body("missing[0].priceOf", equalTo("cost-priced"));
        assertThat(
                        Api.as("viewer")
                                .accept("text/csv")
                                .get("/api/energy/instruments/cost?period=1994")
                                .then()
                                .extract()
                                .asString())
                .contains("1994,NZ,I_REC,WIND,30,25,0,0,5,CNY,1500,500,0,0,2000,50");
    }

    @ParameterizedTest
    @CsvSource({
        "what=cost, UNKNOWN_PARAMETER",
        "period=soon, NOT_A_PERIOD",
        "from=1901-01-01&to=2001-01-01, TOO_LONG"
    })
    void aCostOfNoPeriodIsRefused(String query, String code) {
        cost(query).statusCode(400).body("violations.code", hasItem(code));
    }
}
