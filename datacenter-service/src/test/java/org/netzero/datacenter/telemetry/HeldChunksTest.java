package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.ParameterizedInvocationConstants.ARGUMENTS_PLACEHOLDER;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.metering.HourlyAmounts;

class HeldChunksTest {

    private static final int HOUR = 480_000;
    private static final int HOURS = 4;
    private static final int POINTS = 5;

    @TempDir Path folder;

    /// With no memory at all, with some and with enough.
    @ParameterizedTest(name = ARGUMENTS_PLACEHOLDER)
    @ValueSource(longs = {0, 4_000, 20_000, 60_000, 10_000_000})
    void howMuchIsHeldChangesNothing(long mostBytes) {
        // Given
        HeldChunks chunks = empty(mostBytes);
        SortedMap<ChunkKey, SortedMap<Long, Double>> expected =
                new TreeMap<>(Comparator.comparing(ChunkKey::toString));
        var random = new Random(mostBytes);

        // When
        for (int i = 0; i < 40_000; i++) {
            int point = 1 + random.nextInt(POINTS);
            int hour = HOUR + i / (40_000 / HOURS);
            if (random.nextInt(500) == 0) {
                hour = HOUR + random.nextInt(HOURS);
            }
            long nano =
                    hour * HourlyAmounts.HOUR_NANOS
                            + i % (40_000 / HOURS) * 300_000_000L
                            + random.nextInt(5);
            add(chunks, point, hour, nano, i);
            expected.computeIfAbsent(ChunkKey.first(point, hour), key -> new TreeMap<>())
                    .putIfAbsent(nano, (double) i);
            if (random.nextInt(1_000) == 0) {
                chunks.flushCache();
            }
            if (random.nextInt(100) == 0) {
                assertThat(held(chunks, point, hour))
                        .isEqualTo(expected.get(ChunkKey.first(point, hour)));
            }
        }

        // Then
        assertThat(expected).hasSize(POINTS * HOURS);
        expected.forEach((key, readings) ->
                assertThat(held(chunks, key.point(), key.hour())).isEqualTo(readings));
    }

    /// Whatever unfolds an hour, it is folded again with the next commit.
    @Test
    void anHourThatAKnownReadingUnfoldedIsFoldedAgain() {
        HeldChunks chunks = empty(10_000_000);
        long start = HOUR * HourlyAmounts.HOUR_NANOS;
        for (int second = 0; second < 3_600; second++) {
            add(chunks, 1, HOUR, start + second * 1_000_000_000L, second);
        }
        chunks.flushCache();
        HeldPoint.HeldHour hour = chunks.open(chunks.point(1), HOUR);
        long folded = hour.bytes();

        assertThat(hour.chunk().add(start, 0, HOUR)).isEqualTo(Chunk.Outcome.KNOWN);
        assertThat(hour.bytes()).isGreaterThan(3 * folded);
        chunks.known(hour);
        chunks.flushCache();

        assertThat(hour.bytes()).isLessThanOrEqualTo(folded);
    }

    private HeldChunks empty(long mostBytes) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "held");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        var context = new MockProcessorContext<>(settings, new TaskId(0, 0), folder.toFile());
        var chunks =
                new HeldChunks(
                        Stores.keyValueStoreBuilder(
                                        Stores.inMemoryKeyValueStore("readings"),
                                        ChunkKey.serde(),
                                        Serdes.ByteArray())
                                .withLoggingDisabled()
                                .build(),
                        mostBytes);
        chunks.init(context.getStateStoreContext(), chunks);
        return chunks;
    }

    private static void add(HeldChunks chunks, int point, int hour, long nano, double value) {
        HeldPoint held = chunks.point(point);
        HeldPoint.HeldHour open = chunks.open(held, hour);
        if (open.chunk().add(nano, value, hour) == Chunk.Outcome.KNOWN) {
            chunks.known(open);
        } else {
            chunks.changed(held, open);
        }
    }

    private static Map<Long, Double> held(HeldChunks chunks, int point, int hour) {
        Chunk chunk = chunks.find(point, hour).orElseThrow();
        var readings = new TreeMap<Long, Double>();
        for (int i = 0; i < chunk.count(); i++) {
            readings.put(chunk.epochNano(i), chunk.value(i));
        }
        return readings;
    }
}
