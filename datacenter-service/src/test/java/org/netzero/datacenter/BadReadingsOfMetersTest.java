package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.define;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.BadReadings.at;
import static org.netzero.datacenter.BadReadings.defineCounter;
import static org.netzero.datacenter.BadReadings.definePower;
import static org.netzero.datacenter.BadReadings.finding;
import static org.netzero.datacenter.BadReadings.hour;
import static org.netzero.datacenter.BadReadings.hourly;
import static org.netzero.datacenter.BadReadings.item;
import static org.netzero.datacenter.BadReadings.json;
import static org.netzero.datacenter.BadReadings.lines;
import static org.netzero.datacenter.BadReadings.openCodes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.BadReadings.StoredHour;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.local.test.LocalStack;

/// The rows of `telemetry.md` that are about what meters show.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class BadReadingsOfMetersTest {

    @Inject DataSource database;

    private Map<Integer, StoredHour> storedTo(String id, int hour) {
        return new BadReadings(database).storedTo(id, hour);
    }

    @Test
    void row10ACounterThatFallsToAboutZeroAndStaysStartedAnew() {
        defineCounter("row10", "");

        hourly("row10", 1_000, 1_010, 4, 16, 26);

        Map<Integer, StoredHour> stored = storedTo("row10", 3);
        assertThat(at(stored, 1))
                .isEqualTo(new StoredHour(4, 1, 1, Set.of(HourFlag.COUNTER_RESET)));
        assertThat(at(stored, 2).amount()).isEqualTo(12);
        assertThat(finding("row10", "COUNTER_RESET").getString("items[0].severity"))
                .isEqualTo("NOTE");
    }

    @Test
    void row11ACounterThatShowsZeroOnceMakesNoSpikeAndIsHeldMeanwhile() {
        defineCounter("row11", "");

        hourly("row11", 1_000, 1_010, 0);
        new BadReadings(database)
                .storedOnce(
                        "row11",
                        hours ->
                                hours.containsKey(2)
                                        && hours.get(2).flags().equals(Set.of(HourFlag.HELD)));
        hourly("row11", 1_000, 1_010, 0, 1_030, 1_040);

        Map<Integer, StoredHour> stored = storedTo("row11", 3);
        assertThat(stored.values().stream().mapToDouble(StoredHour::amount).sum()).isEqualTo(40);
        assertThat(at(stored, 2).flags()).contains(HourFlag.DROPOUT);
        finding("row11", "GLITCH");
        assertThat(openCodes("row11")).doesNotContain("COUNTER_RESET");
    }

    @Test
    void row12ACounterGoesOnBehindItsDeclaredMaximum() {
        defineCounter("row12", ", \"maximum\": 10000");

        hourly("row12", 9_980, 9_990, 15, 25);

        assertThat(storedTo("row12", 2).get(1))
                .isEqualTo(new StoredHour(25, 1, 1, Set.of(HourFlag.ROLLOVER)));
        finding("row12", "ROLLOVER");
    }

    @Test
    void row13AMeterExchangedWithoutBeingSaidSoIsAGapAndAFinding() {
        defineCounter("row13", "");

        hourly("row13", 10_000, 10_010, 8_000, 8_012, 8_020);

        Map<Integer, StoredHour> stored = storedTo("row13", 3);
        assertThat(at(stored, 1)).isEqualTo(new StoredHour(0, 0, 0, Set.of(HourFlag.COUNTER_FELL)));
        assertThat(finding("row13", "COUNTER_FELL").getString("items[0].remedy"))
                .contains("exchange");
    }

    /// Hour 1: (1,015 − 1,010) of the old meter and (12 − 2) of the new one.
    @Test
    void row13AnExchangeThatIsSaidWithBothReadingsGoesOnExactly() {
        defineCounter("row13b", "");
        Register.post(
                        "/api/datacenters/row13b/points/row13b.p/exchanges",
                        "{\"at\": \"%s\", \"lastReading\": \"1015\", \"firstReading\": \"2\"}"
                                .formatted(hour(1.5)))
                .statusCode(200);

        hourly("row13b", 1_000, 1_010, 12, 24);

        assertThat(storedTo("row13b", 2))
                .isEqualTo(
                        Map.of(
                                0, new StoredHour(10, 1, 1, Set.of()),
                                1, new StoredHour(15, 1, 1, Set.of()),
                                2, new StoredHour(12, 1, 1, Set.of())));
    }

    @Test
    void row14ACounterFallsOnlyWhereThatIsDeclared() {
        defineCounter("row14", ", \"bidirectional\": true");

        hourly("row14", 100, 90, 80, -20);

        Map<Integer, StoredHour> stored = storedTo("row14", 2);
        assertThat(at(stored, 0)).isEqualTo(new StoredHour(-10, 1, 1, Set.of()));
        assertThat(at(stored, 2).amount()).isEqualTo(-100);
        defineCounter("row14b", "");
        json(item("row14b", hour(0), -1))
                .body("rejected[0].code", equalTo("NEGATIVE_COUNTER"))
                .body("accepted", equalTo(0));
        assertThat(openCodes("row14")).isEmpty();
    }

    @Test
    void row15AStepAboveWhatIsPossibleIsInNoFigureAndFound() {
        defineCounter("row15", ", \"ratedPower\": 100");

        hourly("row15", 1_000, 1_100, 1_900, 1_950);

        Map<Integer, StoredHour> stored = storedTo("row15", 2);
        assertThat(at(stored, 1)).isEqualTo(new StoredHour(0, 0, 0, Set.of(HourFlag.QUARANTINED)));
        assertThat(finding("row15", "IMPOSSIBLE_STEP").getString("items[0].severity"))
                .isEqualTo("ERROR");
    }

    @Test
    void row16ACounterThatFreezesUnderLoadIsFoundAndClosedWhenReadingsCome() {
        define("row16", "site-row16", "2020-01-01", 200);
        var readings = new ArrayList<String>();
        for (int i = 0; i <= 12; i++) {
            readings.add(reading("row16.total", hour(i), 100 + i * 0.15));
            readings.add(reading("row16.it", hour(i), i < 3 ? 1_000 + i * 100 : 1_300));
        }
        push(readings);

        JsonPath found = finding("row16", "STUCK");
        assertThat(found.getString("items[0].point")).isEqualTo("row16.it");
        assertThat(found.getString("items[0].from")).isEqualTo(hour(3).toString());
        assertThat(
                        as("viewer")
                                .get(
                                        "/api/datacenters/row16/indicators?period=2026-05-04&granularity=day")
                                .jsonPath()
                                .getDouble("intervals[0].itKwh"))
                .isEqualTo(300);

        // what was missing arrives late: within each hour the counter moved after all
        var late = new ArrayList<String>();
        for (int i = 3; i < 12; i += 4) {
            late.add(reading("row16.it", hour(i + 0.5), 1_300.5));
        }
        push(late);
        await(
                "the finding to close",
                () ->
                        as("viewer")
                                        .get(
                                                "/api/datacenters/row16/findings?code=STUCK&open=false")
                                        .jsonPath()
                                        .getList("items")
                                        .size()
                                == 1);
    }

    @Test
    void row16AFacilityAtRestHasNoStuckMeter() {
        defineCounter("row16b", "");
        double[] values = new double[14];
        Arrays.fill(values, 500);
        hourly("row16b", values);
        storedTo("row16b", 12);
        // a finding that does come shows that the search has been there
        json(item("row16b", hour(14), 3), item("row16b", hour(15), 7)).statusCode(200);

        finding("row16b", "COUNTER_RESET");

        assertThat(openCodes("row16b")).doesNotContain("STUCK");
    }

    @Test
    void row18AJumpByAPowerOfTenIsFoundAndItsStepLeftOut() {
        defineCounter("row18", "");

        hourly("row18", 500_000, 500_100, 500.2, 500.3, 500.4);

        Map<Integer, StoredHour> stored = storedTo("row18", 3);
        assertThat(at(stored, 1).amount()).isZero();
        assertThat(at(stored, 1).flags()).contains(HourFlag.UNIT_JUMP);
        JsonPath found = finding("row18", "UNIT_JUMP");
        assertThat(found.getString("items[0].severity")).isEqualTo("ERROR");
        assertThat(openCodes("row18")).doesNotContain("COUNTER_RESET", "IMPOSSIBLE_STEP");
    }

    @Test
    void row18AUnitThatIsToldIsConvertedOrRefused() {
        defineCounter("row18b", "");
        String told = "{\"point\":\"row18b.p\",\"time\":\"%s\",\"value\":%s,\"unit\":\"%s\"}";
        json(told.formatted(hour(0), "0.1", "MWh"), told.formatted(hour(1), 9, "kW"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.index", equalTo(List.of(1)))
                .body("rejected.code", equalTo(List.of("UNIT_DOES_NOT_FIT")));
        String line = "meter,point=row18b.p,unit=%s value=%s %d\n";
        lines(
                        line.formatted("MJ", 396, hour(1).getEpochSecond())
                                + line.formatted("m3", 9, hour(2).getEpochSecond())
                                + line.formatted("Wh", 125_000, hour(2).getEpochSecond()))
                .statusCode(400)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(List.of(2)))
                .body("rejected.code", equalTo(List.of("UNIT_DOES_NOT_FIT")));

        assertThat(storedTo("row18b", 1))
                .isEqualTo(
                        Map.of(
                                0, new StoredHour(10, 1, 1, Set.of()),
                                1, new StoredHour(15, 1, 1, Set.of())));
    }

    @Test
    void row19MoreItThanInputHoldsPueWithTheReasonAndIsFound() {
        define("row19", "site-row19", "2020-01-01", 200);
        var readings = new ArrayList<String>();
        for (int i = 0; i <= 4; i++) {
            readings.add(reading("row19.total", hour(i), 10 + i * 0.15));
            readings.add(reading("row19.it", hour(i), i * 180.0));
        }
        push(readings);

        JsonPath found = finding("row19", "PUE_BELOW_ONE");
        assertThat(found.getInt("items[0].hours")).isEqualTo(4);
        assertThat(found.getString("items[0].message"))
                .endsWith("4 hours, IT 720 kWh, facility input 600 kWh");
        JsonPath day =
                as("viewer")
                        .get("/api/datacenters/row19/indicators?period=2026-05-04&granularity=day")
                        .jsonPath();
        assertThat(day.getString("intervals[0].pue")).isNull();
        assertThat(day.getList("intervals[0].flags", String.class)).contains("PUE_BELOW_ONE");
    }

    @Test
    void row19SubMetersAboveTheMainMeterHoldTheIndicatorsWithTheReason() {
        define("row19b", "site-row19b", "2020-01-01", 200);
        as("steward")
                .contentType("application/json")
                .body(
                        "[{\"pointId\": \"row19b.cooling\", \"role\": \"COOLING\", \"quantity\": \"POWER\", \"unit\": \"kW\"}]")
                .put("/api/datacenters/row19b/points")
                .then()
                .statusCode(200);
        var readings = new ArrayList<String>();
        for (int i = 0; i <= 4; i++) {
            readings.add(reading("row19b.total", hour(i), 10 + i * 0.15));
            readings.add(reading("row19b.it", hour(i), i * 100.0));
            readings.add(reading("row19b.cooling", hour(i), 80 + i));
        }
        push(readings);

        JsonPath found = finding("row19b", "SUBMETERS_ABOVE_MAIN");
        assertThat(found.getString("items[0].datacenterId")).isEqualTo("row19b");
        assertThat(found.getString("items[0].point")).isNull();
        String address = "/api/datacenters/row19b/indicators?period=2026-05-04&granularity=day";
        await(
                "the flag",
                () ->
                        as("viewer")
                                .get(address)
                                .jsonPath()
                                .getList("intervals[0].flags", String.class)
                                .contains("HELD_BALANCE"));
        JsonPath day = as("viewer").get(address).jsonPath();
        assertThat(day.getString("intervals[0].pue")).isNull();
        assertThat(day.getString("intervals[0].ere")).isNull();
        assertThat(day.getDouble("intervals[0].itKwh")).isEqualTo(400);
        JsonPath balance =
                as("viewer").get("/api/datacenters/row19b/balance?period=2026-05-04").jsonPath();
        assertThat(balance.getInt("hours")).isEqualTo(4);
        assertThat(balance.getDouble("mainKwh")).isEqualTo(600);
        assertThat(balance.getDouble("subKwh")).isEqualTo(728);
        assertThat(balance.getDouble("residualKwh")).isEqualTo(-128);
        assertThat(balance.getBoolean("fails")).isTrue();
    }

    @Test
    void row19APowerOfTheWrongSignIsLeftOutAndFound() {
        definePower("row19c", "");

        hourly("row19c", 100, 101, -50, 102, 103);

        Map<Integer, StoredHour> stored = storedTo("row19c", 3);
        assertThat(at(stored, 1).covered()).isZero();
        assertThat(at(stored, 1).flags())
                .isEqualTo(Set.of(HourFlag.QUARANTINED, HourFlag.WRONG_SIGN));
        assertThat(finding("row19c", "WRONG_SIGN").getInt("items[0].hours")).isEqualTo(2);
        assertThat(openCodes("row19c")).isEqualTo(List.of("WRONG_SIGN"));
    }
}
