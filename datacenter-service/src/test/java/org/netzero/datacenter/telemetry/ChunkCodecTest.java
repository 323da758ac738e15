package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.RevisionPolicy;

class ChunkCodecTest {

    private static final int HOUR = 490_000;
    private static final long START = HOUR * HourlyAmounts.HOUR_NANOS;
    private static final long[] UNITS = {1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L};

    private final ChunkCodec codec = new ChunkCodec();

    static Stream<Long> seeds() {
        return new Random(20261129).longs(300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsPackedComesBackBitByBit(long seed) {
        Chunk chunk = drawn(new Random(seed));

        Chunk back = unpacked(parts(chunk));

        assertThat(text(back)).isEqualTo(text(chunk));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsThatAreNotWrittenAgainAreAsTheyWere(long seed) {
        // Given
        var random = new Random(seed);
        Chunk chunk = drawn(random);
        List<byte[]> stored = parts(chunk);
        write(chunk);

        // When
        for (int i = 0; i < 3; i++) {
            chunk.add(START + random.nextLong(HourlyAmounts.HOUR_NANOS), random.nextInt(9), HOUR);
        }
        List<byte[]> now = parts(chunk);
        for (int part = chunk.firstUnwrittenPart(); part < now.size(); part++) {
            if (part < stored.size()) {
                stored.set(part, now.get(part));
            } else {
                stored.add(now.get(part));
            }
        }

        // Then
        assertThat(text(unpacked(stored))).isEqualTo(text(chunk));
    }

    @Test
    void aReadingBehindTheOthersLeavesFullPartsAlone() {
        Chunk chunk = regular(0, 3 * Chunk.PART_READINGS, 1);
        write(chunk);

        chunk.add(START + 3_599 * 1_000_000_000L, 7, HOUR);

        assertThat(chunk.firstUnwrittenPart()).isEqualTo(3);
        assertThat(chunk.parts()).isEqualTo(4);
    }

    @Test
    void aReadingThatIsKnownLeavesNothingToWrite() {
        Chunk chunk = regular(0, 60, 60);
        write(chunk);

        assertThat(chunk.add(chunk.epochNano(5), chunk.value(5), HOUR + 1))
                .isEqualTo(Chunk.Outcome.KNOWN);

        assertThat(chunk.firstUnwrittenPart()).isEqualTo(chunk.parts());
        assertThat(chunk.changedHour()).isEqualTo(HOUR);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsFoldedIsAsItWas(long seed) {
        // Given
        Chunk chunk = drawn(new Random(seed));
        Chunk folded = drawn(new Random(seed));

        // When
        var random = new Random(~seed);
        for (int i = 0; i < 200; i++) {
            if (random.nextInt(40) == 0) {
                write(folded);
                folded.fold();
            }
            long time =
                    random.nextInt(10) == 0
                            ? chunk.epochNano(random.nextInt(chunk.count()))
                            : START + i * 10_000_000_000L + random.nextInt(3);
            double value = random.nextInt(9);
            assertThat(folded.add(time, value, HOUR + 1))
                    .isEqualTo(chunk.add(time, value, HOUR + 1));
            assertThat(folded.firstAfter(time)).isEqualTo(chunk.indexOf(time) + 1);
            assertThat(folded.lastBefore(time)).isEqualTo(chunk.indexOf(time) - 1);
        }
        write(folded);
        folded.fold();

        // Then
        assertThat(text(folded)).isEqualTo(text(chunk));
    }

    @Test
    void anHourReadEverySecondIsHeldInAFifth() {
        Chunk chunk = regular(0, 3_600, 1);
        long whole = chunk.bytes();

        write(chunk);
        chunk.fold();

        assertThat(chunk.bytes()).isLessThan(whole / 5);
    }

    /// A counter of kWh with three decimals, read once a minute: 16 bytes a reading before.
    @Test
    void anHourOfACounterTakesLessThanThreeBytesAReading() {
        Chunk chunk = regular(0, 60, 60);

        assertThat(parts(chunk).getFirst().length).isLessThan(60 * 3);
    }

    @Test
    void whatWasStoredInTheOlderFormIsRead() {
        // Given
        ByteBuffer old = ByteBuffer.allocate(5 + 2 * 16);
        old.put((byte) 1).putInt(HOUR + 2);
        old.putLong(START + 5).putDouble(0.1).putLong(START + 7).putDouble(-0.0);
        var chunk = new Chunk(HOUR);

        // When
        boolean present = ChunkCodec.unpack(old.array(), HOUR, chunk);

        // Then
        assertThat(present).isFalse();
        assertThat(ChunkCodec.changedHour(old.array())).isEqualTo(HOUR + 2);
        assertThat(chunk.changedHour()).isEqualTo(HOUR + 2);
        assertThat(chunk.isRevised()).isTrue();
        assertThat(chunk.value(0, RevisionPolicy.LAST_WINS)).isEqualTo(0.1);
        assertThat(text(unpacked(parts(chunk)))).isEqualTo(text(chunk));
    }

    @Test
    void aFormThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> ChunkCodec.unpack(new byte[] {77, 0, 0}, HOUR, new Chunk(HOUR)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 77");
    }

    private static Chunk regular(int from, int count, int seconds) {
        var chunk = new Chunk(HOUR);
        for (int i = from; i < from + count; i++) {
            chunk.add(
                    START + (long) i * seconds * 1_000_000_000L,
                    (1_000_000_000L + i * 333L + i % 3) / 1e3,
                    HOUR);
        }
        return chunk;
    }

    private static Chunk drawn(Random random) {
        var chunk = new Chunk(HOUR);
        long unit = UNITS[random.nextInt(UNITS.length)];
        DoubleUnaryOperator values = values(random);
        int count = 1 + random.nextInt(3 * Chunk.PART_READINGS);
        for (int i = 0; i < count; i++) {
            long time =
                    random.nextInt(4) == 0
                            ? random.nextLong(HourlyAmounts.HOUR_NANOS)
                            : i * 10_000_000_000L;
            time -= time % unit;
            double value = values.applyAsDouble(i);
            chunk.add(START + time, value, HOUR + random.nextInt(5));
            if (random.nextInt(20) == 0) {
                chunk.add(START + time, values.applyAsDouble(i + 1), HOUR);
            }
        }
        return chunk;
    }

    /// Counters and gauges, with few decimals and with none that state them, and any bits at all.
    private static DoubleUnaryOperator values(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> i -> (1_000_000_000L + (long) (i * 333) + random.nextInt(5)) / 1e3;
            case 1 -> i -> random.nextInt(400) / 1e1;
            case 2 -> i -> random.nextGaussian();
            case 3 -> i -> 42;
            case 4 -> i -> (random.nextBoolean() ? 1 : -1) * random.nextLong(1L << 53);
            default ->
                    i -> {
                        double any = Double.longBitsToDouble(random.nextLong());
                        return Double.isNaN(any) ? -0.0 : any;
                    };
        };
    }

    private void write(Chunk chunk) {
        List<byte[]> parts = parts(chunk);
        for (int part = chunk.firstUnwrittenPart(); part < parts.size(); part++) {
            chunk.written(part, parts.get(part));
        }
    }

    private List<byte[]> parts(Chunk chunk) {
        return new ArrayList<>(
                IntStream.range(0, chunk.parts())
                        .mapToObj(part ->
                                codec.pack(
                                        HOUR,
                                        chunk,
                                        part * Chunk.PART_READINGS,
                                        Math.min(chunk.count(), (part + 1) * Chunk.PART_READINGS)))
                        .toList());
    }

    private static Chunk unpacked(List<byte[]> parts) {
        var chunk = new Chunk(HOUR);
        parts.forEach(part -> assertThat(ChunkCodec.unpack(part, HOUR, chunk)).isTrue());
        return chunk;
    }

    private static String text(Chunk chunk) {
        var text = new StringBuilder("changed ").append(chunk.changedHour());
        for (int i = 0; i < chunk.count(); i++) {
            text.append('\n')
                    .append(chunk.epochNano(i))
                    .append(' ')
                    .append(Long.toHexString(Double.doubleToRawLongBits(chunk.value(i))))
                    .append(' ')
                    .append(
                            Long.toHexString(
                                    Double.doubleToRawLongBits(
                                            chunk.value(i, RevisionPolicy.LAST_WINS))));
        }
        return text.toString();
    }
}
