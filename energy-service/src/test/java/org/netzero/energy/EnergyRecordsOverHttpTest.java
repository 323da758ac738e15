package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class EnergyRecordsOverHttpTest {

    @Inject DataSource database;

    private static final String HEADER =
            "recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence\n";

    private static String record(String id, String site, String value, String more) {
        return """
        [{"recordId": "%s", "siteId": "%s", "carrier": "ELECTRICITY", "source": "PURCHASED",
          "quantity": {"value": %s, "unit": "MWh"}, "start": "2023-03", "provenance": "INVOICED"%s}]
        """
                .formatted(id, site, value, more);
    }

    @Test
    void aRecordIsStoredOnceHoweverOftenItIsSent() {
        Api.site("once");
        Api.storing(record("once-1", "once", "12.5", ""))
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("records[0].recordId", equalTo("once-1"))
                .body("records[0].status", equalTo("STORED"));
        Api.storing(record("once-1", "once", "\"12.50\"", ""))
                .statusCode(200)
                .body("duplicates", equalTo(1))
                .body("records[0].status", equalTo("DUPLICATE"));
        Api.balance("period=2023&siteId=once").body("indirectMwh", equalTo("12.5"));
    }

    @Test
    void aRecordWithoutIdIsGivenOne() {
        Api.site("nameless");
        Api.storing(record("", "nameless", "1", ""))
                .statusCode(201)
                .body("records[0].recordId", notNullValue());
    }

    @Test
    void aRepeatFindsItsRecordsEvenWhenItsKeyIsForgotten() throws SQLException {
        Api.site("keyed");
        String records = record("", "keyed", "1", "");
        String id = keyed(records).statusCode(201).extract().path("records[0].recordId");

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from idempotency where key = 'made-ids'");
        }

        keyed(records).statusCode(200).body("records[0].recordId", equalTo(id));
        Api.balance("period=2023&siteId=keyed").body("indirectMwh", equalTo("1"));
    }

    private static ValidatableResponse keyed(String records) {
        return Api.as("steward")
                .contentType("application/json")
                .header("Idempotency-Key", "made-ids")
                .body(records)
                .post("/api/energy/records")
                .then();
    }

    @Test
    void theSameIdWithOtherContentIsAConflictThatNamesTheRemedy() {
        Api.site("conflict");
        Api.storing(record("conflict-1", "conflict", "12", "")).statusCode(201);
        Api.storing(record("conflict-1", "conflict", "13", ""))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("ID_CONFLICT"))
                .body("violations[0].field", equalTo("[0].recordId"))
                .body("violations[0].message", containsString("supersedes is 'conflict-1'"));
        Api.balance("period=2023&siteId=conflict").body("indirectMwh", equalTo("12"));
    }

    @Test
    void aCorrectionUnderTheSameIdTakesTheOldOnesPlace() {
        Api.site("corrected");
        Api.storing(record("corrected-1", "corrected", "12", "")).statusCode(201);
        String correction =
                record("corrected-1", "corrected", "13", ", \"supersedes\": \"corrected-1\"");
        Api.storing(correction).statusCode(201);
        Api.storing(correction).statusCode(200);
        Api.storing(record("corrected-1", "corrected", "12", "")).statusCode(200);
        Api.balance("period=2023&siteId=corrected").body("indirectMwh", equalTo("13"));
        Api.as("viewer")
                .get("/api/energy/records?siteId=corrected")
                .then()
                .body("items", hasSize(1))
                .body("items[0].quantity.value", equalTo("13"));
    }

    @Test
    void aCorrectionUnderAnotherIdMayMoveTheRecordToAnotherSite() {
        Api.site("moved-from");
        Api.site("moved-to");
        Api.storing(record("moved-1", "moved-from", "12", "")).statusCode(201);
        Api.storing(record("moved-2", "moved-to", "12", ", \"supersedes\": \"moved-1\""))
                .statusCode(201);
        Api.balance("period=2023&siteId=moved-from").body("indirectMwh", equalTo(null));
        Api.balance("period=2023&siteId=moved-to").body("indirectMwh", equalTo("12"));
        Api.storing(record("moved-3", "moved-to", "11", ", \"supersedes\": \"moved-1\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("ALREADY_SUPERSEDED"));
        new Topic("energy.consumption")
                .await(
                        "moved-from/ELECTRICITY/PURCHASED/2023-03",
                        event -> event.contains("\"recordCount\":0"));
    }

    @Test
    void anArrayIsStoredWholeOrNotAtAll() {
        Api.site("whole");
        String good = record("whole-1", "whole", "1", "").strip();
        String bad = record("whole-2", "nowhere", "1", "").strip();
        Api.storing(good.substring(0, good.length() - 1) + "," + bad.substring(1))
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("[1].siteId"))
                .body("violations[0].code", equalTo("UNKNOWN_SITE"));
        Api.balance("period=2023&siteId=whole").body("indirectMwh", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLUTONIUM|PURCHASED|1|MWh|2023-03||carrier|UNKNOWN_VALUE|'PLUTONIUM'",
                "ELECTRICITY|STOLEN|1|MWh|2023-03||source|UNKNOWN_VALUE|'STOLEN'",
                "ELECTRICITY|PURCHASED|-1|MWh|2023-03||quantity.value|NEGATIVE_QUANTITY|supersedes",
                "ELECTRICITY|PURCHASED|1,5|MWh|2023-03||quantity.value|NOT_A_DECIMAL|'1,5'",
                "ELECTRICITY|PURCHASED|NaN|MWh|2023-03||quantity.value|NOT_A_DECIMAL|'NaN'",
                "ELECTRICITY|PURCHASED|1|kg|2023-03||quantity.unit|WRONG_UNIT|kWh",
                "ELECTRICITY|PURCHASED|1|kWp|2023-03||quantity.unit|UNKNOWN_UNIT|kWp",
                "DIESEL|COMBUSTION_MOBILE|1|MWh|2023-03||quantity.unit|WRONG_UNIT|MWh (Net CV)",
                "COAL|COMBUSTION_STATIONARY|1|L|2023-03||quantity.unit|WRONG_UNIT|'L'",
                "ELECTRICITY|COMBUSTION_STATIONARY|1|MWh|2023-03||source|SOURCE_NOT_POSSIBLE|PURCHASED",
                "STEAM|PURCHASED_RENEWABLE|1|MWh|2023-03||source|SOURCE_NOT_POSSIBLE|STEAM",
                "DIESEL|PURCHASED|1|L|2023-03||source|SOURCE_NOT_POSSIBLE|COMBUSTION_MOBILE",
                "ELECTRICITY|PURCHASED|1|MWh|2023-03-02|2023-03-01|end|END_NOT_AFTER_START|2023-03-01",
                "ELECTRICITY|PURCHASED|1|MWh|2031|2032|start|IN_THE_FUTURE|future",
                "ELECTRICITY|PURCHASED|1|MWh|0021||start|YEAR_OUT_OF_RANGE|1900 to 2200",
                "ELECTRICITY|PURCHASED|1|MWh|1950||start|IMPLAUSIBLE_DATE|1990",
                "ELECTRICITY|PURCHASED|1e400|MWh|2023-03||quantity.value|TOO_MANY_DIGITS|'1e400'",
                "ELECTRICITY|PURCHASED|1E+30|MWh|2023-03||quantity.value|TOO_MANY_DIGITS|15 digits before",
                "ELECTRICITY|PURCHASED|0.1234567890123|MWh|2023-03||quantity.value|TOO_MANY_DIGITS|12 after the point",
                "ELECTRICITY|PURCHASED|1|MWh (Gross CV)|2023-03||quantity.unit|WRONG_UNIT|kWh",
                "NATURAL_GAS|COMBUSTION_STATIONARY|1|kWh|2023-03||quantity.unit|WRONG_UNIT|kWh (Gross CV)",
                "ELECTRICITY|PURCHASED|1|MWh|2020-01-01|2023-01-01|end|TOO_LONG|a year",
                "ELECTRICITY|PURCHASED|1|MWh|March||start|NOT_AN_INTERVAL|'March'",
            })
    void whatCannotBeIsRefusedWithThePlaceTheValueAndTheRemedy(
            String carrier,
            String source,
            String value,
            String unit,
            String start,
            String end,
            String field,
            String code,
            String part) {
        Api.as("steward")
                .body("{\"name\":\"r\",\"kind\":\"OTHER\",\"country\":\"CN\",\"timeZone\":\"UTC\"}")
                .put("/api/sites/refusing");
        Api.storing(
                        """
                        [{"siteId": "refusing", "carrier": "%s", "source": "%s",
                          "quantity": {"value": "%s", "unit": "%s"}, "start": "%s"%s, "provenance": "STATED"}]
                        """
                                .formatted(
                                        carrier,
                                        source,
                                        value,
                                        unit,
                                        start,
                                        end == null ? "" : ", \"end\": \"" + end + "\""))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("violations[0].field", equalTo("[0]." + field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(part));
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        Api.storing("[{\"siteld\": \"x\"}]")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("detail", containsString("siteld"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        RestAssured.given().get("/api/energy/records").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"viewer", "analyst", "telemetry"})
    void onlyStewardsWrite(String role) {
        Api.as(role).body("[]").post("/api/energy/records").then().statusCode(403);
        Api.as(role)
                .contentType("text/csv")
                .body(HEADER)
                .post("/api/imports/energy")
                .then()
                .statusCode(403);
        Api.as(role).body("{}").put("/api/sites/x").then().statusCode(403);
    }

    @Test
    void aFileWithOneBadRowInAThousandStoresTheOthersAndNamesRowColumnAndReason() {
        Api.site("thousand");
        String file =
                HEADER
                        + IntStream.rangeClosed(1, 1_000)
                                .mapToObj(n ->
                                        "thousand-%d,thousand,ELECTRICITY,PURCHASED,%s,MWh,2023-%02d,,INVOICED,invoice %d"
                                                .formatted(
                                                        n, n == 500 ? "1.2.3" : "1", 1 + n % 12, n))
                                .collect(Collectors.joining("\n"));
        Api.importing("energy", file)
                .statusCode(200)
                .body("accepted", equalTo(999))
                .body("duplicates", equalTo(0))
                .body("rejectedRows", equalTo(1))
                .body("rejected[0].line", equalTo(501))
                .body("rejected[0].column", equalTo("quantity"))
                .body("rejected[0].code", equalTo("NOT_A_DECIMAL"))
                .body("rejected[0].message", containsString("'1.2.3'"));
        Api.importing("energy", file).body("accepted", equalTo(0)).body("duplicates", equalTo(999));
        Api.balance("period=2023&siteId=thousand").body("indirectMwh", equalTo("999"));
    }

    @Test
    void manyRowsOfOneMonthAreToldInOneEvent() {
        Api.site("coalesced");
        String file =
                HEADER
                        + IntStream.rangeClosed(1, 900)
                                .mapToObj(n ->
                                        "coalesced-%d,coalesced,DIESEL,COMBUSTION_MOBILE,1,L,2023-05,,MEASURED,"
                                                .formatted(n))
                                .collect(Collectors.joining("\n"));
        Api.importing("energy", file).body("accepted", equalTo(900));
        String event =
                new Topic("energy.consumption")
                        .await("coalesced/DIESEL/COMBUSTION_MOBILE/2023-05", any -> true);
        assertThat(event).contains("\"version\":1", "\"recordCount\":900", "\"value\":\"900\"");
        assertThat(new Contract("/contracts/energy/energy-consumption/v1").violations(event))
                .isEmpty();
    }

    @Test
    void rowsThatCannotBeStoredAreListedWhileTheOthersAre() {
        Api.site("mixed");
        Api.importing(
                        "energy",
                        HEADER
                                + """
                                mixed-1,nowhere,ELECTRICITY,PURCHASED,1,MWh,2023,,STATED,
                                mixed-2,mixed,ELECTRICITY,PURCHASED,1,MWh,2023,,STATED,
                                mixed-2,mixed,ELECTRICITY,PURCHASED,2,MWh,2023,,STATED,
                                mixed-2,mixed,ELECTRICITY,PURCHASED,1.0,MWh,2023,,STATED,
                                mixed-3,mixed,ELECTRICITY,PURCHASED,1,MWh
                                """)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(List.of("UNKNOWN_SITE", "ID_CONFLICT", "COLUMN_COUNT")));
    }

    @Test
    void anUnknownColumnIsRefusedByNameAndNothingIsStored() {
        Api.importing("energy", "recordId,colour\n1,red\n")
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_COLUMN"));
    }

    @Test
    void theTemplateIsTheFirstRowOfAFile() {
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/imports/energy/template")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(equalTo(HEADER.strip() + "\r\n"));
    }

    @Test
    void recordsArePagedAndTheirCsvCanBeImportedAgain() {
        Api.site("paged");
        String rows =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n ->
                                "paged-%d,paged,NATURAL_GAS,COMBUSTION_STATIONARY,%d,m3,2023-01-0%d,2023-01-0%d,MEASURED,\n"
                                        .formatted(n, n, n, n + 1))
                        .collect(Collectors.joining());
        Api.importing("energy", HEADER + rows).body("accepted", equalTo(5));
        String path = "/api/energy/records?siteId=paged&carrier=NATURAL_GAS&period=2023-01&limit=3";
        String cursor =
                Api.as("viewer")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(3))
                        .body("items[0].start", equalTo("2023-01-01"))
                        .body("items[0].end", equalTo("2023-01-02"))
                        .extract()
                        .path("nextCursor");
        Api.as("viewer")
                .get(path + "&cursor=" + cursor)
                .then()
                .body("items", hasSize(2))
                .body("nextCursor", equalTo(null));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/records?siteId=paged")
                        .then()
                        .statusCode(200)
                        .body(startsWith("recordId,siteId,carrier"))
                        .extract()
                        .asString();
        Api.importing("energy", csv).body("accepted", equalTo(0)).body("duplicates", equalTo(5));
        byte[] workbook =
                Api.as("viewer")
                        .accept(Table.XLSX)
                        .get("/api/energy/records?siteId=paged")
                        .then()
                        .statusCode(200)
                        .contentType(Table.XLSX)
                        .extract()
                        .asByteArray();
        Api.as("steward")
                .contentType(Table.XLSX)
                .body(workbook)
                .post("/api/imports/energy")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(5));
    }

    @Test
    void aFileOfMoreRecordsThanAPageHoldsThemAll() {
        Api.site("many");
        String rows =
                IntStream.rangeClosed(1, 1_234)
                        .mapToObj(n ->
                                "many-%d,many,ELECTRICITY,PURCHASED,1,MWh,2023-01,,MEASURED,\n"
                                        .formatted(n))
                        .collect(Collectors.joining());
        Api.importing("energy", HEADER + rows).body("accepted", equalTo(1_234));
        String file =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/records?siteId=many")
                        .asString();
        assertThat(file.lines()).hasSize(1_235).anyMatch(line -> line.startsWith("many-1234,"));
    }

    @Test
    void anImportOfAnotherTypeIsToldTheTwoThereAre() {
        Api.as("steward")
                .contentType("application/json")
                .body("[]")
                .post("/api/imports/energy")
                .then()
                .statusCode(415)
                .body("detail", containsString("text/csv"))
                .body("detail", containsString(Table.XLSX));
        Api.as("steward")
                .contentType(Table.XLSX)
                .body("no workbook".getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/energy")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("NOT_XLSX"));
    }

    @Test
    void theTemplateAsAWorkbookNamesTheColumns() {
        byte[] template =
                Api.as("viewer")
                        .accept(Table.XLSX)
                        .get("/api/imports/energy/template")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        Api.as("steward")
                .contentType(Table.XLSX)
                .body(template)
                .post("/api/imports/energy")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=1001,limit",
        "cursor=x,cursor",
        "carrier=WIND,carrier",
        "period=21,period"
    })
    void aParameterThatIsNoneIsRefused(String parameter, String field) {
        Api.as("viewer")
                .get("/api/energy/records?" + parameter)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/energy/balance,400",
        "/api/energy/balance?period=21,400",
        "/api/energy/balance?period=2021&siteId=nowhere,404",
        "/api/energy/balance?period=2021&heatingValues=none,404",
        "/api/energy/matching?period=2021&granularity=minute,400",
        "/api/energy/matching?period=2021&granularity=hour,422",
        "/api/energy/heating-values?set=none,404",
        "/api/sites/nowhere,404",
    })
    void aQuestionThatCannotBeAnsweredIsRefused(String path, int status) {
        Api.as("viewer")
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }

    @Test
    void theBalanceAsCsvHasOneRowALine() {
        Api.site("csv");
        Api.storing(record("csv-1", "csv", "12", "")).statusCode(201);
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/energy/balance?period=2023&siteId=csv")
                .then()
                .statusCode(200)
                .body(containsString("csv,ELECTRICITY,PURCHASED,2023-03,12,MWh,INVOICED,12,"));
    }

    @Test
    void theHeatingValuesShowTheirSourceAndTheirDensities() {
        Api.as("viewer")
                .get("/api/energy/heating-values")
                .then()
                .statusCode(200)
                .body("id", equalTo("gbt-2589-2008"))
                .body("values.find { it.carrier == 'GASOLINE' }.density.value", equalTo("0.73"))
                .body(
                        "values.find { it.carrier == 'NATURAL_GAS' }.netCalorificValue.unit",
                        equalTo("MJ (Net CV)/m3"));
    }

    @Test
    void gasMeteredOnGrossCalorificValueEntersTheBalanceByItsNetPart() {
        Api.site("gross");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        gross-1,gross,NATURAL_GAS,COMBUSTION_STATIONARY,1000,kWh (Gross CV),2023-03,INVOICED
                        gross-2,gross,LPG,COMBUSTION_STATIONARY,1000,kWh (Gross CV),2023-03,INVOICED
                        gross-3,gross,NATURAL_GAS,COMBUSTION_STATIONARY,1000,kWh,2023-04,INVOICED
                        gross-4,gross,NATURAL_GAS,COMBUSTION_STATIONARY,1e400,kWh (Gross CV),2023-04,INVOICED
                        """)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(List.of(4, 5)))
                .body("rejected.code", equalTo(List.of("WRONG_UNIT", "TOO_MANY_DIGITS")))
                .body("rejected[1].column", equalTo("quantity"));
        Api.balance("from=2023-03-01&to=2023-04-01&siteId=gross")
                .statusCode(200)
                .body("directMwh", equalTo("1.83"))
                .body(
                        "lines.find { it.carrier == 'NATURAL_GAS' }.heatingValue.netPerGross",
                        equalTo("0.9"))
                .body(
                        "lines.find { it.carrier == 'LPG' }.heatingValue.netPerGross",
                        equalTo("0.9313"));
    }

    @Test
    void claimsBeyondThePurchaseDoNotRaiseTheShareAboveOne() {
        Api.site("claiming");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        claim-1,claiming,ELECTRICITY,PURCHASED,100,MWh,2023-03,INVOICED
                        claim-2,claiming,ELECTRICITY,PURCHASED_RENEWABLE,250,MWh,2023-03,STATED
                        """)
                .statusCode(200);
        Api.balance("period=2023-03&siteId=claiming")
                .body("renewable.purchasedMwh", equalTo("250"))
                .body("renewableShare.value", equalTo("1"))
                .body("renewableShare.numeratorMwh", equalTo("100"))
                .body(
                        "findings.find { it.code == 'RENEWABLE_ABOVE_PURCHASED' }.message",
                        containsString(
                                "250000 kWh are claimed as renewable, 100000 kWh were bought"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/energy/balance?period=2023&from=2023-01-01 | period | PERIOD_STATED_TWICE",
                "/api/energy/balance?from=2023-01-01 | to | REQUIRED",
                "/api/energy/balance?period=2023&site=x | site | UNKNOWN_PARAMETER",
                "/api/energy/balance?period=2023&period=2022 | period | REPEATED_PARAMETER",
                "/api/energy/matching?from=2023-02-01&to=2023-01-01 | to | END_NOT_AFTER_START",
                "/api/energy/resources?period=1800 | period | YEAR_OUT_OF_RANGE",
                "/api/energy/records?from=soon&to=2023 | from | NOT_A_DATE",
                "/api/energy/heating-values?period=2023 | period | UNKNOWN_PARAMETER",
                "/api/sites?Limit=3 | Limit | UNKNOWN_PARAMETER",
            })
    void aQuestionThatCannotBeUnderstoodIsRefusedByItsParameter(
            String address, String field, String code) {
        Api.as("viewer")
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[null]", "{}", "7"})
    void recordsThatAreNoneAreRefused(String body) {
        Api.storing(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("JSON array"));
    }
}
