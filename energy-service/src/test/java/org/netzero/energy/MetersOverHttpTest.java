package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class MetersOverHttpTest {

    private static final Topic CONSUMPTION = new Topic("energy.consumption");

    @Inject DataSource database;

    private static void site(String siteId, String zone) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "%s"}
                        """
                                .formatted(zone))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }

    private static void meter(String meterId, String siteId, String source) {
        Api.as("steward")
                .body(body(siteId, "ELECTRICITY", source))
                .put("/api/energy/meters/" + meterId)
                .then()
                .statusCode(201);
    }

    private static String body(String siteId, String carrier, String source) {
        return """
        {"siteId": "%s", "carrier": "%s", "source": "%s"}
        """
                .formatted(siteId, carrier, source);
    }

    private static io.restassured.response.ValidatableResponse intervals(String... rows) {
        return Api.importing(
                "intervals",
                "meterId,start,end,quantity,unit,quality,revision\n" + String.join("\n", rows));
    }

    /// Hours on end, all of one energy.
    private static String hours(String meterId, String localStart, int count, String kwh) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "%s,%s,,%s,kWh,,"
                                .formatted(
                                        meterId,
                                        LocalDateTime.parse(localStart).plusHours(i) + "Z",
                                        kwh))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aMeterIsRegisteredListedAndChangedUntilItHasIntervals() {
        site("registered", "Europe/Berlin");
        site("registered-2", "Europe/Berlin");
        meter("reg-1", "registered", "PURCHASED");
        Api.as("steward")
                .body(body("registered-2", "ELECTRICITY", "ON_SITE_PV"))
                .put("/api/energy/meters/reg-1")
                .then()
                .statusCode(200)
                .body("source", equalTo("ON_SITE_PV"));
        intervals("reg-1,2022-01-01T00:00Z,,5,kWh,,").body("accepted", equalTo(1));
        Api.as("steward")
                .body(body("registered", "ELECTRICITY", "ON_SITE_PV"))
                .put("/api/energy/meters/reg-1")
                .then()
                .statusCode(409)
                .body("code", equalTo("METER_IN_USE"))
                .body("detail", containsString("registered-2/ELECTRICITY/ON_SITE_PV"));
        Api.as("steward")
                .body(
                        """
                        {"siteId": "registered-2", "carrier": "ELECTRICITY", "source": "ON_SITE_PV", "inServiceFrom": "2022-01-01"}
                        """)
                .put("/api/energy/meters/reg-1")
                .then()
                .statusCode(200);
        Api.as("viewer")
                .get("/api/energy/meters?limit=1000")
                .then()
                .body("items.meterId", hasItem("reg-1"));
        Api.as("viewer")
                .get("/api/energy/meters/reg-1")
                .then()
                .body("inServiceFrom", equalTo("2022-01-01"));
        Api.as("viewer").get("/api/energy/meters/none").then().statusCode(404);
        Api.as("viewer")
                .body(body("registered", "ELECTRICITY", "PURCHASED"))
                .put("/api/energy/meters/reg-2")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, ELECTRICITY, PURCHASED, 404, UNKNOWN_SITE",
        "refusing, NATURAL_GAS, PURCHASED, 400, NOT_METERED_AS_ENERGY",
        "refusing, STEAM, ON_SITE_PV, 400, SOURCE_NOT_POSSIBLE",
        "refusing, LIGHT, PURCHASED, 400, UNKNOWN_VALUE"
    })
    void whatIsNoMeterIsRefused(
            String site, String carrier, String source, int status, String code) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "Europe/Berlin"}
                        """)
                .put("/api/sites/refusing");
        String answer =
                Api.as("steward")
                        .body(body(site, carrier, source))
                        .put("/api/energy/meters/refused")
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString();
        assertThat(answer).contains(code);
    }

    @Test
    void theGroupHasNoMeters() {
        Api.site("metered-group", "GROUP");
        Api.as("steward")
                .body(body("metered-group", "ELECTRICITY", "PURCHASED"))
                .put("/api/energy/meters/of-group")
                .then()
                .statusCode(400)
                .body("violations.code", contains("METER_OF_GROUP"))
                .body("violations[0].message", containsString("'metered-group' is the group"));
        Api.importing(
                        "meters",
                        "meterId,siteId,carrier,source\nof-group,metered-group,ELECTRICITY,PURCHASED\n")
                .body("rejected.code", contains("METER_OF_GROUP"));
        site("no-group", "UTC");
        meter("no-group-1", "no-group", "PURCHASED");
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "GROUP", "country": "DE", "timeZone": "UTC"}
                        """)
                .put("/api/sites/no-group")
                .then()
                .statusCode(400)
                .body("violations.code", contains("SITE_HAS_METERS"));
    }

    @Test
    void aFileOfMetersRegistersTheNewOnesAndReplacesNone() {
        site("file-of-meters", "Europe/Berlin");
        String header = "meterId,siteId,carrier,source,zone\n";
        String csv =
                header
                        + "fm-1,file-of-meters,ELECTRICITY,PURCHASED,FR\nfm-2,gone,ELECTRICITY,PURCHASED,\n";
        Api.importing("meters", csv)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("UNKNOWN_SITE"))
                .body("rejected[0].line", equalTo(3));
        Api.importing("meters", csv).body("duplicates", equalTo(1));
        Api.importing("meters", header + "fm-1,file-of-meters,ELECTRICITY,PURCHASED,AT\n")
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
        Api.as("viewer").get("/api/imports/meters/template").then().statusCode(200);
    }

    @Test
    void aZoneOfTheGridThatNobodyKnowsIsRefused() {
        site("zone-of-meters", "Europe/Berlin");
        String unknown =
                """
                {"siteId": "zone-of-meters", "carrier": "ELECTRICITY", "source": "PURCHASED", "zone": "ZZ-TXX"}
                """;
        Api.as("steward")
                .body(unknown)
                .put("/api/energy/meters/zoned")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("zone"))
                .body("violations[0].code", equalTo("UNKNOWN_ZONE"))
                .body("violations[0].message", containsString("'ZZ-TXX'"))
                .body("violations[0].message", containsString("import grid-hours"));
        Api.importing(
                        "meters",
                        "meterId,siteId,carrier,source,zone\nzoned,zone-of-meters,ELECTRICITY,PURCHASED,ZZ-TXX\nzoned-2,zone-of-meters,ELECTRICITY,PURCHASED,DE\n")
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("UNKNOWN_ZONE"));
        Api.importing(
                        "grid-hours",
                        "zone,start,intensity,unit\nZZ-TXX,2015-01-01T00:00:00Z,1,gCO2/kWh\n")
                .body("accepted", equalTo(1));
        Api.as("steward").body(unknown).put("/api/energy/meters/zoned").then().statusCode(201);
    }

    @Test
    void aMeteredMonthIsMeasuredEnergyOfItsSiteAndIsTold() {
        site("metered", "Europe/Berlin");
        meter("metered-1", "metered", "PURCHASED");
        // the local month of 31 days begins at 23:00Z and has an hour less
        intervals(hours("metered-1", "2022-02-28T23:00", 743, "1.5"))
                .statusCode(200)
                .body("accepted", equalTo(743));
        Api.balance("period=2022-03&siteId=metered")
                .body("indirectMwh", equalTo("1.11"))
                .body("lines[0].quantity.value", equalTo("1114.5"))
                .body("lines[0].recordCount", equalTo(743))
                .body("lines[0].provenance", equalTo("MEASURED"))
                .body("findings.code", not(hasItem("METER_GAPS")));
        String event =
                CONSUMPTION.await(
                        "metered/ELECTRICITY/PURCHASED/2022-03",
                        value -> value.contains("\"energyKwh\":\"1114.5\""));
        assertThat(new Contract("/contracts/energy/energy-consumption/v1").violations(event))
                .isEmpty();
    }

    @Test
    void missingHoursAreAFindingWithTheirShare() {
        site("gaps", "Europe/Berlin");
        meter("gaps-1", "gaps", "PURCHASED");
        intervals(hours("gaps-1", "2022-05-31T22:00", 700, "1"));
        Api.balance("period=2022-06&siteId=gaps")
                .body(
                        "findings.find { it.code == 'METER_GAPS' }.message",
                        equalTo(
                                "20 of 720 hours (2.78 %) have no interval, in 2022-06; they are missing from the sum, not zero"));
        intervals(hours("gaps-1", "2022-06-30T02:00", 20, "1"));
        Api.balance("period=2022-06&siteId=gaps")
                .body("indirectMwh", equalTo("0.72"))
                .body("findings.code", not(hasItem("METER_GAPS")));
    }

    @Test
    void anInvoiceOfTheMonthBeatsTheIntervalsAndIsComparedWithThem() {
        site("billed", "UTC");
        meter("billed-1", "billed", "PURCHASED");
        intervals(hours("billed-1", "2022-04-01T00:00", 720, "1"));
        Api.storing(
                        """
                        [{"siteId": "billed", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "800", "unit": "kWh"}, "start": "2022-04", "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        Api.balance("period=2022-04&siteId=billed")
                .body("indirectMwh", equalTo("0.8"))
                .body("findings.code", hasItem("OUTRANKED"))
                .body("findings.code", hasItem("TELEMETRY_DEVIATES"));
    }

    @Test
    void intervalsOfAPartOfTheMonthAreAPartOfItsEstimate() {
        site("partly", "UTC");
        meter("partly-1", "partly", "PURCHASED");
        intervals(hours("partly-1", "2022-04-03T00:00", 48, "1"));
        Api.storing(
                        """
                        [{"siteId": "partly", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "800", "unit": "kWh"}, "start": "2022-04", "provenance": "ESTIMATED"}]
                        """)
                .statusCode(201);
        Api.balance("period=2022-04&siteId=partly")
                .body("indirectMwh", equalTo("0.8"))
                .body("findings.code", hasItem("PART_OF_STATED_TOTAL"));
    }

    @Test
    void quartersOfAnHourAndEstimatesAddUp() {
        site("quarters", "UTC");
        meter("quarters-1", "quarters", "PURCHASED");
        intervals(
                        "quarters-1,2022-07-01T00:00Z,2022-07-01T00:15Z,0.25,kWh,,",
                        "quarters-1,2022-07-01T00:15,2022-07-01T00:30,0.9,MJ,ESTIMATED,",
                        "quarters-1,2022-07-01 00:30:00+00:00,2022-07-01T01:00Z,0.5,kWh,MEASURED,")
                .body("accepted", equalTo(3));
        Api.balance("period=2022-07&siteId=quarters")
                .body("lines[0].quantity.value", equalTo("1"))
                .body(
                        "findings.find { it.code == 'METER_ESTIMATES' }.message",
                        containsString("0.25 kWh (25 %)"));
        Api.as("viewer")
                .get("/api/energy/meters/quarters-1/intervals?period=2022-07-01")
                .then()
                .body("items", hasSize(3))
                .body("items[1].start", equalTo("2022-07-01T00:15:00Z"))
                .body("items[1].quantity", equalTo("0.25"))
                .body("items[1].quality", equalTo("ESTIMATED"));
    }

    @Test
    void whatIsNoIntervalIsRefusedWithItsLineItsValueAndTheRemedy() {
        site("refused", "Europe/Berlin");
        meter("refused-1", "refused", "PURCHASED");
        intervals(
                        "refused-1,2022-03-27T02:00,,1,kWh,,",
                        "refused-1,2022-10-30T02:00,,1,kWh,,",
                        "refused-1,2022-01-01T00:00,2022-01-01T02:00,1,kWh,,",
                        "refused-1,2022-01-01T00:00,2022-01-01T00:45,1,kWh,,",
                        "refused-1,2022-01-01T01:00,2022-01-01T01:00,1,kWh,,",
                        "refused-1,2022-01-01T00:30,,1,kWh,,",
                        "refused-1,2022-01-01T00:00,,-1,kWh,,",
                        "refused-1,2022-01-01T00:00,,1,m3,,",
                        "refused-1,2022-01-01T00:00,,0.0000001,kWh,,",
                        "nobody,2022-01-01T00:00,,1,kWh,,",
                        "refused-1,2099-01-01T00:00,,1,kWh,,",
                        "refused-1,1989-01-01T00:00,,1,kWh,,",
                        "refused-1,yesterday,,1,kWh,,",
                        "refused-1,2022-01-01T00:00,,1,kWh,GUESSED,",
                        "refused-1,2022-01-01T00:00,,1,kWh,,0",
                        "refused-1,2022-01-01T00:00,,1,kWh,,2",
                        "refused-1,2022-01-01T00:00,,,kWh,,")
                .body("accepted", equalTo(0))
                .body("rejectedRows", equalTo(17))
                .body(
                        "rejected.code",
                        contains(
                                "NO_SUCH_HOUR",
                                "AMBIGUOUS_HOUR",
                                "NOT_A_PART_OF_AN_HOUR",
                                "NOT_A_PART_OF_AN_HOUR",
                                "END_NOT_AFTER_START",
                                "OFF_THE_HOUR",
                                "NEGATIVE_QUANTITY",
                                "WRONG_UNIT",
                                "TOO_FINE",
                                "UNKNOWN_METER",
                                "IN_THE_FUTURE",
                                "IMPLAUSIBLE_DATE",
                                "NOT_AN_INSTANT",
                                "UNKNOWN_VALUE",
                                "OUT_OF_RANGE",
                                "NOTHING_TO_SUPERSEDE",
                                "REQUIRED"))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].message", containsString("2022-03-27T02:00"))
                .body("rejected[1].message", containsString("2022-10-30T02:00+01:00"))
                .body("rejected[9].message", containsString("/api/energy/meters/nobody"));
        Api.balance("period=2022&siteId=refused").body("lines", empty());
    }

    @Test
    void aDayOfTwentyFiveHoursTakesTheRepeatedHourTwice() {
        site("autumn", "Europe/Berlin");
        meter("autumn-1", "autumn", "PURCHASED");
        intervals(
                        "autumn-1,2022-10-30T01:00,,1,kWh,,",
                        "autumn-1,2022-10-30T02:00+02:00,,2,kWh,,",
                        "autumn-1,2022-10-30T02:00+01:00,,3,kWh,,",
                        "autumn-1,2022-10-30T03:00,,4,kWh,,")
                .body("accepted", equalTo(4));
        Api.as("viewer")
                .get("/api/energy/meters/autumn-1/intervals?period=2022-10-30")
                .then()
                .body("items.quantity", contains("1", "2", "3", "4"))
                .body("nextCursor", nullValue());
    }

    @Test
    void theSameFileAgainChangesNothingAndOtherContentIsAConflict() {
        site("again", "UTC");
        meter("again-1", "again", "PURCHASED");
        String file = hours("again-1", "2022-08-01T00:00", 24, "1");
        intervals(file).body("accepted", equalTo(24));
        intervals(file).body("accepted", equalTo(0)).body("duplicates", equalTo(24));
        intervals(
                        "again-1,2022-08-01T05:00Z,,2,kWh,,",
                        "again-1,2022-08-01T06:15Z,2022-08-01T06:30Z,1,kWh,,",
                        "again-1,2022-08-02T00:00Z,,1,kWh,,",
                        "again-1,2022-08-02T00:00Z,,1,kWh,,")
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected.code", contains("ID_CONFLICT", "OVERLAPPING_INTERVAL"))
                .body("rejected[0].message", containsString("revision 2"));
        Api.balance("period=2022-08&siteId=again").body("lines[0].quantity.value", equalTo("25"));
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatStaysOnFile() {
        site("put-right", "UTC");
        meter("corrected-1", "put-right", "PURCHASED");
        intervals("corrected-1,2022-09-01T05:00Z,,2,kWh,,");
        intervals(
                        "corrected-1,2022-09-01T05:00Z,,3,kWh,,2",
                        "corrected-1,2022-09-01T06:00Z,,1,kWh,,1",
                        "corrected-1,2022-09-01T06:00Z,,5,kWh,ESTIMATED,2",
                        "corrected-1,2022-09-01T06:00Z,,6,kWh,,3")
                .body("accepted", equalTo(4));
        Api.balance("period=2022-09&siteId=put-right")
                .body("lines[0].quantity.value", equalTo("9"))
                .body("lines[0].recordCount", equalTo(2))
                .body("findings.code", not(hasItem("METER_ESTIMATES")));
        intervals(
                        "corrected-1,2022-09-01T05:00Z,,2,kWh,,",
                        "corrected-1,2022-09-01T05:00Z,,3,kWh,,2",
                        "corrected-1,2022-09-01T06:00Z,,5,kWh,ESTIMATED,2",
                        "corrected-1,2022-09-01T05:00Z,,4,kWh,,2")
                .body("duplicates", equalTo(3))
                .body("rejected.code", contains("ID_CONFLICT"));
    }

    @Test
    void aTrialStoresNothing() {
        site("tried", "UTC");
        meter("tried-1", "tried", "PURCHASED");
        Api.as("steward")
                .contentType("text/csv")
                .body("meterId,start,quantity,unit\ntried-1,2015-01-01T00:00Z,1,kWh\n")
                .post("/api/imports/intervals?dryRun=true")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        Api.as("viewer")
                .get("/api/energy/meters/tried-1/intervals?period=2015")
                .then()
                .body("items", empty());
        intervals("tried-1,2015-01-01T00:00Z,,1,kWh,,").body("accepted", equalTo(1));
    }

    @Test
    void aTrialMakesNoPartitionsAndKnowsWhatItTookBefore() throws Exception {
        site("tried-long", "UTC");
        meter("tried-long-1", "tried-long", "PURCHASED");
        // more than a batch, with its first hour again
        String file =
                "meterId,start,end,quantity,unit,quality,revision\n"
                        + hours("tried-long-1", "1993-01-01T00:00", 20_000, "1")
                        + "\ntried-long-1,1993-01-01T00:00Z,,1,kWh,,"
                        + "\ntried-long-1,1993-01-01T01:00Z,,2,kWh,,"
                        + "\ntried-long-1,1993-01-01T02:00Z,,2,kWh,,2";
        Api.as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/intervals?dryRun=true")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(20_001))
                .body("duplicates", equalTo(1))
                .body("rejected.code", contains("ID_CONFLICT"));
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var partition =
                        select.executeQuery("select to_regclass('meter_interval_1993_01')")) {
            partition.next();
            assertThat(partition.getString(1)).isNull();
        }
    }

    @Test
    void aSeriesThatCannotBeSummedStopsNoOtherAndNoImport() throws Exception {
        site("unhindered", "UTC");
        meter("unhindered-1", "unhindered", "PURCHASED");
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.execute(
                    "insert into metered_change (site_id, carrier, source, month) values ('a-gone-site', 'ELECTRICITY', 'PURCHASED', '2022-01-01')");
            try {
                intervals("unhindered-1,2022-01-31T23:00Z,,7,kWh,,")
                        .statusCode(200)
                        .body("accepted", equalTo(1));
                Api.balance("period=2022-01&siteId=unhindered")
                        .body("lines[0].quantity.value", equalTo("7"));
                // what the others changed is summed behind them
                change.execute(
                        "insert into metered_change (site_id, carrier, source, month) values ('unhindered', 'ELECTRICITY', 'PURCHASED', '2022-01-01')");
                change.execute(
                        "update site set time_zone = 'Europe/Berlin' where site_id = 'unhindered'");
                CONSUMPTION.await(
                        "unhindered/ELECTRICITY/PURCHASED/2022-02",
                        value -> value.contains("\"energyKwh\":\"7\""));
            } finally {
                change.execute("delete from metered_change where site_id = 'a-gone-site'");
            }
        }
    }

    @Test
    void filesOfNewMonthsAtTheSameMomentAreAllStored() throws Exception {
        site("at-once", "UTC");
        int files = 6;
        var answers = new ArrayList<Future<Integer>>();
        try (var senders = Executors.newFixedThreadPool(files)) {
            for (int i = 0; i < files; i++) {
                String meter = "at-once-" + i;
                meter(meter, "at-once", "PURCHASED");
                answers.add(
                        senders.submit(() ->
                                intervals(hours(meter, "2001-01-15T00:00", 1_000, "1"))
                                        .extract()
                                        .<Integer>path("accepted")));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1_000);
        }
        Api.balance("period=2001&siteId=at-once").body("totalMwh.asPublished", equalTo("6"));
    }

    @Test
    void aLongFileIsWorkedThroughInTheBackground() {
        site("long", "UTC");
        meter("long-1", "long", "PURCHASED");
        String progress =
                intervals(hours("long-1", "2003-01-01T00:00", 50_001, "0.1"))
                        .statusCode(202)
                        .extract()
                        .path("progress");
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        String status = "";
        while (!List.of("DONE", "FAILED").contains(status) && Instant.now().isBefore(until)) {
            status = Api.as("viewer").get(progress).then().extract().path("status");
        }
        Api.as("viewer")
                .get(progress)
                .then()
                .body("status", equalTo("DONE"))
                .body("accepted", equalTo(50_001));
        CONSUMPTION.await(
                "long/ELECTRICITY/PURCHASED/2008-09", value -> value.contains("\"energyKwh\":\""));
        Api.balance("period=2007&siteId=long")
                .body("lines.size()", equalTo(12))
                .body("totalMwh.asPublished", equalTo("0.88"));
        Api.as("viewer")
                .get("/api/imports/intervals/history/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT"));
    }

    @Test
    void anotherClockOfTheSiteCountsItsDaysAnew() {
        site("moved", "UTC");
        meter("moved-1", "moved", "PURCHASED");
        intervals("moved-1,2022-01-31T23:00Z,,7,kWh,,");
        Api.balance("period=2022-01&siteId=moved").body("lines[0].quantity.value", equalTo("7"));
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "Europe/Berlin"}
                        """)
                .put("/api/sites/moved")
                .then()
                .statusCode(200);
        CONSUMPTION.await(
                "moved/ELECTRICITY/PURCHASED/2022-02",
                value -> value.contains("\"energyKwh\":\"7\""));
        Api.balance("period=2022-01&siteId=moved").body("lines", empty());
        Api.balance("period=2022-02&siteId=moved").body("lines[0].quantity.value", equalTo("7"));
    }

    @Test
    void anotherClockOfTheSiteDoesNotWaitForItsDaysToBeCounted() throws Exception {
        site("rezoned", "UTC");
        meter("rezoned-1", "rezoned", "PURCHASED");
        intervals("rezoned-1,2022-01-31T23:00Z,,7,kWh,,").body("accepted", equalTo(1));
        try (var connection = database.getConnection();
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute(
                    "select 1 from meter_day where meter = (select number from meter where meter_id = 'rezoned-1') for update");
            Api.as("steward")
                    .body(
                            """
                            {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "Europe/Berlin"}
                            """)
                    .put("/api/sites/rezoned")
                    .then()
                    .statusCode(200);
            connection.rollback();
        }
        CONSUMPTION.await(
                "rezoned/ELECTRICITY/PURCHASED/2022-02",
                value -> value.contains("\"energyKwh\":\"7\""));
    }

    @Test
    void daysThatAnImportCountedOnTheOldClockAreCountedAgain() throws Exception {
        site("overtaken", "UTC");
        meter("overtaken-1", "overtaken", "PURCHASED");
        intervals("overtaken-1,2022-01-31T23:00Z,,7,kWh,,").body("accepted", equalTo(1));
        // as if the zone had changed between the import's look at it and its commit
        try (var connection = database.getConnection();
                var racing = connection.createStatement()) {
            racing.execute(
                    "update site set time_zone = 'Europe/Berlin' where site_id = 'overtaken'");
        }
        CONSUMPTION.await(
                "overtaken/ELECTRICITY/PURCHASED/2022-02",
                value -> value.contains("\"energyKwh\":\"7\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "+10000-01-01T00:00:00Z",
                "2022-06-30T23:00:00Z",
                "2022-08-01T00:00:00Z"
            })
    void aCursorOfAnotherListIsRefused(String cursor) {
        String meter = "paged-" + Integer.toHexString(cursor.hashCode());
        site(meter, "UTC");
        meter(meter, meter, "PURCHASED");
        Api.as("viewer")
                .queryParam("cursor", cursor)
                .get("/api/energy/meters/" + meter + "/intervals?period=2022-07")
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_CURSOR"));
    }

    @Test
    void aFileOfOtherColumnsIsRefusedByName() {
        Api.importing("intervals", "meterId,time,quantity,unit\nx,2022-01-01T00:00Z,1,kWh\n")
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_COLUMN"))
                .body("violations.code", hasItem("MISSING_COLUMN"));
        Api.as("viewer")
                .contentType("text/csv")
                .body("meterId,start,quantity,unit\n")
                .post("/api/imports/intervals")
                .then()
                .statusCode(403);
    }
}
