package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class CollectionOverHttpTest {

    private static final String NO_RULE = "";
    private static final String LAST_YEAR =
            """
            , "accrual": {"rule": "SAME_PERIOD_LAST_YEAR"}\
            """;

    private static ValidatableResponse expecting(String siteId, String fields) {
        return Api.as("steward")
                .body("{" + fields + "}")
                .put(
                        "/api/energy/collection/expectations/%s/ELECTRICITY/PURCHASED"
                                .formatted(siteId))
                .then();
    }

    private static String monthly(String from, String accrual) {
        return """
        "from": "%s", "frequency": "MONTH", "owner": "li.na@example.com", "dueDays": "10"%s\
        """
                .formatted(from, accrual);
    }

    private static ValidatableResponse calendar(String query) {
        return Api.as("viewer").get("/api/energy/collection?" + query).then();
    }

    private static ValidatableResponse accruing(String siteId, String period, boolean dryRun) {
        return Api.as("steward")
                .body(
                        """
                        {"period": "%s", "siteId": "%s"}
                        """
                                .formatted(period, siteId))
                .post("/api/energy/collection/accruals?dryRun=" + dryRun)
                .then();
    }

    private static void invoice(String id, String siteId, String start, String end, String mwh) {
        record(id, siteId, start, end, mwh, "INVOICED");
    }

    private static void record(
            String id, String siteId, String start, String end, String mwh, String provenance) {
        Api.storing(
                        """
                        [{"recordId": "%s", "siteId": "%s", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "%s", "unit": "MWh"}, "start": "%s", "end": "%s",
                          "provenance": "%s"}]
                        """
                                .formatted(id, siteId, mwh, start, end, provenance))
                .statusCode(201);
    }

    private static void month(String id, String siteId, String month, String mwh) {
        record(id, siteId, month, "", mwh, "INVOICED");
    }

    @Test
    void whatIsExpectedIsReceivedOrMissing() {
        Api.site("collect-1");
        month("c1-jan", "collect-1", "2021-01", "10");
        expecting("collect-1", monthly("2021-01", NO_RULE)).statusCode(201);
        month("c1-feb", "collect-1", "2021-02", "11");

        calendar("period=2021&siteId=collect-1")
                .statusCode(200)
                .body("items", hasSize(12))
                .body("counts.RECEIVED", equalTo(1))
                .body("counts.LATE", equalTo(1))
                .body("counts.MISSING", equalTo(10))
                .body("items[0].status", equalTo("RECEIVED"))
                .body("items[0].due", equalTo("2021-02-10"))
                .body("items[0].received[0].recordIds", contains("c1-jan"))
                .body("items[0].received[0].quantity.value", equalTo("10"))
                .body("items[0].received[0].lastStoredAt", notNullValue())
                .body("items[1].status", equalTo("LATE"))
                .body("items[1].arrivedOn", notNullValue())
                .body("items[1].daysLate", not(equalTo(0)))
                .body("items[2].status", equalTo("MISSING"))
                .body("items[2].missing", contains("2021-03"))
                .body("items.owner", everyItem(equalTo("li.na@example.com")));
        Api.balance("period=2021&siteId=collect-1")
                .body("findings.code", hasItem("EXPECTED_FIGURES_MISSING"))
                .body(
                        "findings.find { it.code == 'EXPECTED_FIGURES_MISSING' }.message",
                        containsString("2021-03, 2021-04"));
        Api.balance("period=2021-02&siteId=collect-1")
                .body("findings.code", not(hasItem("EXPECTED_FIGURES_MISSING")));
    }

    @Test
    void aCorrectionDoesNotMakeLateWhatCameInTime() {
        Api.site("collect-corrected");
        month("cc-jan", "collect-corrected", "2021-01", "10");
        expecting("collect-corrected", monthly("2021-01", NO_RULE)).statusCode(201);
        Api.storing(
                        """
                        [{"recordId": "cc-jan", "siteId": "collect-corrected", "carrier": "ELECTRICITY",
                          "source": "PURCHASED", "quantity": {"value": "12", "unit": "MWh"}, "start": "2021-01",
                          "provenance": "INVOICED", "supersedes": "cc-jan"}]
                        """)
                .statusCode(201);
        calendar("period=2021-01&siteId=collect-corrected")
                .body("items[0].status", equalTo("RECEIVED"))
                .body("items[0].received[0].quantity.value", equalTo("12"));
    }

    @Test
    void whatWasTakenBackDidNotArrive() {
        Api.site("collect-back");
        String importId =
                Api.importing(
                                "energy",
                                """
                                recordId,siteId,carrier,source,quantity,unit,start,provenance
                                cb-1,collect-back,ELECTRICITY,PURCHASED,10,MWh,2021-01,INVOICED
                                """)
                        .body("accepted", equalTo(1))
                        .extract()
                        .path("importId");
        Api.as("steward")
                .body("{\"reason\": \"the wrong file\"}")
                .post("/api/imports/energy/history/" + importId + "/reversal")
                .then()
                .statusCode(200);
        expecting("collect-back", monthly("2021-01", NO_RULE)).statusCode(201);
        calendar("period=2021-01&siteId=collect-back").body("items[0].status", equalTo("MISSING"));
        month("cb-2", "collect-back", "2021-01", "12");
        calendar("period=2021-01&siteId=collect-back").body("items[0].status", equalTo("LATE"));
    }

    @Test
    void anAccrualStandsInUntilTheFigureComesAndTheDifferenceIsShown() {
        Api.site("collect-2");
        month("c2-2020-03", "collect-2", "2020-03", "10");
        expecting("collect-2", monthly("2021-03", LAST_YEAR)).statusCode(201);

        accruing("collect-2", "2021-03", true)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("accrued", equalTo(1))
                .body("items[0].explanation", containsString("2020-03 INVOICED 10 MWh"));
        calendar("period=2021-03&siteId=collect-2").body("items[0].status", equalTo("MISSING"));
        accruing("collect-2", "2021-03", false)
                .statusCode(200)
                .body("accrued", equalTo(1))
                .body("items[0].quantity.value", equalTo("10"))
                .body("items[0].recordId", startsWith("accrual:collect-2"));
        calendar("period=2021-03&siteId=collect-2")
                .body("items[0].status", equalTo("ACCRUED"))
                .body("items[0].received[0].evidence", equalTo("ESTIMATED"));
        Api.balance("period=2021-03&siteId=collect-2").body("indirectMwh", equalTo("10"));

        accruing("collect-2", "2021-03", false)
                .body("accrued", equalTo(0))
                .body("items[0].outcome", equalTo("DUPLICATE"));

        month("c2-2021-03", "collect-2", "2021-03", "12.5");
        calendar("period=2021-03&siteId=collect-2")
                .body("items[0].status", equalTo("TRUED_UP"))
                .body("items[0].trueUp.accruedKwh", equalTo("10000"))
                .body("items[0].trueUp.actualKwh", equalTo("12500"))
                .body("items[0].trueUp.differenceKwh", equalTo("2500"))
                .body("items[0].trueUp.differencePercent", equalTo("25"));
        Api.balance("period=2021-03&siteId=collect-2").body("indirectMwh", equalTo("12.5"));
    }

    @Test
    void daysThatNoFigureTellsOfAreAccruedBesideThoseThatOneDoes() {
        Api.site("collect-part");
        month("cp-2020-03", "collect-part", "2020-03", "31");
        expecting("collect-part", monthly("2021-03", LAST_YEAR)).statusCode(201);
        invoice("cp-a", "collect-part", "2021-03-06", "2021-03-16", "20");

        accruing("collect-part", "2021-03", false)
                .statusCode(200)
                .body("accrued", equalTo(2))
                .body("items.period", contains("2021-03-01/2021-03-06", "2021-03-16/2021-04-01"))
                .body("items.quantity.value", contains("5", "16"))
                .body("items[0].explanation", containsString("5 of 31 days"));
        accruing("collect-part", "2021-03", false)
                .body("accrued", equalTo(0))
                .body("items[0].outcome", equalTo("DUPLICATE"));
        calendar("period=2021-03&siteId=collect-part")
                .body("items[0].status", equalTo("ACCRUED"))
                .body(
                        "items[0].missing",
                        contains("2021-03-01/2021-03-06", "2021-03-16/2021-04-01"))
                .body("items[0].received.evidence", hasItems("INVOICED", "ESTIMATED"));
        Api.balance("period=2021-03&siteId=collect-part")
                .body("indirectMwh", equalTo("41"))
                .body("findings.code", not(hasItem("OVERLAPPING_PERIODS")));

        invoice("cp-b", "collect-part", "2021-03-01", "2021-03-06", "6");
        calendar("period=2021-03&siteId=collect-part").body("items[0].status", equalTo("ACCRUED"));
        Api.balance("period=2021-03&siteId=collect-part")
                .body("findings.code", hasItem("OVERLAPPING_PERIODS"));

        invoice("cp-c", "collect-part", "2021-03-16", "2021-04-01", "15");
        calendar("period=2021-03&siteId=collect-part")
                .body("items[0].status", equalTo("TRUED_UP"))
                .body("items[0].trueUp.period", equalTo("2021-03"))
                .body("items[0].trueUp.accruedKwh", equalTo("21000"))
                .body("items[0].trueUp.actualKwh", equalTo("21000"));
        Api.balance("period=2021-03&siteId=collect-part")
                .body("indirectMwh", equalTo("41"))
                .body("findings.code", not(hasItem("OVERLAPPING_PERIODS")));
    }

    @Test
    void aQuarterlyInvoiceCoversItsThreeMonthsAndTruesAllThreeUp() {
        Api.site("collect-3");
        expecting(
                        "collect-3",
                        monthly(
                                "2021-01",
                                """
                                , "accrual": {"rule": "STATED", "quantity": {"value": "5", "unit": "MWh"}}\
                                """))
                .statusCode(201);
        accruing("collect-3", "2021", false).body("accrued", equalTo(12));
        invoice("c3-q1", "collect-3", "2021-01-01", "2021-04-01", "18");

        calendar("period=2021&siteId=collect-3")
                .body("counts.TRUED_UP", equalTo(3))
                .body("counts.ACCRUED", equalTo(9))
                .body("items[1].trueUp.period", equalTo("2021-01-01/2021-04-01"))
                .body("items[1].trueUp.accruedKwh", equalTo("15000"))
                .body("items[1].trueUp.differenceKwh", equalTo("3000"));
        Api.balance("period=2021&siteId=collect-3").body("indirectMwh", equalTo("63"));
    }

    @Test
    void quartersAndYearsAreExpectedAndClippedToTheDaysOfASite() {
        Api.site("collect-4");
        expecting(
                        "collect-4",
                        """
                        "from": "2021-02-15", "to": "2021-09", "frequency": "QUARTER", "owner": "Li Na", "dueDays": 30\
                        """)
                .statusCode(201);
        invoice("c4-q1", "collect-4", "2021-02-15", "2021-04-01", "7");
        calendar("period=2021&siteId=collect-4")
                .body(
                        "items.period",
                        contains(
                                "2021-01",
                                "2021-02-15/2021-04-01",
                                "2021-04-01/2021-07-01",
                                "2021-07-01/2021-09-01",
                                "2021-09",
                                "2021-10",
                                "2021-11",
                                "2021-12"))
                .body("items[1].status", equalTo("LATE"))
                .body("items[2].due", equalTo("2021-07-30"))
                .body("counts.NOT_EXPECTED", equalTo(5));
    }

    @Test
    void aNewStatementTakesThePlaceOfLaterDaysOnlyAndLeavesAHistory() {
        Api.site("collect-5");
        expecting("collect-5", monthly("2021-01", NO_RULE)).statusCode(201);
        expecting("collect-5", monthly("2021-01", NO_RULE))
                .statusCode(200)
                .body("revision", equalTo(1));
        expecting(
                        "collect-5",
                        """
                        "from": "2021-07", "frequency": "YEAR", "owner": "Wang Wei", "dueDays": "60\"\
                        """)
                .statusCode(200)
                .body("revision", equalTo(2));

        calendar("period=2021&siteId=collect-5")
                .body("items", hasSize(7))
                .body("items[6].period", equalTo("2021-07-01/2022-01-01"))
                .body("items[6].owner", equalTo("Wang Wei"));
        calendar("period=2021&siteId=collect-5&owner=Wang Wei").body("items", hasSize(1));

        Api.as("steward")
                .delete("/api/energy/collection/expectations/collect-5/ELECTRICITY/PURCHASED")
                .then()
                .statusCode(204);
        calendar("period=2021&siteId=collect-5").body("items", empty());
        Api.as("viewer")
                .get("/api/energy/collection/expectations/collect-5/ELECTRICITY/PURCHASED/history")
                .then()
                .body("revision", contains(1, 2, 3))
                .body("statedBy", everyItem(equalTo("tester")))
                .body("[2].withdrawn", equalTo(true));
        Api.as("viewer")
                .get("/api/energy/collection/expectations/collect-5/ELECTRICITY/PURCHASED")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_EXPECTATION"));
    }

    @Test
    void aFileStatesTheExpectationsOfManySites() {
        Api.site("collect-6");
        String header =
                "siteId,carrier,source,from,to,frequency,owner,dueDays,accrual,accrualMonths,accrualQuantity,accrualUnit\n";
        String row =
                "collect-6,NATURAL_GAS,COMBUSTION_STATIONARY,2021-01,,MONTH,Li Na,15,AVERAGE_OF_LAST_MONTHS,3,,\n";
        Api.importing("collection", header + row)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejectedRows", equalTo(0));
        Api.importing("collection", header + row).body("duplicates", equalTo(1));
        Api.importing("collection", header + row.replace("Li Na", "Wang Wei"))
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
        Api.importing("collection", header + row.replace("collect-6", "nowhere"))
                .body("rejected[0].code", equalTo("UNKNOWN_SITE"));
        Api.importing("collection", header + row.replace("3,,", ",5,MWh"))
                .body("rejected.code", hasItems("NOT_APPLICABLE", "REQUIRED"));
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/energy/collection/expectations")
                .then()
                .statusCode(200)
                .body(containsString("collect-6,NATURAL_GAS,COMBUSTION_STATIONARY,2021-01-01"));
    }

    @Test
    void theAverageOfTheLastMonthsGoesByDays() {
        Api.site("collect-7");
        month("c7-1", "collect-7", "2021-01", "31");
        month("c7-2", "collect-7", "2021-02", "56");
        expecting(
                        "collect-7",
                        monthly(
                                "2021-03",
                                """
                                , "accrual": {"rule": "AVERAGE_OF_LAST_MONTHS", "months": 2}\
                                """))
                .statusCode(201);
        accruing("collect-7", "2021-03", true)
                .body("items[0].outcome", equalTo("ACCRUED"))
                .body("items[0].quantity.value", equalTo("45.71186440678"))
                .body("items[0].explanation", containsString("31 of 59 days"));
        accruing("collect-7", "2021-05", false)
                .body("items[0].outcome", equalTo("ACCRUED"))
                .body("items[0].explanation", containsString("2021-02"));
        accruing("collect-7", "2021-06", true)
                .body("items[0].outcome", equalTo("ACCRUED"))
                .body("items[0].explanation", not(containsString("ESTIMATED")));
    }

    @Test
    void nothingIsAccruedWithoutABasisOrWithoutARuleOrBeforeItsEnd() {
        Api.site("collect-8");
        expecting("collect-8", monthly("2021-01", LAST_YEAR)).statusCode(201);
        accruing("collect-8", "2021-01", false)
                .body("accrued", equalTo(0))
                .body("items[0].outcome", equalTo("NO_BASIS"))
                .body("items[0].quantity", nullValue());
        accruing("collect-8", "2200-01", false).body("items[0].outcome", equalTo("NOT_OVER"));
        calendar("period=2200-01&siteId=collect-8").body("items[0].status", equalTo("EXPECTED"));
        expecting("collect-8", monthly("2021-01", NO_RULE)).statusCode(200);
        accruing("collect-8", "2021-01", false).body("items[0].outcome", equalTo("NO_RULE"));
    }

    @Test
    void whereFiguresAreThereNothingIsAccrued() {
        Api.site("collect-9");
        expecting("collect-9", monthly("2021-01", LAST_YEAR)).statusCode(201);
        month("c9-1", "collect-9", "2021-01", "31");
        Api.as("steward")
                .body(
                        """
                        {"period": "2021-01", "siteId": "collect-9", "carrier": "ELECTRICITY", "source": "PURCHASED"}
                        """)
                .post("/api/energy/collection/accruals")
                .then()
                .statusCode(409)
                .body("code", equalTo("FIGURES_ON_FILE"))
                .body("detail", containsString("collect-9/ELECTRICITY/PURCHASED"));
    }

    @Test
    void whatManyAccrueAtTheSameMomentIsAccruedOnce() {
        Api.site("collect-race");
        month("cr-2020", "collect-race", "2020-03", "10");
        expecting("collect-race", monthly("2021-03", LAST_YEAR)).statusCode(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            accruing("collect-race", "2021-03", false)
                                                    .statusCode(200)
                                                    .extract()
                                                    .<Integer>path("accrued")))
                            .toList();
            assertThat(answers.stream().mapToInt(CollectionOverHttpTest::get).sum()).isEqualTo(1);
        }
        Api.balance("period=2021-03&siteId=collect-race").body("indirectMwh", equalTo("10"));
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void anAccrualThatWasSupersededIsNotMadeAgain() {
        Api.site("collect-super");
        month("cs-2020", "collect-super", "2020-03", "10");
        expecting("collect-super", monthly("2021-03", LAST_YEAR)).statusCode(201);
        String recordId =
                accruing("collect-super", "2021-03", false).extract().path("items[0].recordId");
        Api.storing(
                        """
                        [{"recordId": "cs-april", "siteId": "collect-super", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "9", "unit": "MWh"}, "start": "2021-04", "provenance": "ESTIMATED",
                          "supersedes": "%s"}]
                        """
                                .formatted(recordId))
                .statusCode(201);
        accruing("collect-super", "2021-03", false)
                .statusCode(200)
                .body("accrued", equalTo(0))
                .body("items[0].outcome", equalTo("SUPERSEDED"))
                .body("items[0].explanation", containsString(recordId));
    }

    @Test
    void aStatementDoesNotTakeThePlaceOfAnEstimateThatRanksBeforeIt() {
        Api.site("collect-10");
        month("c10-2020", "collect-10", "2020-03", "10");
        expecting("collect-10", monthly("2021-03", LAST_YEAR)).statusCode(201);
        accruing("collect-10", "2021-03", false).body("accrued", equalTo(1));
        record("c10-stated", "collect-10", "2021-03", "", "11", "STATED");
        calendar("period=2021-03&siteId=collect-10").body("items[0].status", equalTo("ACCRUED"));
    }

    @Test
    void metersInServiceAreExpectedByThemselves() {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "CN", "timeZone": "UTC"}
                        """)
                .put("/api/sites/collect-meter")
                .then()
                .statusCode(201);
        Api.as("steward")
                .body(
                        """
                        {"siteId": "collect-meter", "carrier": "ELECTRICITY", "source": "ON_SITE_PV",
                         "inServiceFrom": "2022-01-16", "inServiceTo": "2022-03-01"}
                        """)
                .put("/api/energy/meters/collect-meter-1")
                .then()
                .statusCode(201);
        calendar("period=2022&siteId=collect-meter")
                .body("items.findAll { it.status == 'MISSING' }", hasSize(2))
                .body("items[0].period", equalTo("2022-01-16/2022-02-01"))
                .body("items[0].owner", nullValue())
                .body("counts.NOT_EXPECTED", equalTo(10));
        Api.balance("period=2022&siteId=collect-meter")
                .body("findings.code", not(hasItem("EXPECTED_FIGURES_MISSING")));
    }

    @Test
    void whatNobodyExpectedIsShown() {
        Api.site("collect-11");
        month("c11-1", "collect-11", "2021-05", "31");
        calendar("period=2021&siteId=collect-11")
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("NOT_EXPECTED"))
                .body("items[0].received[0].recordIds", contains("c11-1"));
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/energy/collection?period=2021&siteId=collect-11")
                .then()
                .body(containsString("collect-11,ELECTRICITY,PURCHASED,2021-05,NOT_EXPECTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"from\": \"2021-13\"; from; NOT_A_PERIOD",
                "\"frequency\": \"WEEK\"; frequency; UNKNOWN_VALUE",
                "\"owner\": \"\"; owner; REQUIRED",
                "\"dueDays\": \"-1\"; dueDays; OUT_OF_RANGE",
                "\"dueDays\": \"1.5\"; dueDays; OUT_OF_RANGE",
                "\"to\": \"2021-01\"; to; END_NOT_AFTER_START",
                "\"accrual\": {\"rule\": \"GUESS\"}; accrual.rule; UNKNOWN_VALUE",
                "\"accrual\": {\"rule\": \"AVERAGE_OF_LAST_MONTHS\"}; accrual.months; REQUIRED",
                "\"accrual\": {\"rule\": \"AVERAGE_OF_LAST_MONTHS\", \"months\": \"25\"}; accrual.months; OUT_OF_RANGE",
                "\"accrual\": {\"rule\": \"NONE\", \"months\": \"2\"}; accrual.months; NOT_APPLICABLE",
                "\"accrual\": {\"rule\": \"STATED\", \"quantity\": {\"value\": \"5\", \"unit\": \"kg\"}}; accrual.quantity.unit; WRONG_UNIT",
                "\"accrual\": {\"rule\": \"STATED\", \"quantity\": {\"value\": \"-5\", \"unit\": \"kWh\"}}; accrual.quantity.value; NEGATIVE_QUANTITY",
            })
    void aBrokenRuleIsNamed(String wrong, String field, String code) {
        String name = wrong.substring(1, wrong.indexOf('"', 1));
        String fields =
                """
                "from": "2021-01", "frequency": "MONTH", "owner": "Li Na", "dueDays": "10\"\
                """;
        String all =
                fields.contains("\"" + name + "\"")
                        ? fields.replaceFirst("\"%s\": \"[^\"]*\"".formatted(name), wrong)
                        : fields + ", " + wrong;
        expecting("collect-refused", all)
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        expecting("no-such-site", monthly("2021-01", NO_RULE))
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_SITE"));
        calendar("period=2021&siteId=no-such-site").statusCode(404);
        calendar("siteId=collect-1").statusCode(400);
        calendar("period=2021&status=LOST").body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        calendar("from=2015&to=2021").body("violations[0].code", equalTo("TOO_LONG"));
        Api.as("steward")
                .body("{\"from\": \"2021-01\"}")
                .put("/api/energy/collection/expectations/x/DIESEL/PURCHASED")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("SOURCE_NOT_POSSIBLE"));
        Api.as("viewer")
                .body("{" + monthly("2021-01", NO_RULE) + "}")
                .put("/api/energy/collection/expectations/collect-1/ELECTRICITY/PURCHASED")
                .then()
                .statusCode(403);
        Api.as("viewer")
                .body("{\"period\": \"2021\"}")
                .post("/api/energy/collection/accruals")
                .then()
                .statusCode(403);
        Api.as("steward")
                .body("{\"period\": \"2021\"}")
                .post("/api/energy/collection/accruals?dryRun=yes")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("dryRun"));
        Api.as("steward")
                .body("{\"period\": \"2010-01-01/2021-01-01\"}")
                .post("/api/energy/collection/accruals")
                .then()
                .body("violations[0].code", equalTo("TOO_LONG"));
        Api.as("steward")
                .body("{}")
                .post("/api/energy/collection/accruals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("period"));
    }
}
