package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.Meter;
import org.netzero.datacenter.quality.Finding;
import org.netzero.datacenter.quality.FindingCode;
import org.netzero.datacenter.quality.FlaggedHour;
import org.netzero.datacenter.quality.PointFindings;
import org.netzero.platform.input.Interval;

/// Readings with faults of every kind give the same hours, flags and findings, in whichever order
/// and how often they arrive, however they are split, and with however many restarts between.
class FindingsDoNotDependOnArrivalTest {

    private static final int FIRST_HOUR = 480_000;
    private static final long START_NANOS = FIRST_HOUR * HourlyAmounts.HOUR_NANOS;
    private static final Instant ARRIVAL = Instant.ofEpochSecond(FIRST_HOUR * 3_600L);

    private static final Map<Integer, Meter> METERS =
            Map.of(
                    1, meter(Meter.Kind.COUNTER, OptionalDouble.empty(), OptionalDouble.empty()),
                    2, meter(Meter.Kind.GAUGE, OptionalDouble.empty(), OptionalDouble.of(500_000)),
                    3, meter(Meter.Kind.COUNTER, OptionalDouble.of(10_000), OptionalDouble.of(90)));

    @TempDir Path folder;

    private int copies;

    private static Meter meter(Meter.Kind kind, OptionalDouble maximum, OptionalDouble power) {
        return new Meter(kind, 1, maximum, power, false);
    }

    private record Reading(int point, long nano, double value) {}

    /// What became of the readings.
    private record Outcome(Map<List<Integer>, HourAmount> hours, List<Finding> findings) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderRepetitionSplittingAndRestartGiveTheSame(long seed) {
        var random = new Random(seed);
        List<Reading> sorted = readings(random);
        List<Reading> messy = new ArrayList<>(sorted);
        messy.addAll(sorted.subList(sorted.size() / 3, sorted.size() / 2));
        Collections.shuffle(messy, random);

        Outcome expected = outcome("sorted", List.of(sorted), new Random(seed), 0);
        Outcome outcome = outcome("messy", split(messy, random), random, 0.2);

        assertThat(outcome.hours()).as("seed %d", seed).isEqualTo(expected.hours());
        assertThat(outcome.findings()).as("seed %d", seed).isEqualTo(expected.findings());
        assertThat(expected.findings())
                .extracting(Finding::code)
                .contains(
                        FindingCode.STUCK,
                        FindingCode.UNIT_JUMP,
                        FindingCode.GLITCH,
                        FindingCode.COUNTER_RESET,
                        FindingCode.ROLLOVER,
                        FindingCode.IMPOSSIBLE_STEP,
                        FindingCode.WRONG_SIGN,
                        FindingCode.GAP);
    }

    /// Ten days, every twenty minutes, now and then not.
    private static List<Reading> readings(Random random) {
        var readings = new ArrayList<Reading>();
        double counter = 600_000;
        double rolling = 9_500;
        double power = 100;
        int stuckFrom = 185 + random.nextInt(30);
        int resetAt = 400 + random.nextInt(50);
        int wattsFrom = 500 + random.nextInt(50);
        for (int i = 0; i < 720; i++) {
            long nano = START_NANOS + i * HourlyAmounts.HOUR_NANOS / 3 + random.nextInt(1_000_000);
            if (i < stuckFrom || i > stuckFrom + 40) {
                counter = i == resetAt ? 0.5 : counter + 10 + random.nextDouble();
            }
            rolling = (rolling + 20 * random.nextDouble()) % 10_000;
            power = Math.max(80, Math.min(120, power + random.nextDouble() - 0.5));
            boolean gap = i % 180 > 150 && i % 180 < 175;
            if (!gap) {
                readings.add(new Reading(1, nano, i % 97 == 50 ? 0 : counter));
                readings.add(new Reading(2, nano, gauge(i, wattsFrom, power)));
                readings.add(new Reading(3, nano, i == 300 ? rolling + 2_000 : rolling));
            }
        }
        return readings;
    }

    private static double gauge(int i, int wattsFrom, double power) {
        if (i >= wattsFrom) {
            return power * 1_000;
        }
        return i % 111 == 60 ? -3 : power;
    }

    private static List<List<Reading>> split(List<Reading> readings, Random random) {
        var batches = new ArrayList<List<Reading>>();
        for (int from = 0; from < readings.size(); ) {
            int to = Math.min(readings.size(), from + 1 + random.nextInt(200));
            batches.add(readings.subList(from, to));
            from = to;
        }
        return batches;
    }

    /// @param restarts how often, of all batches, the application ends and starts anew behind one
    private Outcome outcome(
            String name, List<List<Reading>> batches, Random random, double restarts) {
        var hours = new TreeMap<List<Integer>, HourAmount>(FindingsDoNotDependOnArrivalTest::order);
        TopologyTestDriver driver = driver(name);
        for (List<Reading> batch : batches) {
            var packed = new PackedReadings.Packer(batch.size());
            batch.forEach(reading -> packed.add(reading.point(), reading.nano(), reading.value()));
            driver.createInputTopic(
                            TelemetryTopics.READING,
                            new IntegerSerializer(),
                            PackedReadings.serde().serializer())
                    .pipeInput(0, packed.pack(), ARRIVAL);
            if (random.nextBoolean()) {
                driver.advanceWallClockTime(Duration.ofSeconds(4));
            }
            read(driver, hours);
            if (random.nextDouble() < restarts) {
                driver = restarted(driver, name);
            }
        }
        driver.advanceWallClockTime(Duration.ofSeconds(4));
        read(driver, hours);
        driver.close();
        hours.values().removeIf(hour -> hour.coveredShare() == 0 && hour.flags().isEmpty());
        return new Outcome(hours, findings(hours));
    }

    private static int order(List<Integer> one, List<Integer> other) {
        int byPoint = Integer.compare(one.getFirst(), other.getFirst());
        return byPoint == 0 ? Integer.compare(one.getLast(), other.getLast()) : byPoint;
    }

    private static void read(TopologyTestDriver driver, Map<List<Integer>, HourAmount> into) {
        driver.createOutputTopic(
                        TelemetryTopics.POINT_HOUR,
                        new IntegerDeserializer(),
                        PointHours.serde().deserializer())
                .readValuesToList()
                .forEach(part ->
                        part.hours()
                                .forEach(hour ->
                                        into.put(
                                                List.of(hour.point(), hour.hour().hour()),
                                                hour.hour())));
    }

    private static List<Finding> findings(Map<List<Integer>, HourAmount> hours) {
        Set<Instant> always =
                IntStream.range(FIRST_HOUR - 10, FIRST_HOUR + 300)
                        .mapToObj(FindingsDoNotDependOnArrivalTest::instant)
                        .collect(Collectors.toSet());
        var span = new Interval(instant(FIRST_HOUR - 10), instant(FIRST_HOUR + 300));
        return new PointFindings(span, always, 6)
                .of(
                        hours.entrySet().stream()
                                .map(entry -> flagged(entry.getKey().getFirst(), entry.getValue()))
                                .toList());
    }

    private static Instant instant(int hour) {
        return Instant.ofEpochSecond(hour * 3_600L);
    }

    private static FlaggedHour flagged(int point, HourAmount hour) {
        return new FlaggedHour(
                String.valueOf(point),
                MeasuringRole.IT,
                MeasuredQuantity.ENERGY_COUNTER,
                instant(hour.hour()),
                BigDecimal.valueOf(hour.amount()),
                BigDecimal.valueOf(hour.measuredShare()),
                BigDecimal.valueOf(hour.coveredShare()),
                hour.flags());
    }

    private TopologyTestDriver driver(String name) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        return new TopologyTestDriver(
                TelemetryTopology.of(
                        Duration.ofDays(35),
                        points ->
                                METERS.entrySet().stream()
                                        .filter(entry -> points.contains(entry.getKey()))
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue))),
                settings);
    }

    /// Ends an application and starts it anew on what it stored with its last commit. The driver
    /// deletes its folder when it ends, so that is kept meanwhile.
    private TopologyTestDriver restarted(TopologyTestDriver driver, String name) {
        Path state = folder.resolve("state").resolve(name);
        Path kept = folder.resolve("kept-" + copies++);
        copy(state, kept);
        driver.close();
        copy(kept, state);
        return driver(name);
    }

    /// RocksDB removes files in the background that it has merged into others: then it is copied
    /// once more.
    private static void copy(Path from, Path to) {
        for (int tries = 0; tries < 20; tries++) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    copyFile(file, to.resolve(from.relativize(file).toString()));
                }
                return;
            } catch (NoSuchFileException | UncheckedIOException removedMeanwhile) {
                delete(to);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        throw new IllegalStateException("%s changes all the time".formatted(from));
    }

    private static void copyFile(Path file, Path target) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(target);
        } else if (!file.endsWith("LOCK") && !file.endsWith(".lock")) {
            Files.copy(file, target);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
