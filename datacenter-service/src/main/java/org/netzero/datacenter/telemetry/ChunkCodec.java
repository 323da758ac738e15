package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.netzero.datacenter.metering.HourlyAmounts;

/// Packs readings of an hour next to each other into few bytes, and exactly: every time and every
/// `double` comes back as it was, bit by bit.
///
/// A version byte, the hour of the last change, the count. Times in the largest unit that all of
/// them are whole numbers of, as what their distance differs by from the distance before: a meter
/// that is read regularly needs nothing but a count. Values as whole numbers of the largest decimal
/// fraction that states all of them exactly, each as the difference from the one before, or, where
/// there is no such fraction, as the bytes in which its bits differ from the one before. Then what
/// revised them.
///
/// The older form is read, too: a byte of flags, four of the hour of the last change, 16 for each
/// reading.
final class ChunkCodec {

    private static final byte OLD_PLAIN = 0;
    private static final byte OLD_REVISED = 1;
    private static final byte VERSION = 2;

    private static final int OLD_HEADER_BYTES = 5;
    private static final int OLD_READING_BYTES = 16;

    private static final long[] UNIT_NANOS = {1_000_000_000, 1_000_000, 1_000, 1};

    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /// In place of a number of decimals.
    private static final int NO_DECIMALS = 0xFF;

    /// Whole numbers up to here are `double`s, and so are their differences `long`s.
    private static final double MOST_EXACT = 1L << 53;

    private final PackedBytes packed = new PackedBytes();
    private long[] whole = new long[128];

    /// Packs some readings.
    ///
    /// @param from the first of them
    /// @param to behind the last of them
    byte[] pack(int hour, Chunk chunk, int from, int to) {
        packed.clear();
        packed.putByte(VERSION);
        packed.putVarint(chunk.changedHour());
        packed.putVarint((long) to - from);
        packTimes(hour * HourlyAmounts.HOUR_NANOS, chunk, from, to);
        packValues(chunk, from, to);
        packRevisions(chunk, from, to);
        return packed.copy();
    }

    private void packTimes(long start, Chunk chunk, int from, int to) {
        int unit = 0;
        for (int i = from; i < to; i++) {
            while ((chunk.epochNano(i) - start) % UNIT_NANOS[unit] != 0) {
                unit++;
            }
        }
        packed.putByte(unit);
        var steps = new Runs();
        long before = 0;
        long stepBefore = 0;
        for (int i = from; i < to; i++) {
            long time = (chunk.epochNano(i) - start) / UNIT_NANOS[unit];
            long step = time - before;
            steps.put(step - stepBefore);
            stepBefore = step;
            before = time;
        }
        steps.end();
    }

    private void packValues(Chunk chunk, int from, int to) {
        int decimals = decimals(chunk, from, to);
        packed.putByte(decimals);
        if (decimals == NO_DECIMALS) {
            packBits(chunk, from, to);
            return;
        }
        var differences = new Runs();
        long before = 0;
        for (int i = from; i < to; i++) {
            differences.put(whole[i - from] - before);
            before = whole[i - from];
        }
        differences.end();
    }

    /// How many decimals state all values exactly, which are whole numbers of them then.
    private int decimals(Chunk chunk, int from, int to) {
        if (whole.length < to - from) {
            whole = new long[to - from];
        }
        int decimals = 0;
        int checked = from;
        for (int i = from; i < to; i++) {
            while (!isWhole(chunk.value(i), decimals, i - from)) {
                decimals++;
                checked = i;
                if (decimals == POWERS.length) {
                    return NO_DECIMALS;
                }
            }
        }
        for (int i = from; i < checked; i++) {
            // what fitted fewer decimals fits more of them, unless it becomes too large
            if (!isWhole(chunk.value(i), decimals, i - from)) {
                return NO_DECIMALS;
            }
        }
        return decimals;
    }

    private boolean isWhole(double value, int decimals, int at) {
        double scaled = Math.rint(value * POWERS[decimals]);
        if (!(Math.abs(scaled) < MOST_EXACT)) {
            return false;
        }
        whole[at] = (long) scaled;
        return isSame(whole[at] / POWERS[decimals], value);
    }

    private static boolean isSame(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    /// Of each value the bits that differ from the one before, without the bytes of zeros on either
    /// side.
    private void packBits(Chunk chunk, int from, int to) {
        long before = 0;
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(chunk.value(i));
            long changed = bits ^ before;
            int left = Long.numberOfLeadingZeros(changed) / Byte.SIZE;
            int right = changed == 0 ? 0 : Long.numberOfTrailingZeros(changed) / Byte.SIZE;
            int count = Long.BYTES - left - right;
            packed.putByte((right << 4) | count);
            for (int at = count - 1; at >= 0; at--) {
                packed.putByte((int) (changed >>> ((right + at) * Byte.SIZE)));
            }
            before = bits;
        }
    }

    private void packRevisions(Chunk chunk, int from, int to) {
        packed.putVarint(
                chunk.revisions().stream().filter(r -> isWithin(chunk, r, from, to)).count());
        for (Chunk.Revision revision : chunk.revisions()) {
            if (isWithin(chunk, revision, from, to)) {
                packed.putVarint((long) chunk.indexOf(revision.epochNano()) - from);
                packed.putDouble(revision.value());
            }
        }
    }

    private static boolean isWithin(Chunk chunk, Chunk.Revision revision, int from, int to) {
        return revision.epochNano() >= chunk.epochNano(from)
                && revision.epochNano() <= chunk.epochNano(to - 1);
    }

    /// The hour of the last change of what is packed there.
    static int changedHour(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        return isOld(packed.get()) ? packed.getInt() : (int) PackedBytes.varint(packed);
    }

    /// Adds what is packed there to a chunk, behind all that it holds.
    ///
    /// @return whether it was packed in the present form
    static boolean unpack(byte[] bytes, int hour, Chunk into) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte version = packed.get();
        if (isOld(version)) {
            unpackOld(packed, version == OLD_REVISED, into);
            return false;
        }
        if (version != VERSION) {
            throw new SerializationException("No packed readings: version " + version);
        }
        int changedHour = (int) PackedBytes.varint(packed);
        int count = (int) PackedBytes.varint(packed);
        int first = into.count();
        long[] times = times(packed, hour * HourlyAmounts.HOUR_NANOS, count);
        double[] values = values(packed, count);
        into.append(times, values, changedHour);
        for (long left = PackedBytes.varint(packed); left > 0; left--) {
            int at = first + (int) PackedBytes.varint(packed);
            into.appendRevision(new Chunk.Revision(into.epochNano(at), packed.getDouble()));
        }
        return true;
    }

    private static boolean isOld(byte version) {
        return version == OLD_PLAIN || version == OLD_REVISED;
    }

    /// What the other values were is not known of a chunk in the older form.
    private static void unpackOld(ByteBuffer packed, boolean revised, Chunk into) {
        int changedHour = packed.getInt();
        int count = (packed.limit() - OLD_HEADER_BYTES) / OLD_READING_BYTES;
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = packed.getLong();
            values[i] = packed.getDouble();
        }
        into.append(times, values, changedHour);
        if (revised) {
            into.reviseUnknown();
        }
    }

    private static long[] times(ByteBuffer packed, long start, int count) {
        long unit = UNIT_NANOS[packed.get()];
        long[] steps = runs(packed, count);
        long step = 0;
        long time = 0;
        for (int i = 0; i < count; i++) {
            step += steps[i];
            time += step;
            steps[i] = start + time * unit;
        }
        return steps;
    }

    private static double[] values(ByteBuffer packed, int count) {
        int decimals = packed.get() & 0xFF;
        double[] values = new double[count];
        if (decimals == NO_DECIMALS) {
            long bits = 0;
            for (int i = 0; i < count; i++) {
                bits ^= changedBits(packed);
                values[i] = Double.longBitsToDouble(bits);
            }
            return values;
        }
        long[] differences = runs(packed, count);
        long whole = 0;
        for (int i = 0; i < count; i++) {
            whole += differences[i];
            values[i] = whole / POWERS[decimals];
        }
        return values;
    }

    private static long changedBits(ByteBuffer packed) {
        int form = packed.get();
        long changed = 0;
        for (int left = form & 0xF; left > 0; left--) {
            changed = (changed << Byte.SIZE) | (packed.get() & 0xFF);
        }
        int right = (form >> 4) & 0xF;
        return right == 0 ? changed : changed << (right * Byte.SIZE);
    }

    private static long[] runs(ByteBuffer packed, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = PackedBytes.signed(packed);
            if (numbers[i] == 0) {
                i += (int) PackedBytes.varint(packed);
            }
        }
        return numbers;
    }

    /// Writes numbers of which many are 0 next to each other: behind a 0 stands how many follow it.
    private final class Runs {
        private int zeros;

        void put(long number) {
            if (number == 0) {
                zeros++;
                return;
            }
            end();
            packed.putSigned(number);
        }

        void end() {
            if (zeros > 0) {
                packed.putSigned(0);
                packed.putVarint((long) zeros - 1);
                zeros = 0;
            }
        }
    }
}
