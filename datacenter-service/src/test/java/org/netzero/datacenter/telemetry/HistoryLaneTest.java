package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Meter;
import org.netzero.datacenter.telemetry.PointHours.PointHour;

class HistoryLaneTest {

    private static final int NOW = 480_000;
    private static final int LONG_AGO = NOW - 20_000;
    private static final int POINTS = 100;
    private static final int HOURS = 600;
    private static final int FRESH = POINTS + 1;
    private static final Meter COUNTER =
            new Meter(Meter.Kind.COUNTER, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    @TempDir Path folder;

    /// Streams takes the record with the earliest time of those at hand.
    @Test
    void historyPassesForLaterThanReadingsThatComeSoonAfterIt() {
        var lane = new HistoryLane();

        assertThat(lane.extract(record(TelemetryTopics.HISTORY, 1_000), -1))
                .isGreaterThan(lane.extract(record(TelemetryTopics.READING, 60_000), -1))
                .isLessThan(
                        lane.extract(
                                record(TelemetryTopics.READING, Duration.ofHours(2).toMillis()),
                                -1));
    }

    private static ConsumerRecord<Object, Object> record(String topic, long timestamp) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "",
                "",
                new RecordHeaders(),
                Optional.empty());
    }

    @Test
    void row30FreshHoursAreToldBeforeAFloodOfHistoryIs() {
        try (var driver = driver()) {
            var told = output(driver);
            pipeHistoryNewestFirst(driver);
            input(driver, TelemetryTopics.READING)
                    .pipeInput(0, readings(FRESH, NOW, 2), arrival(NOW + 1));

            driver.advanceWallClockTime(Duration.ofSeconds(1));
            List<PointHour> first = hours(told);

            assertThat(first).hasSizeLessThan(POINTS * HOURS / 10);
            assertThat(first.getFirst().point()).isEqualTo(FRESH);
            for (int second = 0; second < POINTS; second++) {
                driver.advanceWallClockTime(Duration.ofSeconds(1));
            }
            List<PointHour> rest = hours(told);
            assertThat(rest).extracting(PointHour::point).doesNotContain(FRESH);
            assertThat(first.size() + rest.size()).isEqualTo(POINTS * HOURS + 2);
        }
    }

    @Test
    void aReadingIsTheSameInEitherLane() {
        try (var driver = driver()) {
            var told = output(driver);
            input(driver, TelemetryTopics.READING)
                    .pipeInput(0, readings(1, NOW, 2), arrival(NOW + 1));
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            assertThat(hours(told)).isNotEmpty();

            input(driver, TelemetryTopics.HISTORY)
                    .pipeInput(0, readings(1, NOW, 2), arrival(NOW + 48));
            driver.advanceWallClockTime(Duration.ofSeconds(1));

            assertThat(hours(told)).isEmpty();
        }
    }

    /// A replay tells what is known already, with what was told before beside it.
    @Test
    void askedForAgainAnHourIsToldAsItWas() {
        try (var driver = driver()) {
            var told = output(driver);
            input(driver, TelemetryTopics.READING)
                    .pipeInput(0, readings(1, NOW, 3), arrival(NOW + 1));
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            List<PointHour> before = hours(told);

            driver.createInputTopic(
                            TelemetryTopics.HISTORY,
                            new IntegerSerializer(),
                            Arrival.serde().serializer())
                    .pipeInput(
                            0,
                            new Replay(List.of(1, 2, 99), new HourRange(NOW - 10, NOW + 1)),
                            arrival(NOW + 2));
            driver.advanceWallClockTime(Duration.ofSeconds(1));

            assertThat(hours(told))
                    .allSatisfy(hour -> assertThat(hour.again()).isTrue())
                    .allSatisfy(hour -> assertThat(hour.before()).contains(hour.hour()))
                    .extracting(PointHour::hour)
                    .containsExactlyElementsOf(
                            before.stream()
                                    .map(PointHour::hour)
                                    .filter(hour -> hour.hour() <= NOW + 1)
                                    .toList());
        }
    }

    /// No second passes meanwhile: what waits is told since there is too much of it.
    @Test
    void hoursOfAPointThatPileUpAreToldBeforeMoreReadingsAreTaken() {
        int most = UntoldChanges.MOST_HOURS_OF_POINT;
        try (var driver = driver()) {
            var told = output(driver);
            TestInputTopic<Integer, PackedReadings> history =
                    input(driver, TelemetryTopics.HISTORY);
            history.pipeInput(0, readings(1, LONG_AGO, 2), arrival(NOW));
            history.pipeInput(0, readings(2, LONG_AGO, most), arrival(NOW));
            assertThat(hours(told)).isEmpty();

            history.pipeInput(0, readings(2, LONG_AGO + most, 1), arrival(NOW));

            assertThat(hours(told)).extracting(PointHour::point).contains(2);
        }
    }

    @Test
    void hoursOfManyPointsThatPileUpAreToldBeforeMoreReadingsAreTaken() {
        int each = UntoldChanges.MOST_HOURS / POINTS + 1;
        try (var driver = driver()) {
            var told = output(driver);
            TestInputTopic<Integer, PackedReadings> history =
                    input(driver, TelemetryTopics.HISTORY);
            for (int point = 1; point <= POINTS; point++) {
                history.pipeInput(0, readings(point, LONG_AGO, each), arrival(NOW));
            }
            assertThat(hours(told)).isEmpty();

            history.pipeInput(0, readings(FRESH, LONG_AGO, 2), arrival(NOW));

            assertThat(hours(told)).isNotEmpty();
        }
    }

    private static void pipeHistoryNewestFirst(TopologyTestDriver driver) {
        TestInputTopic<Integer, PackedReadings> history = input(driver, TelemetryTopics.HISTORY);
        for (int from = HOURS - 50; from >= 0; from -= 50) {
            var packed = new PackedReadings.Packer(POINTS * 50);
            for (int point = 1; point <= POINTS; point++) {
                for (int hour = from; hour < from + 50; hour++) {
                    packed.add(point, (LONG_AGO + hour) * HourlyAmounts.HOUR_NANOS, hour * 10.0);
                }
            }
            history.pipeInput(0, packed.pack(), arrival(NOW));
        }
    }

    private static PackedReadings readings(int point, int hour, int count) {
        var packed = new PackedReadings.Packer(count);
        for (int i = 0; i < count; i++) {
            packed.add(point, (hour + i) * HourlyAmounts.HOUR_NANOS, i * 10.0);
        }
        return packed.pack();
    }

    private static Instant arrival(int hour) {
        return Instant.ofEpochSecond(hour * 3_600L);
    }

    private static TestInputTopic<Integer, PackedReadings> input(
            TopologyTestDriver driver, String topic) {
        return driver.createInputTopic(
                topic, new IntegerSerializer(), PackedReadings.serde().serializer());
    }

    private static TestOutputTopic<Integer, PointHours> output(TopologyTestDriver driver) {
        return driver.createOutputTopic(
                TelemetryTopics.POINT_HOUR,
                new IntegerDeserializer(),
                PointHours.serde().deserializer());
    }

    private static List<PointHour> hours(TestOutputTopic<Integer, PointHours> told) {
        return told.readValuesToList().stream()
                .flatMap(part -> part.hours().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private TopologyTestDriver driver() {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "history");
        return new TopologyTestDriver(
                TelemetryTopology.of(
                        Duration.ofDays(35),
                        points ->
                                IntStream.rangeClosed(1, FRESH)
                                        .boxed()
                                        .filter(points::contains)
                                        .collect(Collectors.toMap(p -> p, p -> COUNTER))),
                settings);
    }
}
