package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Meter;

class TelemetryTopologyTest {

    private static final long START_NANOS = 480_000 * HourlyAmounts.HOUR_NANOS;
    private static final Meter COUNTER =
            new Meter(Meter.Kind.COUNTER, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);
    private static final Meter POWER =
            new Meter(Meter.Kind.GAUGE, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    private static final Instant FIRST_ARRIVAL = Instant.ofEpochSecond(480_000 * 3_600L);

    @TempDir Path folder;

    private int applications;

    private record Reading(int point, long nano, double value) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shuffledRepeatedAndSplitReadingsGiveTheHoursOfSortedOnes(long seed) {
        var random = new Random(seed);
        List<Reading> sorted = readings(random);
        List<Reading> messy = new ArrayList<>(sorted);
        messy.addAll(sorted.subList(0, sorted.size() / 3));
        Collections.shuffle(messy, random);

        assertThat(hoursOf(split(messy, random)))
                .as("seed %d", seed)
                .isEqualTo(hoursOf(List.of(sorted)));
    }

    @Test
    void aMonthNewestFirstGivesExactHours() {
        var newestFirst = new ArrayList<List<Reading>>();
        for (int hour = 744; hour >= 0; hour--) {
            newestFirst.add(
                    List.of(
                            new Reading(
                                    1,
                                    START_NANOS + hour * HourlyAmounts.HOUR_NANOS,
                                    hour * 10.0)));
        }

        Map<List<Integer>, HourAmount> hours = hoursOf(newestFirst);

        assertThat(hours.values().stream().filter(hour -> hour.coveredShare() == 1))
                .hasSize(744)
                .allSatisfy(hour -> assertThat(hour.amount()).isEqualTo(10))
                .allSatisfy(hour -> assertThat(hour.flags()).isEmpty());
    }

    /// Gaps of a month: how they are computed in parts does not show.
    @Test
    void readingsAMonthApartGiveTheSameHoursAtOnceAsOneByOne() {
        List<Reading> resetBetween =
                List.of(reading(0, 1_000), reading(30 * 1_440, 5), reading(60 * 1_440, 60));
        List<Reading> glitchBetween =
                List.of(reading(0, 1_000), reading(30 * 1_440, 0), reading(60 * 1_440, 1_100));

        for (List<Reading> monthly : List.of(resetBetween, glitchBetween)) {
            assertThat(hoursOf(List.of(monthly)))
                    .isEqualTo(hoursOf(monthly.stream().map(List::of).toList()));
        }
        assertThat(
                        hoursOf(List.of(resetBetween)).values().stream()
                                .mapToDouble(HourAmount::amount)
                                .sum())
                .isCloseTo(60, within(1e-6));
    }

    @Test
    void anotherValueForATimeKeepsTheFirstAndFlagsTheHour() {
        List<Reading> first = List.of(reading(0, 0), reading(60, 10));

        Map<List<Integer>, HourAmount> hours =
                hoursOf(List.of(first, List.of(reading(60, 99)), List.of(reading(120, 20))));

        assertThat(hours)
                .hasEntrySatisfying(
                        List.of(1, 480_000), hour -> assertThat(hour.amount()).isEqualTo(10))
                .hasEntrySatisfying(
                        List.of(1, 480_001),
                        hour -> assertThat(hour.flags()).containsExactly(HourFlag.REVISED));
    }

    @Test
    void aPointWaitsFromItsReadingUntilItsHoursAreCommitted() {
        var seen = new ArrayList<UntoldPoints.Lanes>();
        var ended = new AtomicInteger();
        var progress =
                new HourlyProcessor.Progress() {
                    @Override
                    public void unchanging(int known, int tooLate) {}

                    @Override
                    public void waits(int partition, UntoldPoints.Lanes waiting) {
                        seen.add(waiting);
                    }

                    @Override
                    public void ends(int partition) {
                        ended.incrementAndGet();
                    }
                };
        try (var driver =
                new TopologyTestDriver(
                        TelemetryTopology.of(
                                Duration.ofDays(35), points -> Map.of(1, COUNTER), progress),
                        settings(),
                        FIRST_ARRIVAL)) {
            assertThat(seen).containsOnly(UntoldPoints.Lanes.NOTHING);

            var packed = new PackedReadings.Packer(1);
            packed.add(1, START_NANOS, 5);
            driver.createInputTopic(
                            TelemetryTopics.READING,
                            new IntegerSerializer(),
                            PackedReadings.serde().serializer())
                    .pipeInput(0, packed.pack(), FIRST_ARRIVAL);
            var one =
                    new UntoldPoints.Lanes(
                            new UntoldPoints.Waits(
                                    1, OptionalLong.of(FIRST_ARRIVAL.toEpochMilli())),
                            UntoldPoints.Waits.NOTHING);
            assertThat(seen.getLast()).isEqualTo(one);

            driver.advanceWallClockTime(Duration.ofSeconds(1));
            assertThat(told(driver)).isNotEmpty();
            assertThat(seen.getLast()).as("told within a commit that goes on").isEqualTo(one);

            driver.advanceWallClockTime(Duration.ofSeconds(1));
            assertThat(seen.getLast()).isEqualTo(UntoldPoints.Lanes.NOTHING);
        }
        assertThat(ended).hasValue(1);
    }

    @Test
    void aPointWithoutMeterGivesNoHours() {
        assertThat(hoursOf(List.of(List.of(new Reading(9, START_NANOS, 21.5))))).isEmpty();
    }

    /// Readings of a fortnight, silence for longer than hours stay correctable, then one more.
    @Test
    void settledHoursKeepTheirAmountsAndThoseBeyondGoOn() {
        List<Reading> fortnight = hourly(0, 336);
        List<Reading> later = hourly(337, 337 + 72);
        List<Reading> earlier = hourly(-48, -1);
        Map<List<Integer>, HourAmount> expected = hoursOf(List.of(earlier, fortnight, later));

        Map<List<Integer>, HourAmount> hours =
                hoursOfArrivals(
                        List.of(
                                new Arrival(0, fortnight),
                                new Arrival(36, List.of(later.getFirst())),
                                new Arrival(36, List.of(reading(90, 1e6))),
                                new Arrival(36, later),
                                new Arrival(36, earlier)),
                        state -> assertThat(state).isEqualTo(8 + later.size() + earlier.size()));

        assertThat(hours).isEqualTo(expected);
    }

    /// Each of the late readings lies next to the one before: the first two hours on the edge of
    /// what is settled have been looked at, which must not open them.
    @Test
    void whatWasLookedAtIsSettledStill() {
        List<Reading> fortnight = hourly(0, 336);
        Map<List<Integer>, HourAmount> expected = hoursOf(List.of(fortnight, hourly(337, 338)));

        Map<List<Integer>, HourAmount> hours =
                hoursOfArrivals(
                        List.of(
                                new Arrival(0, fortnight),
                                new Arrival(36, hourly(337, 337)),
                                new Arrival(36, hourly(338, 338)),
                                new Arrival(36, List.of(reading(336 * 60 + 30, 4_365))),
                                new Arrival(36, List.of(reading(335 * 60 + 30, 4_355))),
                                new Arrival(36, List.of(reading(334 * 60 + 30, 4_345))),
                                new Arrival(36, List.of(reading(333 * 60 + 30, 4_335)))),
                        state -> {});

        assertThat(hours).isEqualTo(expected);
    }

    /// They change nothing, so nobody would hear of them otherwise.
    @Test
    void readingsOfSettledHoursAreToldAndCounted() {
        var counted = new AtomicInteger();
        try (var driver =
                new TopologyTestDriver(
                        TelemetryTopology.of(
                                Duration.ofDays(35),
                                points -> Map.of(1, COUNTER),
                                (known, tooLate) -> counted.addAndGet(tooLate)),
                        settings())) {
            pipe(driver, new Arrival(0, hourly(0, 336)));
            pipe(driver, new Arrival(36, hourly(337, 337)));
            told(driver);
            assertThat(counted).hasValue(0);

            pipe(
                    driver,
                    new Arrival(
                            36,
                            List.of(
                                    reading(100 * 60 + 30, 7),
                                    reading(101 * 60, 7),
                                    reading(200 * 60, 7))));

            List<PointHours> told = told(driver);
            assertThat(counted).hasValue(3);
            assertThat(told).flatExtracting(PointHours::hours).isEmpty();
            assertThat(told)
                    .flatExtracting(PointHours::tooLate)
                    .containsExactly(
                            new PointHours.TooLate(1, 480_100, 480_101),
                            new PointHours.TooLate(1, 480_200, 480_200));
        }
    }

    private static void pipe(TopologyTestDriver driver, Arrival arrival) {
        var packed = new PackedReadings.Packer(arrival.readings().size());
        arrival.readings()
                .forEach(reading -> packed.add(reading.point(), reading.nano(), reading.value()));
        driver.createInputTopic(
                        TelemetryTopics.READING,
                        new IntegerSerializer(),
                        PackedReadings.serde().serializer())
                .pipeInput(0, packed.pack(), FIRST_ARRIVAL.plus(Duration.ofDays(arrival.day())));
        driver.advanceWallClockTime(Duration.ofSeconds(4));
    }

    private static List<PointHours> told(TopologyTestDriver driver) {
        return driver.createOutputTopic(
                        TelemetryTopics.POINT_HOUR,
                        new IntegerDeserializer(),
                        PointHours.serde().deserializer())
                .readValuesToList();
    }

    /// As Streams does after a transaction was aborted: the same task starts anew from what is
    /// stored, and takes its readings again.
    @Test
    void whatWasNotCommittedIsForgottenWhenATaskStartsAnew() {
        try (var driver = driver()) {
            HeldChunks chunks = (HeldChunks) driver.getStateStore("readings");
            HeldPoint point = chunks.point(1);
            HeldPoint.HeldHour open = chunks.open(point, 480_000);
            open.chunk().add(480_000 * HourlyAmounts.HOUR_NANOS, 7, 480_000);
            chunks.changed(point, open);
            assertThat(chunks.find(1, 480_000)).isPresent();

            chunks.forget();

            assertThat(chunks.find(1, 480_000)).isEmpty();
        }
    }

    /// History of many points at once is more than one transaction should tell.
    @Test
    void moreHoursThanAreToldAtOnceAreToldOneAfterTheOther() {
        try (var driver =
                driver(points -> points.stream().collect(Collectors.toMap(p -> p, p -> COUNTER)))) {
            var packed = new PackedReadings.Packer(120 * 401);
            for (int point = 1; point <= 120; point++) {
                for (int hour = 0; hour <= 400; hour++) {
                    packed.add(point, START_NANOS + hour * HourlyAmounts.HOUR_NANOS, hour * 10.0);
                }
            }
            driver.createInputTopic(
                            TelemetryTopics.READING,
                            new IntegerSerializer(),
                            PackedReadings.serde().serializer())
                    .pipeInput(0, packed.pack(), FIRST_ARRIVAL);
            var told =
                    driver.createOutputTopic(
                            TelemetryTopics.POINT_HOUR,
                            new IntegerDeserializer(),
                            PointHours.serde().deserializer());

            driver.advanceWallClockTime(Duration.ofSeconds(4));
            int first =
                    told.readValuesToList().stream().mapToInt(part -> part.hours().size()).sum();
            driver.advanceWallClockTime(Duration.ofSeconds(4));
            driver.advanceWallClockTime(Duration.ofSeconds(4));
            int rest = told.readValuesToList().stream().mapToInt(part -> part.hours().size()).sum();

            assertThat(first).isBetween(HourlyProcessor.MOST_HOURS, 2 * HourlyProcessor.MOST_HOURS);
            assertThat(first + rest).isEqualTo(120 * 401);
        }
    }

    /// Each of them is stored behind this, with all that it is part of.
    @Test
    void whereVeryManyHoursChangeTheyAreToldLessOften() {
        assertThat(toldEachSecondWhile750HoursChange(Duration.ZERO))
                .containsExactly(750, 0, 0, 750, 0, 0, 750, 0);
    }

    @Test
    void whileReadingsWaitFewHoursAreTold() {
        assertThat(toldEachSecondWhile750HoursChange(Duration.ofSeconds(10)))
                .containsExactly(300, 300, 300, 300, 300, 300, 300, 300);
    }

    /// @param waited how long before they are read readings arrived
    private List<Integer> toldEachSecondWhile750HoursChange(Duration waited) {
        try (var driver =
                driver(points -> points.stream().collect(Collectors.toMap(p -> p, p -> COUNTER)))) {
            List<Integer> told = new ArrayList<>();
            for (int second = 0; second < 8; second++) {
                var packed = new PackedReadings.Packer(750);
                for (int point = 1; point <= 750; point++) {
                    packed.add(point, START_NANOS + second * 1_000_000_000L, second);
                }
                driver.createInputTopic(
                                TelemetryTopics.READING,
                                new IntegerSerializer(),
                                PackedReadings.serde().serializer())
                        .pipeInput(
                                0, packed.pack(), FIRST_ARRIVAL.plusSeconds(second).minus(waited));
                driver.advanceWallClockTime(Duration.ofSeconds(1));
                told.add(told(driver).stream().mapToInt(part -> part.hours().size()).sum());
            }
            return told;
        }
    }

    @Test
    void anHourStaysCorrectableForItsTimeAfterItChangedLast() {
        Map<List<Integer>, HourAmount> hours =
                hoursOfArrivals(
                        List.of(
                                new Arrival(0, hourly(0, 336)),
                                new Arrival(34, List.of(reading(60, 1_017)))),
                        state -> assertThat(state).isEqualTo(337));

        assertThat(hours)
                .hasEntrySatisfying(
                        List.of(1, 480_001),
                        hour -> assertThat(hour.flags()).containsExactly(HourFlag.REVISED));
    }

    /// What is settled is let go of once, and every day's hours after it.
    @Test
    void theStateOfAPointDoesNotGrow() {
        var arrivals = new ArrayList<Arrival>();
        for (int day = 0; day < 120; day++) {
            arrivals.add(new Arrival(day, hourly(day * 24, day * 24 + 23)));
        }
        Map<List<Integer>, HourAmount> hours =
                hoursOfArrivals(
                        arrivals, state -> assertThat(state).isLessThanOrEqualTo(8 + 37 * 24));

        assertThat(hours.values()).hasSize(120 * 24 - 1);
        assertThat(hours.values()).allSatisfy(hour -> assertThat(hour.amount()).isEqualTo(10));
    }

    /// A counter at 10 an hour.
    private static List<Reading> hourly(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(hour -> reading(hour * 60, 1_000 + hour * 10))
                .toList();
    }

    /// Readings that arrive some days after the first.
    private record Arrival(int day, List<Reading> readings) {}

    private static Reading reading(int minute, double value) {
        return new Reading(1, START_NANOS + minute * HourlyAmounts.HOUR_NANOS / 60, value);
    }

    private static List<Reading> readings(Random random) {
        var readings = new ArrayList<Reading>();
        for (int point = 1; point <= 2; point++) {
            long time = START_NANOS;
            double value = 90;
            for (int i = 0; i < 120; i++) {
                time += 1 + random.nextLong(3 * HourlyAmounts.HOUR_NANOS);
                value = random.nextInt(15) == 0 ? random.nextDouble() : value + random.nextDouble();
                readings.add(new Reading(point, time, value));
            }
        }
        return readings;
    }

    private static List<List<Reading>> split(List<Reading> readings, Random random) {
        var batches = new ArrayList<List<Reading>>();
        int from = 0;
        while (from < readings.size()) {
            int to = Math.min(readings.size(), from + 1 + random.nextInt(30));
            batches.add(readings.subList(from, to));
            from = to;
        }
        return batches;
    }

    /// The last word on each point and hour.
    private Map<List<Integer>, HourAmount> hoursOf(List<List<Reading>> batches) {
        return hoursOfArrivals(
                batches.stream().map(batch -> new Arrival(0, batch)).toList(), state -> {});
    }

    /// @param state is given the number of hours of points whose readings are kept at the end
    private Map<List<Integer>, HourAmount> hoursOfArrivals(
            List<Arrival> arrivals, IntConsumer state) {
        try (var driver = driver()) {
            var readings =
                    driver.createInputTopic(
                            TelemetryTopics.READING,
                            new IntegerSerializer(),
                            PackedReadings.serde().serializer());
            for (Arrival arrival : arrivals) {
                var packed = new PackedReadings.Packer(arrival.readings().size());
                arrival.readings()
                        .forEach(reading ->
                                packed.add(reading.point(), reading.nano(), reading.value()));
                readings.pipeInput(
                        0, packed.pack(), FIRST_ARRIVAL.plus(Duration.ofDays(arrival.day())));
                driver.advanceWallClockTime(Duration.ofSeconds(4));
            }
            state.accept(kept(driver));
            var hours =
                    new TreeMap<List<Integer>, HourAmount>(Comparator.comparing(List::toString));
            driver.createOutputTopic(
                            TelemetryTopics.POINT_HOUR,
                            new IntegerDeserializer(),
                            PointHours.serde().deserializer())
                    .readValuesToList()
                    .forEach(part ->
                            part.hours()
                                    .forEach(hour ->
                                            hours.put(
                                                    List.of(hour.point(), hour.hour().hour()),
                                                    hour.hour())));
            hours.values().removeIf(hour -> hour.coveredShare() == 0 && hour.flags().isEmpty());
            return hours;
        }
    }

    private TopologyTestDriver driver() {
        Map<Integer, Meter> meters = Map.of(1, COUNTER, 2, POWER);
        return driver(points ->
                meters.entrySet().stream()
                        .filter(entry -> points.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private TopologyTestDriver driver(HourlyProcessor.Meters meters) {
        return new TopologyTestDriver(
                TelemetryTopology.of(Duration.ofDays(35), meters, (known, tooLate) -> {}),
                settings(),
                FIRST_ARRIVAL);
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + applications++);
        return settings;
    }

    private static int kept(TopologyTestDriver driver) {
        var kept = new AtomicInteger();
        ((HeldChunks) driver.getStateStore("readings")).forEach(hour -> kept.incrementAndGet());
        return kept.get();
    }
}
