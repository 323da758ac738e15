package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Readings;
import org.netzero.datacenter.metering.RevisionPolicy;

class ReadingRevisionsTest {

    private static final int HOUR = 480_000;
    private static final long START = HOUR * HourlyAmounts.HOUR_NANOS;
    private static final long SECOND = 1_000_000_000L;
    private static final HourRange ALL = new HourRange(HOUR, HOUR + 9);

    @TempDir Path folder;

    private TopologyTestDriver driver;
    private HeldChunks chunks;
    private ReadingHistory history;

    private record Reading(long second, double value) {}

    @BeforeEach
    void open() {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "revisions");
        driver =
                new TopologyTestDriver(
                        TelemetryTopology.of(Duration.ofDays(35), points -> Map.of()), settings);
        chunks = (HeldChunks) driver.getStateStore("readings");
        history =
                new ReadingHistory(
                        chunks, new SettledHours(driver.getKeyValueStore("settled-hours")));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void thePolicyDecidesWhichOfTwoValuesCounts() {
        add(new Reading(0, 10), new Reading(60, 20), new Reading(60, 25), new Reading(120, 30));

        assertThat(values(RevisionPolicy.FIRST_KEPT)).containsExactly(10.0, 20.0, 30.0);
        assertThat(values(RevisionPolicy.LAST_WINS)).containsExactly(10.0, 25.0, 30.0);
        assertThat(history.revisedHours(1, ALL)).containsExactly(HOUR);
    }

    @Test
    void aValueThatWasThereBeforeAndIsSentAgainRevisesNothing() {
        add(new Reading(60, 20), new Reading(60, 25));

        int changes = add(new Reading(60, 20), new Reading(60, 25), new Reading(60, 20));

        assertThat(changes).isZero();
        assertThat(values(RevisionPolicy.LAST_WINS)).containsExactly(25.0);
    }

    @Test
    void anHourWithoutASecondValueIsNotRevised() {
        add(new Reading(0, 10), new Reading(0, 10), new Reading(60, 20));

        assertThat(history.revisedHours(1, ALL)).isEmpty();
    }

    @Test
    void revisionsAreStored() {
        add(new Reading(0, 10), new Reading(60, 20), new Reading(60, 25), new Reading(60, 27));

        startAnew();
        add(new Reading(30, 15));
        startAnew();

        assertThat(values(RevisionPolicy.FIRST_KEPT)).containsExactly(10.0, 15.0, 20.0);
        assertThat(values(RevisionPolicy.LAST_WINS)).containsExactly(10.0, 15.0, 27.0);
        assertThat(add(new Reading(60, 25))).isZero();
    }

    /// Hours of many parts, read once a second, out of order and with commits in between.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readingsInAnyOrderWithCommitsBetweenComeBack(long seed) {
        // Given
        var random = new Random(seed);
        List<Reading> sorted =
                IntStream.range(0, 3 * 3_600)
                        .filter(second -> random.nextInt(3) > 0)
                        .mapToObj(second -> new Reading(second, 1_000 + second * 0.125))
                        .toList();
        List<Reading> mixed = new ArrayList<>(sorted);
        for (int from = 0; from + 50 < mixed.size(); from += 25) {
            Collections.shuffle(mixed.subList(from, from + 50), random);
        }

        // When
        for (int from = 0; from < mixed.size(); from += 200) {
            add(mixed.subList(from, Math.min(mixed.size(), from + 200)).toArray(Reading[]::new));
            switch (random.nextInt(6)) {
                case 0 -> startAnew();
                case 1 -> letGo();
                default -> {}
            }
        }

        // Then
        assertThat(values(RevisionPolicy.FIRST_KEPT))
                .as("seed %d", seed)
                .containsExactlyElementsOf(sorted.stream().map(Reading::value).toList());
    }

    /// Neighbouring hours are found as if each was looked for among all of them, however much is
    /// held at the moment.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neighbouringHoursAreFoundWhateverIsHeld(long seed) {
        var random = new Random(seed);
        var hours = new TreeSet<Integer>();
        for (int i = 0; i < 1_500; i++) {
            int hour = HOUR + (random.nextInt(3) > 0 ? i / 3 : random.nextInt(1_000));
            add(new Reading((hour - HOUR) * 3_600L, 1));
            hours.add(hour);
            int from = HOUR + random.nextInt(1_000);
            int reach = 1 + random.nextInt(200);

            assertThat(chunks.hourBefore(1, from, from - reach))
                    .as("seed %d, step %d, before %d", seed, i, from)
                    .isEqualTo(hour(hours.subSet(from - reach, true, from, false).descendingSet()));
            assertThat(chunks.hourAfter(1, from, from + reach))
                    .as("seed %d, step %d, after %d", seed, i, from)
                    .isEqualTo(hour(hours.subSet(from + 1, from + reach + 1)));
            switch (random.nextInt(40)) {
                case 0 -> startAnew();
                case 1 -> letGo();
                default -> {}
            }
        }
    }

    private static OptionalInt hour(SortedSet<Integer> hours) {
        return hours.stream().mapToInt(Integer::intValue).findFirst();
    }

    /// What is held is written and let go of, as where there are too many points.
    private void letGo() {
        chunks.delete(List.of());
    }

    /// What is held is written, and read anew from the store.
    private void startAnew() {
        chunks.flushCache();
        chunks.forget();
    }

    /// @return how many of them changed something
    private int add(Reading... readings) {
        var packed = new PackedReadings.Packer(readings.length);
        Arrays.stream(readings)
                .forEach(reading ->
                        packed.add(1, START + reading.second() * SECOND, reading.value()));
        var changes = new ArrayList<Long>();
        history.add(packed.pack(), HOUR, (point, hour, epochNano) -> changes.add(epochNano));
        return changes.size();
    }

    private List<Double> values(RevisionPolicy policy) {
        Readings readings = history.around(1, ALL, policy);
        return Arrays.stream(readings.values()).boxed().toList();
    }
}
