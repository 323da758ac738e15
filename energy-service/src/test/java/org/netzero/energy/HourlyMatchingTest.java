package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class HourlyMatchingTest {

    private static void site(String siteId, String gridZone) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "US", "gridZone": "%s", "timeZone": "UTC"}
                        """
                                .formatted(gridZone))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }

    private static void site(String siteId, String gridZone, String timeZone) {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "IN", "gridZone": "%s", "timeZone": "%s"}
                        """
                                .formatted(gridZone, timeZone))
                .put("/api/sites/" + siteId)
                .then()
                .statusCode(201);
    }

    private static void meter(String meterId, String siteId, String source) {
        Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s"}
                        """
                                .formatted(siteId, source))
                .put("/api/energy/meters/" + meterId)
                .then()
                .statusCode(201);
    }

    private static void intervals(String meterId, String start, String... kwh) {
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        Instant at = Instant.parse(start);
        for (int i = 0; i < kwh.length; i++) {
            rows.append("%s,%s,%s,kWh\n".formatted(meterId, at.plusSeconds(3_600L * i), kwh[i]));
        }
        Api.importing("intervals", rows.toString())
                .statusCode(200)
                .body("accepted", equalTo(kwh.length));
    }

    private static ValidatableResponse matching(String query) {
        return Api.as("viewer").get("/api/energy/matching?" + query).then();
    }

    @Test
    void theScoreOfHoursIsLowerThanThatOfTheirSum() {
        site("matched-1", "ZONE-A");
        meter("matched-load", "matched-1", "PURCHASED");
        meter("matched-plant", "matched-1", "PURCHASED_RENEWABLE");
        intervals("matched-load", "2011-05-01T00:00:00Z", "0.5", "0.5");
        intervals("matched-plant", "2011-05-01T00:00:00Z", "1.0", "0");
        matching("period=2011-05-01&granularity=hour")
                .statusCode(200)
                .body("score", equalTo("0.5"))
                .body("byVolume.period", equalTo("1"))
                .body("byVolume.month", equalTo("1"))
                .body("zones.find { it.zone == 'ZONE-A' }.unmatchedHours", equalTo(1))
                .body("zones.find { it.zone == 'ZONE-A' }.sites.siteId", hasItem("matched-1"));
        matching("period=2011&granularity=year").body("score", equalTo("1"));
        matching("period=2011&granularity=month").body("score", equalTo("1"));
    }

    @Test
    void supplyOfAnotherZoneMatchesNothing() {
        site("zoned-1", "ZONE-B");
        site("zoned-2", "ZONE-C");
        meter("zoned-load", "zoned-1", "PURCHASED");
        meter("zoned-plant", "zoned-2", "PURCHASED_RENEWABLE");
        intervals("zoned-load", "2012-05-01T00:00:00Z", "5");
        intervals("zoned-plant", "2012-05-01T00:00:00Z", "5");
        matching("period=2012-05-01&granularity=hour")
                .body("score", equalTo("0"))
                .body("zones.find { it.zone == 'ZONE-C' }.score", nullValue())
                .body("zones.find { it.zone == 'ZONE-B' }.score", equalTo("0"));
    }

    @Test
    void ownGenerationStorageAndExportsBelongToTheirHours() {
        site("stored-1", "ZONE-D");
        meter("stored-grid", "stored-1", "PURCHASED");
        meter("stored-pv", "stored-1", "ON_SITE_PV");
        meter("stored-out", "stored-1", "EXPORTED");
        meter("stored-in", "stored-1", "STORAGE_CHARGE");
        meter("stored-back", "stored-1", "STORAGE_DISCHARGE");
        intervals("stored-grid", "2013-05-01T10:00:00Z", "0", "2");
        intervals("stored-pv", "2013-05-01T10:00:00Z", "20", "0");
        intervals("stored-out", "2013-05-01T10:00:00Z", "5", "0");
        intervals("stored-in", "2013-05-01T10:00:00Z", "10", "0");
        intervals("stored-back", "2013-05-01T10:00:00Z", "0", "8");
        // loads of 5 and 10 kWh: the first from the roof, 8 of the second from storage
        matching("period=2013-05-01&granularity=hour")
                .body("loadMwh", equalTo("0.02"))
                .body("score", equalTo("0.866667"))
                .body("scoreWithoutStorage", equalTo("0.333333"))
                .body(
                        "zones.find { it.zone == 'ZONE-D' }.scoreWithoutStorage",
                        equalTo("0.333333"));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/matching?period=2013-05-01&granularity=hour")
                        .then()
                        .extract()
                        .asString();
        assertThat(csv)
                .contains("ZONE-D,2013-05-01T10:00:00Z,5,15,0,5,0,10,0")
                .contains("ZONE-D,2013-05-01T11:00:00Z,10,0,8,8,2,0,0");
    }

    @Test
    void anHourThatAMeterMissedIsLeftOutAndSaidToBe() {
        site("holes-1", "ZONE-E");
        meter("holes-load", "holes-1", "PURCHASED");
        meter("holes-plant", "holes-1", "PURCHASED_RENEWABLE");
        intervals("holes-load", "2014-05-01T00:00:00Z", "5");
        intervals("holes-load", "2014-05-01T02:00:00Z", "5");
        intervals("holes-plant", "2014-05-01T00:00:00Z", "5");
        matching("period=2014-05-01&granularity=hour")
                .body("score", equalTo("0.5"))
                .body("findings.code", hasItem("HOURS_NOT_MEASURED"))
                .body("findings.code", hasItem("SUPPLY_GAPS"))
                .body(
                        "findings.find { it.code == 'HOURS_NOT_MEASURED' && it.subject == 'holes-1' }.message",
                        containsString("22 of 24 hours"));
    }

    @Test
    void aHeatmapHasARowADayAndAColumnAnHour() {
        site("heat-1", "ZONE-F");
        meter("heat-load", "heat-1", "PURCHASED");
        meter("heat-plant", "heat-1", "PURCHASED_RENEWABLE");
        intervals("heat-load", "2016-05-01T03:00:00Z", "4", "4");
        intervals("heat-plant", "2016-05-01T03:00:00Z", "1", "8");
        Api.as("viewer")
                .get("/api/energy/matching/heatmap?period=2016-05-01&zone=ZONE-F")
                .then()
                .statusCode(200)
                .body("days", hasSize(1))
                .body("days[0].hours", hasSize(24))
                .body("days[0].hours[2]", nullValue())
                .body("days[0].hours[3]", equalTo("0.25"))
                .body("days[0].hours[4]", equalTo("1"));
        assertThat(
                        Api.as("viewer")
                                .accept("text/csv")
                                .get(
                                        "/api/energy/matching/heatmap?period=2016-05-01&zone=ZONE-F&show=surplusKwh")
                                .then()
                                .extract()
                                .asString())
                .startsWith("day,00,01,02,03")
                .contains("2016-05-01,,,,0,4,");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/energy/matching?period=1995&granularity=hour, 422, HOURLY_SERIES_NEEDED",
        "/api/energy/matching?period=2016&granularity=week, 400, UNKNOWN_VALUE",
        "/api/energy/matching?from=2011-01-01&to=2021-01-02&granularity=month, 400, TOO_LONG",
        "/api/energy/matching/heatmap?period=1995, 422, HOURLY_SERIES_NEEDED",
        "/api/energy/matching/heatmap?period=2016&show=colour, 400, UNKNOWN_VALUE",
        "/api/energy/location-based?period=2016&siteId=nobody, 404, UNKNOWN_SITE",
        "/api/energy/location-based?period=soon, 400, NOT_A_PERIOD"
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String code) {
        assertThat(Api.as("viewer").get(path).then().statusCode(status).extract().asString())
                .contains(code);
    }

    @Test
    void moreHoursThanFitMemoryAreRefused() {
        site("two-centuries", "ZONE-L");
        meter("two-centuries-1", "two-centuries", "PURCHASED");
        meter("two-centuries-2", "two-centuries", "PURCHASED");
        intervals("two-centuries-1", "1990-05-01T00:00:00Z", "1");
        intervals("two-centuries-2", "1990-05-01T00:00:00Z", "1");
        Api.as("viewer")
                .get("/api/energy/location-based?from=1990&to=2190&siteId=two-centuries")
                .then()
                .statusCode(422)
                .body("code", equalTo("TOO_MANY_HOURS"));
    }

    @Test
    void tenYearsOfMonthsAreCompared() {
        matching("from=2011-01-01&to=2021-01-01&granularity=month").statusCode(200);
    }

    @Test
    void anHourOfTheGridIsRefusedWithItsValueAndTheRemedy() {
        Api.importing(
                        "grid-hours",
                        """
                        zone,start,intensity,unit,mix,supersedes
                        G1,2022-01-01T00:00,1,gCO2/kWh,,
                        G1,2022-01-01T00:30Z,1,gCO2/kWh,,
                        G1,2022-01-01T00:00Z,-1,gCO2/kWh,,
                        G1,2022-01-01T00:00Z,1,g,,
                        G1,2022-01-01T00:00Z,1,gCO2/kWh,WIND,
                        G1,2022-01-01T00:00Z,1,gCO2/kWh,WIND=1;WIND=2,
                        G1,2022-01-01T00:00Z,,gCO2/kWh,,
                        G1,2022-01-01T00:00Z,1,gCO2/kWh,,G1/2022-01-01T01:00:00Z
                        G1,2022-01-01T00:00Z,1,gCO2/kWh,,G1/2022-01-01T00:00:00Z
                        G1,2022-01-01T01:00Z,0.4,tCO2/MWh,COL=3;NG=1.5,
                        """)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "NOT_AN_INSTANT",
                                        "OFF_THE_HOUR",
                                        "NEGATIVE_INTENSITY",
                                        "UNKNOWN_UNIT",
                                        "NOT_A_MIX",
                                        "NOT_A_MIX",
                                        "REQUIRED",
                                        "CORRECTS_ANOTHER",
                                        "UNKNOWN_RECORD")));
        String header = "zone,start,intensity,unit,mix,supersedes\n";
        String hour = "G1,2022-01-01T01:00Z,400.0,gCO2/kWh,NG=1.50;COL=3,";
        Api.importing("grid-hours", header + hour).body("duplicates", equalTo(1));
        Api.importing("grid-hours", header + "G1,2022-01-01T01:00Z,500,gCO2/kWh,,")
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
        Api.importing(
                        "grid-hours",
                        header + "G1,2022-01-01T01:00Z,500,gCO2/kWh,,G1/2022-01-01T01:00:00Z")
                .body("accepted", equalTo(1));
    }

    @Test
    void anHourOfTheGridFarFromTodayIsRefusedAloneAndNotWithItsBatch() {
        Api.importing(
                        "grid-hours",
                        """
                        zone,start,intensity,unit
                        G2,+10000-01-01T00:00Z,1,gCO2/kWh
                        G2,2099-01-01T00:00Z,1,gCO2/kWh
                        G2,1989-12-31T23:00Z,1,gCO2/kWh
                        G2,-0001-01-01T00:00Z,1,gCO2/kWh
                        G2,1990-01-01T00:00Z,1,gCO2/kWh
                        """)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "IN_THE_FUTURE",
                                        "IN_THE_FUTURE",
                                        "IMPLAUSIBLE_DATE",
                                        "IMPLAUSIBLE_DATE")));
    }

    @Test
    void aYearOfTheGridGivesALoadItsHourlyEmissions() {
        List<String[]> texas = texas();
        String hours =
                texas.stream()
                        .map(row ->
                                "US-TX,%s,%s,gCO2/kWh,WND=%s;SUN=%s;WAT=%s;OIL=%s;NG=%s;COL=%s;NUC=%s;OTH=%s"
                                        .formatted(
                                                row[0],
                                                rounded(row[9]),
                                                row[1],
                                                row[2],
                                                row[3],
                                                row[4],
                                                row[5],
                                                row[6],
                                                row[7],
                                                row[8]))
                        .collect(Collectors.joining("\n", "zone,start,intensity,unit,mix\n", "\n"));
        Api.importing("grid-hours", hours).body("accepted", equalTo(8_760));
        site("texas", "US-TX");
        meter("texas-load", "texas", "PURCHASED");
        String load =
                texas.stream()
                        .map(row -> "texas-load,%s,%s,kWh".formatted(row[0], row[2]))
                        .collect(Collectors.joining("\n", "meterId,start,quantity,unit\n", "\n"));
        Api.importing("intervals", load).body("accepted", equalTo(8_760));
        ValidatableResponse answer =
                Api.as("viewer").get("/api/energy/location-based?period=2022&siteId=texas").then();
        answer.statusCode(200)
                .body("zones[0].gas", equalTo("CO2"))
                .body("zones[0].drawnMwh", equalTo("23666.35"))
                .body("zones[0].hours", equalTo(8_760))
                .body("zones[0].average", equalTo("GENERATION_WEIGHTED"))
                .body("zones[0].averageGramsPerKwh", equalTo("353.051762"));
        // 23,666,350 kWh at 353.4183609863 and at 353.0517618248 g/kWh
        assertThat(Double.parseDouble(answer.extract().path("zones[0].hourlyKg")))
                .isCloseTo(8_364_122.627, org.assertj.core.data.Offset.offset(0.01));
        assertThat(Double.parseDouble(answer.extract().path("zones[0].averageKg")))
                .isCloseTo(8_355_446.563, org.assertj.core.data.Offset.offset(0.01));
        // nothing is allocated, and no residual mix on file: both methods are at the grid's average
        ValidatableResponse market =
                Api.as("viewer").get("/api/energy/market-based?period=2022&siteId=texas").then();
        market.statusCode(200)
                .body("zones[0].hoursAtGrid", equalTo(8_760))
                .body("zones[0].coveredHourlyMwh", equalTo("0"))
                .body("findings.code", hasItem("NO_RESIDUAL_MIX"));
        for (String method : List.of("hourlyKg", "locationBasedHourlyKg")) {
            assertThat(market.extract().<String>path("zones[0]." + method))
                    .isEqualTo(answer.extract().path("zones[0].hourlyKg"));
        }
        assertThat(market.extract().<String>path("zones[0].annualKg"))
                .isEqualTo(answer.extract().path("zones[0].averageKg"));
        matching("period=2022-06&granularity=hour").body("zones.zone", hasItem("US-TX"));
    }

    @Test
    void hoursOfAClockHalfAnHourOffAreSharedBetweenThoseOfTheGrid() {
        site("delhi", "IN-DL", "Asia/Kolkata");
        meter("delhi-load", "delhi", "PURCHASED");
        // the local days from 18:30Z on, hour by hour and then by the quarter
        intervals("delhi-load", "2018-05-01T18:30:00Z", "1000", "3000");
        StringBuilder rows = new StringBuilder("meterId,start,end,quantity,unit\n");
        Instant at = Instant.parse("2018-05-01T20:30:00Z");
        for (int i = 0; i < 6; i++, at = at.plusSeconds(900)) {
            rows.append("delhi-load,%s,%s,500,kWh\n".formatted(at, at.plusSeconds(900)));
        }
        Api.importing("intervals", rows.toString()).body("accepted", equalTo(6));
        Api.importing(
                        "grid-hours",
                        """
                        zone,start,intensity,unit
                        IN-DL,2018-05-01T18:00Z,5000,gCO2/kWh
                        IN-DL,2018-05-01T19:00Z,1000,gCO2/kWh
                        IN-DL,2018-05-01T20:00Z,2000,gCO2/kWh
                        IN-DL,2018-05-01T21:00Z,3000,gCO2/kWh
                        """)
                .body("accepted", equalTo(4));
        // 19h: half of either hour; 20h: half of the second and two quarters; 21h: four quarters
        Api.as("viewer")
                .get("/api/energy/location-based?period=2018-05-02&siteId=delhi")
                .then()
                .statusCode(200)
                .body("zones[0].hours", equalTo(3))
                .body("zones[0].drawnMwh", equalTo("6.5"))
                .body("zones[0].hourlyKg", equalTo("13000"))
                .body("zones[0].hoursLeftOut", equalTo(21))
                .body(
                        "findings.find { it.code == 'HOURS_NOT_MEASURED' }.message",
                        containsString("21 hours"));
    }

    @Test
    void intensitiesOfDifferentGasesAreCountedApart() {
        site("mixed-gases", "ZONE-M");
        meter("mixed-load", "mixed-gases", "PURCHASED");
        intervals("mixed-load", "2017-05-01T00:00:00Z", "1000", "1000", "1000");
        Api.importing(
                        "grid-hours",
                        """
                        zone,start,intensity,unit
                        ZONE-M,2017-05-01T00:00Z,500,gCO2/kWh
                        ZONE-M,2017-05-01T01:00Z,500,gCO2e/kWh
                        ZONE-M,2017-05-01T02:00Z,500,gCO2e/kWh
                        ZONE-M,2017-05-01T03:00Z,500,gCO2/kWh
                        """)
                .body("accepted", equalTo(4));
        Api.as("viewer")
                .get("/api/energy/location-based?period=2017-05-01&siteId=mixed-gases")
                .then()
                .body("zones[0].gas", equalTo("MIXED"))
                .body("zones[0].hours", equalTo(3))
                .body("zones[0].hoursOfCo2", equalTo(1))
                .body("zones[0].hoursOfCo2e", equalTo(2));
    }

    @Test
    void sitesOfDifferentClocksAreMatchedWithinTheSameHour() {
        site("mumbai", "ZONE-IN", "Asia/Kolkata");
        site("utc-plant", "ZONE-IN", "UTC");
        meter("mumbai-load", "mumbai", "PURCHASED");
        meter("utc-plant-1", "utc-plant", "PURCHASED_RENEWABLE");
        intervals("mumbai-load", "2019-05-01T02:30:00Z", "2", "2");
        intervals("utc-plant-1", "2019-05-01T03:00:00Z", "2", "0");
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/matching?period=2019-05-01&granularity=hour")
                        .then()
                        .extract()
                        .asString();
        assertThat(csv).contains("ZONE-IN,2019-05-01T03:00:00Z,2,2,0,2,0,0,0");
    }

    /// The file has more digits than a double holds.
    private static String rounded(String intensity) {
        return new java.math.BigDecimal(intensity)
                .setScale(12, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static List<String[]> texas() {
        try (var file =
                        Objects.requireNonNull(
                                HourlyMatchingTest.class.getResourceAsStream(
                                        "/timeseries/eia930-tx_2022.csv"));
                var text =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
