package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.define;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.tellSite;
import static org.netzero.datacenter.BadReadings.at;
import static org.netzero.datacenter.BadReadings.defineCounter;
import static org.netzero.datacenter.BadReadings.finding;
import static org.netzero.datacenter.BadReadings.hour;
import static org.netzero.datacenter.BadReadings.hourly;
import static org.netzero.datacenter.BadReadings.item;
import static org.netzero.datacenter.BadReadings.json;
import static org.netzero.datacenter.BadReadings.line;
import static org.netzero.datacenter.BadReadings.lines;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.datacenter.BadReadings.StoredHour;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.local.test.LocalStack;

/// The rows of `telemetry.md` that are about when a reading was taken and when it arrives.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class BadReadingsInTimeTest {

    private static final int HOURS_OF_2024 = 366 * 24;

    @Inject DataSource database;

    private Map<Integer, StoredHour> storedTo(String id, int hour) {
        return new BadReadings(database).storedTo(id, hour);
    }

    private static StoredHour measured(double amount) {
        return new StoredHour(amount, 1, 1, Set.of());
    }

    @Test
    void row1AnExactDuplicateIsAcceptedCountedAndWithoutEffect() {
        defineCounter("row1", "");
        for (int i = 0; i < 3; i++) {
            hourly("row1", 100, 110, 125);
            lines(line("row1", hour(0), 100) + "\n" + line("row1", hour(1), 110) + "\n")
                    .statusCode(204);
        }

        hourly("row1", 100, 110, 125, 130);

        assertThat(storedTo("row1", 2))
                .isEqualTo(Map.of(0, measured(10), 1, measured(15), 2, measured(5)));
    }

    @ParameterizedTest
    @CsvSource({"row2, FIRST_KEPT, 10, 15", "row2b, LAST_WINS, 12, 13"})
    void row2AnotherValueForATimeIsKeptBesideTheFirstAndFound(
            String id, String policy, double before, double after) {
        defineCounter(id, ", \"revisions\": \"%s\"".formatted(policy));
        hourly(id, 100, 110, 125);

        json(item(id, hour(1), 112)).statusCode(200).body("accepted", equalTo(1));

        Map<Integer, StoredHour> stored =
                new BadReadings(database)
                        .storedOnce(
                                id,
                                hours ->
                                        hours.containsKey(1)
                                                && !at(hours, 1).flags().isEmpty()
                                                && at(hours, 0).amount() == before);
        assertThat(stored)
                .isEqualTo(
                        Map.of(
                                0,
                                measured(before),
                                1,
                                new StoredHour(after, 1, 1, Set.of(HourFlag.REVISED))));
        JsonPath found = finding(id, "REVISED");
        assertThat(found.getString("items[0].point")).isEqualTo(id + ".p");
        assertThat(found.getString("items[0].from")).isEqualTo(hour(1).toString());
    }

    @Test
    void row3ALateReadingOfAnOpenPeriodChangesHoursAndIndicators() {
        define("row3", "site-row3", "2020-01-01", 200);
        push(
                List.of(
                        reading("row3.total", hour(0), 0),
                        reading("row3.it", hour(0), 0),
                        reading("row3.total", hour(2), 0.3),
                        reading("row3.it", hour(2), 150)));
        String address = "/api/datacenters/row3/indicators?period=2026-05-04&granularity=hour";
        await("two hours", () -> itOfHours(address).equals(List.of(75.0, 75.0)));

        push(List.of(reading("row3.it", hour(1), 50), reading("row3.total", hour(1), 0.12)));

        await("the late reading", () -> itOfHours(address).equals(List.of(50.0, 100.0)));
    }

    private static List<Double> itOfHours(String address) {
        return as("viewer")
                .get(address)
                .jsonPath()
                .getList("intervals.itKwh", Double.class)
                .stream()
                .filter(kwh -> kwh != null)
                .toList();
    }

    @Test
    void row5ReadingsOutOfOrderWithinABodyAndAcrossConnectionsGiveTheSame() {
        defineCounter("row5", "");
        var items = new ArrayList<String>();
        for (int i = 0; i <= 40; i++) {
            items.add(item("row5", hour(i / 4.0), 1_000 + i * i));
        }
        Collections.shuffle(items, new Random(5));

        var sent = new ArrayList<CompletableFuture<Void>>();
        for (int from = 0; from < items.size(); from += 7) {
            String[] part =
                    items.subList(from, Math.min(items.size(), from + 7)).toArray(String[]::new);
            sent.add(
                    CompletableFuture.runAsync(
                            () -> json(part).body("accepted", equalTo(part.length))));
        }
        sent.forEach(CompletableFuture::join);

        Map<Integer, StoredHour> stored =
                new BadReadings(database)
                        .storedOnce(
                                "row5",
                                hours ->
                                        hours.size() == 10
                                                && hours.values().stream()
                                                                .mapToDouble(StoredHour::amount)
                                                                .sum()
                                                        == 1_600);
        for (int i = 0; i < 10; i++) {
            assertThat(stored).containsEntry(i, measured(16.0 * (2 * i + 1)));
        }
    }

    @Test
    void row6AReadingFromTheFutureIsRefusedWithItsOffset() {
        defineCounter("row6", "");
        Instant ahead = Instant.now().plusSeconds(3_600);
        json(item("row6", ahead, 1), item("row6", hour(0), 1))
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("CLOCK_SKEW"))
                .body("rejected[0].message", containsString("at most 300 s are allowed"));
        lines(line("row6", ahead, 1))
                .statusCode(400)
                .body("rejected[0].code", equalTo("CLOCK_SKEW"));

        hourly("row6", 1, 3);

        assertThat(storedTo("row6", 0)).isEqualTo(Map.of(0, measured(2)));
    }

    @Test
    void row7ATimeInAnotherUnitIsRefusedAndNeverGuessed() {
        defineCounter("row7", "");
        long seconds = hour(1).getEpochSecond();
        as("telemetry")
                .contentType("text/plain")
                .body("meter,point=row7.p value=7 %d".formatted(seconds))
                .post(BadReadings.V2 + "?precision=ns")
                .then()
                .statusCode(400)
                .body("rejected[0].code", equalTo("TIME_UNIT"))
                .body("message", containsString("looks like seconds"));
        lines("meter,point=row7.p value=7 %d000000000".formatted(seconds))
                .statusCode(400)
                .body("rejected[0].code", equalTo("TIME_UNIT"));
        json("{\"point\":\"row7.p\",\"time\":%d,\"value\":7}".formatted(seconds))
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("TIME_UNIT"));

        hourly("row7", 1, 3);

        assertThat(storedTo("row7", 0)).isEqualTo(Map.of(0, measured(2)));
    }

    @Test
    void row8AReadingWithoutATimeIsRefusedUnlessItsSourceIsDeclaredLive() {
        defineCounter("row8", "");
        String bare = "{\"point\":\"row8.p\",\"value\":%d}";
        json(bare.formatted(900))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected.code", equalTo(List.of("TIME_MISSING")));
        lines("meter,point=row8.p value=900\n")
                .statusCode(400)
                .body("accepted", equalTo(0))
                .body("rejected.code", equalTo(List.of("TIME_MISSING")));
        Register.put("/api/datacenters/row8/intake", "{\"live\": true}").statusCode(200);

        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        json(item("row8", hourAgo, 100)).body("accepted", equalTo(1));
        json(bare.formatted(110)).statusCode(200).body("accepted", equalTo(1));
        double hoursAtMost = Duration.between(hourAgo, Instant.now()).toMillis() / 3_600_000.0;

        // until it was sent: had 900 been stored, or 110 at another moment, it would be another
        Map<Integer, StoredHour> stored =
                new BadReadings(database)
                        .storedOnce(
                                "row8",
                                hours ->
                                        Math.abs(
                                                        hours.values().stream()
                                                                        .mapToDouble(
                                                                                StoredHour::amount)
                                                                        .sum()
                                                                - 10)
                                                < 1e-6);
        assertThat(stored.values().stream().mapToDouble(StoredHour::covered).sum())
                .isBetween(1 - 0.001, hoursAtMost + 0.001);
    }

    @Test
    void row9ALocalTimeWithoutOffsetIsRefusedWithAHint() {
        defineCounter("row9", "");
        json(
                        "{\"point\":\"row9.p\",\"time\":\"2026-05-04T02:30:00\",\"value\":7}",
                        "{\"point\":\"row9.p\",\"time\":\"2025-10-26T02:30:00\",\"value\":7}")
                .body("accepted", equalTo(0))
                .body(
                        "rejected.code",
                        equalTo(List.of("TIME_WITHOUT_OFFSET", "TIME_WITHOUT_OFFSET")))
                .body("rejected[0].message", containsString("+08:00"));

        hourly("row9", 1, 3);

        assertThat(storedTo("row9", 0)).isEqualTo(Map.of(0, measured(2)));
    }

    @Test
    void row9DaysOfTwentyThreeAndTwentyFiveHoursRollUpInTheZoneOfTheSite() {
        define("row9b", "site-row9b", "2020-01-01", 200);
        tellSite("site-row9b", "Europe/Berlin", 2);
        Instant autumn = Instant.parse("2025-10-25T22:00:00Z");
        Instant spring = Instant.parse("2026-03-28T23:00:00Z");
        for (Instant start : List.of(autumn, spring)) {
            var readings = new ArrayList<String>();
            for (int i = 0; i <= 26; i++) {
                Instant time = start.plus(Duration.ofHours(i));
                double base = start.equals(autumn) ? 0 : 10_000;
                readings.add(reading("row9b.total", time, (base + i * 150) / 1_000));
                readings.add(reading("row9b.it", time, base + i * 100));
            }
            push(readings);
        }

        await("25 hours", () -> itKwh("row9b", "2025-10-26", "day") == 2_500);
        await("23 hours", () -> itKwh("row9b", "2026-03-29", "day") == 2_300);
    }

    private static double itKwh(String id, String period, String granularity) {
        JsonPath indicators =
                as("viewer")
                        .get(
                                "/api/datacenters/%s/indicators?period=%s&granularity=%s"
                                        .formatted(id, period, granularity))
                        .jsonPath();
        String it = "intervals[0].energyByRoleKwh.IT";
        return indicators.getString(it) == null ? 0 : indicators.getDouble(it);
    }

    @Test
    void row17AGapOfACounterIsExactInSumEstimatedInItsHoursAndFound() {
        define("row17", "site-row17", "2020-01-01", 200);
        defineCounter("row17c", "");

        json(
                        item("row17c", hour(0), 100),
                        item("row17c", hour(1), 110),
                        item("row17c", hour(4), 140),
                        item("row17c", hour(5), 150))
                .body("accepted", equalTo(4));

        Map<Integer, StoredHour> stored = storedTo("row17c", 4);
        assertThat(at(stored, 2)).isEqualTo(new StoredHour(10, 0, 1, Set.of(HourFlag.ESTIMATED)));
        assertThat(stored.values().stream().mapToDouble(StoredHour::amount).sum()).isEqualTo(50);
        JsonPath found = finding("row17c", "GAP");
        assertThat(found.getString("items[0].from")).isEqualTo(hour(1).toString());
        assertThat(found.getString("items[0].to")).isEqualTo(hour(4).toString());
        assertThat(found.getString("items[0].message"))
                .endsWith("3 hours, of which 0 measured and 3 known, 30 kWh counted");
    }

    @Test
    void row17AnIndicatorWithMoreThanAFewPercentEstimatedIsNotCalledValid() {
        define("row17b", "site-row17b", "2020-01-01", 200);
        var readings = new ArrayList<String>();
        for (int i = 0; i <= 24; i++) {
            if (i < 10 || i > 12) {
                readings.add(reading("row17b.total", hour(i), i * 0.15));
                readings.add(reading("row17b.it", hour(i), i * 100.0));
            }
        }
        push(readings);
        String address = "/api/datacenters/row17b/indicators?period=2026-05-04&granularity=day";

        await(
                "the day",
                () ->
                        as("viewer").get(address).jsonPath().getDouble("intervals[0].completeness")
                                > 0.8);

        assertThat(as("viewer").get(address).jsonPath().getList("intervals[0].flags", String.class))
                .contains("ESTIMATED", "INDICATIVE");
    }

    @Test
    void row17AGapOfAPowerIsLeftOpenBeyondSixHours() {
        BadReadings.definePower("row17d", "");

        json(
                        item("row17d", hour(0), 100),
                        item("row17d", hour(1), 101),
                        item("row17d", hour(9), 100),
                        item("row17d", hour(10), 102))
                .body("accepted", equalTo(4));

        Map<Integer, StoredHour> stored = storedTo("row17d", 9);
        assertThat(at(stored, 5)).isEqualTo(new StoredHour(0, 0, 0, Set.of(HourFlag.GAP)));
        assertThat(finding("row17d", "GAP").getInt("items[0].hours")).isEqualTo(8);
    }

    @Test
    void row17AGapOfAPowerIsEstimatedAndFlaggedUpToSixHours() {
        BadReadings.definePower("row17e", "");

        json(
                        item("row17e", hour(0), 100),
                        item("row17e", hour(1), 100),
                        item("row17e", hour(5), 100),
                        item("row17e", hour(6), 100))
                .body("accepted", equalTo(4));

        Map<Integer, StoredHour> stored = storedTo("row17e", 5);
        assertThat(at(stored, 3)).isEqualTo(new StoredHour(100, 0, 1, Set.of(HourFlag.ESTIMATED)));
        assertThat(finding("row17e", "GAP").getInt("items[0].hours")).isEqualTo(4);
    }

    @Test
    void row28TheSameDataFromTwoGatewaysHasOneEffect() {
        defineCounter("row28", "");
        var gateways = new ArrayList<CompletableFuture<Void>>();
        for (int gateway = 0; gateway < 2; gateway++) {
            boolean json = gateway == 0;
            gateways.add(
                    CompletableFuture.runAsync(() -> {
                        for (int i = 0; i <= 20; i++) {
                            if (json) {
                                json(item("row28", hour(i / 4.0), 100 + i)).statusCode(200);
                            } else {
                                lines(line("row28", hour(i / 4.0), 100 + i)).statusCode(204);
                            }
                        }
                    }));
        }
        gateways.forEach(CompletableFuture::join);

        Map<Integer, StoredHour> stored = storedTo("row28", 4);

        assertThat(stored.values())
                .hasSize(5)
                .allSatisfy(hour -> assertThat(hour).isEqualTo(measured(4)));
    }

    /// 2024, an hour at a time. That fresh readings pass it by is shown by `HistoryLaneTest`.
    @Test
    void row30AYearOfHistoryNewestFirstIsTakenAndCountedOnceHoweverOftenItIsSent() {
        defineCounter("row30", "");
        Instant newYear = Instant.parse("2024-01-01T00:00:00Z");
        var bodies = new ArrayList<String>();
        for (int from = 0; from <= HOURS_OF_2024; from += 500) {
            bodies.add(
                    IntStream.rangeClosed(from, Math.min(HOURS_OF_2024, from + 499))
                            .mapToObj(hour ->
                                    line("row30", newYear.plus(Duration.ofHours(hour)), hour * 10))
                            .collect(Collectors.joining("\n", "", "\n")));
        }

        bodies.reversed().forEach(body -> lines(body).statusCode(204));
        await("the year", () -> itKwh("row30", "2024", "year") == HOURS_OF_2024 * 10);
        bodies.forEach(body -> lines(body).statusCode(204));
        Instant oneMore = newYear.plus(Duration.ofHours(HOURS_OF_2024 + 1));
        lines(line("row30", oneMore, (HOURS_OF_2024 + 1) * 10)).statusCode(204);

        await("one more hour", () -> itKwh("row30", "2025-01-01", "day") == 10);
        assertThat(itKwh("row30", "2024", "year")).isEqualTo(HOURS_OF_2024 * 10);
        assertThat(BadReadings.openCodes("row30")).doesNotContain("REVISED");
    }
}
