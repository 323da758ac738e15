package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Meter;
import org.netzero.datacenter.metering.Readings;
import org.netzero.datacenter.metering.RevisionPolicy;
import org.netzero.datacenter.telemetry.PointHours.PointHour;

class RereadReadingsTest {

    private static final int HOUR = 480_000;
    private static final long START = HOUR * HourlyAmounts.HOUR_NANOS;
    private static final long SECOND = 1_000_000_000L;
    private static final HourRange ALL = new HourRange(HOUR, HOUR + 99);
    private static final long ENOUGH_BYTES = 1L << 30;
    private static final int UNHARMED = 1;
    private static final int HARMED = 2;
    private static final Meter COUNTER =
            new Meter(Meter.Kind.COUNTER, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    @TempDir Path folder;

    private TopologyTestDriver driver;
    private HeldChunks chunks;
    private SettledHours settled;
    private ReadingHistory history;
    private final Map<Integer, HourAmount> unharmed = new HashMap<>();

    private record Reading(long second, double value) {}

    @BeforeEach
    void open() {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "reread");
        driver =
                new TopologyTestDriver(
                        TelemetryTopology.of(
                                Duration.ofDays(35),
                                points -> Map.of(UNHARMED, COUNTER, HARMED, COUNTER)),
                        settings,
                        Instant.ofEpochSecond(HOUR * 3_600L));
        chunks = (HeldChunks) driver.getStateStore("readings");
        settled = new SettledHours(driver.getKeyValueStore("settled-hours"));
        history = new ReadingHistory(chunks, settled);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /// Readings arrive, with revisions and repeats. The state of one point gets all of them, that
    /// of the other one loses some, or all; later ones come before and behind what is read again.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatTheStateLostComesBackAsIfItHadNever(int seed) {
        // Given
        var random = new Random(seed);
        List<Reading> arrived = arrivals(random, 400);
        List<Reading> live = arrivals(random, 120);
        add(UNHARMED, arrived);
        add(UNHARMED, live);
        int lostOfTen = seed % 3 == 0 ? 10 : 1 + random.nextInt(9);
        add(HARMED, arrived.stream().filter(one -> random.nextInt(10) >= lostOfTen).toList());
        add(HARMED, live.subList(0, live.size() / 2));
        assertThat(held(HARMED)).isNotEqualTo(held(UNHARMED));

        // When
        List<RereadReadings> reread = gathered(HARMED, arrived);
        reread.forEach(record -> history.mend(record, HOUR));
        add(HARMED, live.subList(live.size() / 2, live.size()));

        // Then
        assertThat(held(HARMED)).as("seed %d", seed).isEqualTo(held(UNHARMED));
        for (RevisionPolicy policy : RevisionPolicy.values()) {
            assertThat(values(HARMED, policy)).isEqualTo(values(UNHARMED, policy));
        }
        assertThat(history.revisedHours(HARMED, ALL))
                .isEqualTo(history.revisedHours(UNHARMED, ALL));
        assertThat(reread).allSatisfy(record -> assertThat(restored(record)).isZero());
        chunks.flushCache();
        chunks.forget();
        assertThat(held(HARMED)).as("as stored").isEqualTo(held(UNHARMED));
    }

    /// Hours of many parts, most of which are held as they are stored; commits come in between.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readingsOnceASecondComeBackWhereverTheyWereLost(int seed) {
        // Given
        var random = new Random(seed);
        var arrived = new ArrayList<Reading>();
        for (int second = 0; second < 2 * 3_600; second++) {
            arrived.add(new Reading(second, 1_000 + second * 0.125));
            if (random.nextInt(100) == 0) {
                arrived.add(new Reading(random.nextInt(second + 1), random.nextInt(5)));
            }
        }
        add(UNHARMED, arrived);
        add(HARMED, arrived.stream().filter(one -> random.nextInt(seed * 40) > 0).toList());
        chunks.flushCache();
        assertThat(held(HARMED)).isNotEqualTo(held(UNHARMED));

        // When
        List<RereadReadings> reread = gathered(HARMED, arrived);
        for (RereadReadings record : reread) {
            history.mend(record, HOUR);
            chunks.flushCache();
        }

        // Then
        assertThat(held(HARMED)).as("seed %d", seed).isEqualTo(held(UNHARMED));
        assertThat(reread).allSatisfy(record -> assertThat(restored(record)).isZero());
        chunks.flushCache();
        chunks.forget();
        assertThat(held(HARMED)).as("as stored").isEqualTo(held(UNHARMED));
    }

    /// A sender sends the first value again after the state lost it, and that it had been revised.
    @Test
    void theOrderOfArrivalIsThatOfKafkaNotThatOfWhatWasSentAgain() {
        add(HARMED, List.of(new Reading(60, 27), new Reading(60, 25), new Reading(60, 20)));

        gathered(HARMED, List.of(new Reading(60, 20), new Reading(60, 25))).forEach(this::restored);

        assertThat(valuesOf(HARMED, 60)).containsExactly(20.0, 25.0, 27.0);
    }

    @Test
    void aStateThatKnowsMoreThanKafkaStillHoldsStaysAsItIs() {
        add(HARMED, List.of(new Reading(60, 10), new Reading(60, 20), new Reading(60, 25)));

        assertThat(restored(incomplete(60, 20, 25))).isZero();
        assertThat(restored(incomplete(60, 25, 20))).isZero();
        assertThat(restored(incomplete(60, 20, 22))).isOne();
        assertThat(valuesOf(HARMED, 60)).containsExactly(10.0, 20.0, 22.0, 25.0);
    }

    @Test
    void ofAValueThatArrivedBehindThoseReadAgainTheLastOneCounts() {
        add(HARMED, List.of(new Reading(60, 27)));

        assertThat(restored(incomplete(60, 20, 25))).isOne();

        assertThat(valuesOf(HARMED, 60)).containsExactly(20.0, 25.0, 27.0);
        assertThat(values(HARMED, RevisionPolicy.FIRST_KEPT)).containsExactly(20.0);
        assertThat(values(HARMED, RevisionPolicy.LAST_WINS)).containsExactly(27.0);
    }

    @Test
    void settledHoursStayAsTheyAre() {
        settled.add(HARMED, new HourRange(HOUR, HOUR));

        List<Reading> both = List.of(new Reading(60, 1), new Reading(3_660, 2));
        ReadingHistory.Mended mended = history.mend(gathered(HARMED, both).getFirst(), HOUR);

        assertThat(mended).isEqualTo(new ReadingHistory.Mended(1, 1));
        assertThat(values(HARMED, RevisionPolicy.FIRST_KEPT)).containsExactly(2.0);
    }

    @Test
    void anHourTakesNoMoreRevisionsThanItWouldHave() {
        List<Reading> many =
                IntStream.range(0, 1_500).mapToObj(value -> new Reading(60, value)).toList();
        add(UNHARMED, many);
        add(HARMED, List.of(new Reading(60, 5_000)));

        gathered(HARMED, many).forEach(this::restored);

        assertThat(valuesOf(UNHARMED, 60)).hasSize(1_001);
        assertThat(valuesOf(HARMED, 60))
                .hasSize(1_001)
                .startsWith(0.0, 1.0, 2.0)
                .endsWith(998.0, 999.0, 5_000.0);
    }

    /// However little is held, pass after pass gathers the same; each point with its neighbours.
    @ParameterizedTest
    @ValueSource(longs = {1, 3_000, 12_000, 60_000, ENOUGH_BYTES})
    void howMuchIsHeldAtOnceChangesNothing(long mostBytes) {
        // Given
        var random = new Random(mostBytes);
        var span = new HourRange(HOUR + 30, HOUR + 59);
        var points = new BitSet();
        points.set(10, 15);
        var arrived = new PackedReadings.Packer(16);
        for (int i = 0; i < 6_000; i++) {
            arrived.add(
                    10 + random.nextInt(6), // one of them is of another facility
                    START + random.nextInt(90 * 360) * (10 * SECOND),
                    random.nextInt(3));
        }
        arrived.add(10, START + 40 * HourlyAmounts.HOUR_NANOS, Double.NaN);
        PackedReadings all = arrived.pack();

        // When
        int passes = 0;
        long found = 0;
        BitSet left = (BitSet) points.clone();
        int from = span.first();
        while (!left.isEmpty()) {
            BitSet now = (BitSet) left.clone();
            if (from > span.first()) {
                now.clear(now.nextSetBit(0) + 1, now.length() + 1);
            }
            var gathered = new GatheredReadings(now, new HourRange(from, span.last()), mostBytes);
            for (int i = 0; i < all.count(); i++) {
                gathered.add(all.points()[i], all.epochNanos()[i], all.values()[i]);
            }
            gathered.forEachRecord(Long.MIN_VALUE, record -> history.mend(record, HOUR));
            found += gathered.count();
            boolean isWhole = gathered.lastHour() == span.last();
            left.clear(0, gathered.lastPoint() + (isWhole ? 1 : 0));
            from = isWhole ? span.first() : gathered.lastHour() + 1;
            passes++;
        }

        // Then
        var whole = new PackedReadings.Packer(16);
        var known = new ArrayList<List<Double>>();
        for (int i = 0; i < all.count(); i++) {
            whole.add(100 + all.points()[i], all.epochNanos()[i], all.values()[i]);
        }
        history.add(whole.pack(), HOUR, (point, hour, nano) -> {});
        for (int point = 10; point < 15; point++) {
            for (RevisionPolicy policy : RevisionPolicy.values()) {
                assertThat(around(point, span, policy))
                        .as("point %d, %s", point, policy)
                        .isEqualTo(around(100 + point, span, policy));
            }
            known.addAll(held(100 + point, span));
        }
        assertThat(around(15, span, RevisionPolicy.FIRST_KEPT)).isEmpty();
        assertThat(found).isEqualTo(known.stream().mapToInt(List::size).sum());
        if (mostBytes == ENOUGH_BYTES) {
            assertThat(passes).isOne();
        } else {
            assertThat(passes).isGreaterThan(1);
        }
        if (mostBytes == 1) {
            assertThat(passes).isEqualTo(5 * 30);
        }
    }

    /// What is read again tells nothing by itself, as hours beyond may lack more; the replay behind
    /// it tells its hours.
    @Test
    void theReplayBehindItTellsTheHoursAsIfNothingHadBeenLost() {
        // Given
        List<Reading> all =
                IntStream.range(0, 600)
                        .mapToObj(i -> new Reading(i * 300L + i % 7, i * 2.5 + i % 3))
                        .toList();
        var span = new HourRange(HOUR + 10, HOUR + 33);
        pipe(TelemetryTopics.READING, packed(UNHARMED, all));
        pipe(
                TelemetryTopics.READING,
                packed(HARMED, all.stream().filter(one -> one.second() % 1_300 < 200).toList()));
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        Map<Integer, HourAmount> before = told();

        // When
        gathered(HARMED, all).forEach(record -> pipe(TelemetryTopics.HISTORY, record));
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(told()).isEmpty();
        pipe(TelemetryTopics.HISTORY, new Replay(List.of(HARMED), span));
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        // Then
        Map<Integer, HourAmount> again = told();
        assertThat(again).hasSize(24);
        again.forEach((hour, amount) -> assertThat(amount).isEqualTo(unharmed.get(hour)));
        assertThat(before.keySet()).containsAll(again.keySet());
        assertThat(before.values().containsAll(again.values())).as("nothing was lost").isFalse();
    }

    @Test
    void aRecordComesBackAsItWas() {
        var record = incomplete(60, 20, 25);

        var back =
                (RereadReadings) Arrival.serde().deserializer().deserialize("", record.toBytes());

        assertThat(back.completeFromNano()).isEqualTo(record.completeFromNano());
        assertThat(back.readings().toBytes()).isEqualTo(record.readings().toBytes());
        assertThat(PackedReadings.isPacked(record.toBytes())).isFalse();
        assertThat(PackedReadings.isPacked(record.readings().toBytes())).isTrue();
        byte[] cut = Arrays.copyOf(record.toBytes(), record.toBytes().length - 1);
        assertThatThrownBy(() -> RereadReadings.of(cut)).isInstanceOf(SerializationException.class);
    }

    /// The values of one time stay in one record, however many there are.
    @Test
    void manyReadingsAreSplitBetweenTimes() {
        List<Reading> many =
                IntStream.range(0, 30_000).mapToObj(i -> new Reading(i / 3, i % 3)).toList();

        List<RereadReadings> records = gathered(HARMED, many);

        assertThat(records).hasSizeGreaterThan(1);
        var sizes = new ArrayList<Integer>();
        records.forEach(record ->
                record.forEachTime((point, nano, values, areAll) -> sizes.add(values.length)));
        // each of the three hours takes a thousand further values
        assertThat(sizes).hasSize(10_000).containsOnly(1, 3);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(13_000);
    }

    /// The hours told of the harmed point; those of the other one are kept beside.
    private Map<Integer, HourAmount> told() {
        var hours = new TreeMap<Integer, HourAmount>();
        driver.createOutputTopic(
                        TelemetryTopics.POINT_HOUR,
                        new IntegerDeserializer(),
                        PointHours.serde().deserializer())
                .readValuesToList()
                .forEach(part -> {
                    for (PointHour hour : part.hours()) {
                        (hour.point() == HARMED ? hours : unharmed)
                                .put(hour.hour().hour(), hour.hour());
                    }
                });
        return hours;
    }

    private void pipe(String topic, Arrival arrival) {
        driver.createInputTopic(topic, new IntegerSerializer(), Arrival.serde().serializer())
                .pipeInput(0, arrival, Instant.ofEpochSecond(HOUR * 3_600L));
    }

    /// Few times and few values, so that many are revised and sent again.
    private static List<Reading> arrivals(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Reading(random.nextInt(90) * 240L, random.nextInt(4)))
                .toList();
    }

    private static List<RereadReadings> gathered(int point, List<Reading> arrived) {
        var points = new BitSet();
        points.set(point);
        var gathered = new GatheredReadings(points, ALL, ENOUGH_BYTES);
        arrived.forEach(one -> gathered.add(point, START + one.second() * SECOND, one.value()));
        var records = new ArrayList<RereadReadings>();
        gathered.forEachRecord(Long.MIN_VALUE, records::add);
        return records;
    }

    /// Of a time of which Kafka may have let go of the first values.
    private static RereadReadings incomplete(long second, double... values) {
        return new RereadReadings(
                START + second * SECOND + 1,
                packed(
                        HARMED,
                        Arrays.stream(values)
                                .mapToObj(value -> new Reading(second, value))
                                .toList()));
    }

    private int restored(RereadReadings record) {
        return history.mend(record, HOUR).restored();
    }

    private static PackedReadings packed(int point, List<Reading> readings) {
        var packed = new PackedReadings.Packer(readings.size());
        readings.forEach(one -> packed.add(point, START + one.second() * SECOND, one.value()));
        return packed.pack();
    }

    private void add(int point, List<Reading> readings) {
        history.add(packed(point, readings), HOUR, (number, hour, nano) -> {});
    }

    private List<List<Double>> held(int point) {
        return held(point, ALL);
    }

    /// All values of all times, with the times in front.
    private List<List<Double>> held(int point, HourRange hours) {
        var held = new ArrayList<List<Double>>();
        for (int hour = hours.first(); hour <= hours.last(); hour++) {
            chunks.find(point, hour)
                    .ifPresent(chunk -> {
                        for (int i = 0; i < chunk.count(); i++) {
                            held.add(chunk.valuesAt(i));
                        }
                    });
        }
        return held;
    }

    private List<Double> valuesOf(int point, long second) {
        Chunk chunk =
                chunks.find(point, HourlyAmounts.hourOf(START + second * SECOND)).orElseThrow();
        return chunk.valuesAt(chunk.indexOf(START + second * SECOND));
    }

    private List<Double> values(int point, RevisionPolicy policy) {
        return Arrays.stream(history.around(point, ALL, policy).values()).boxed().toList();
    }

    private List<String> around(int point, HourRange hours, RevisionPolicy policy) {
        Readings readings = history.around(point, hours, policy);
        return IntStream.range(0, readings.values().length)
                .mapToObj(i -> readings.epochNanos()[i] + "=" + readings.values()[i])
                .toList();
    }
}
