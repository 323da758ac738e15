package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// The readings of one point within one hour, in the order of their time: a byte of flags, four of
/// the hour in which they changed last, and 16 bytes per reading.
final class Chunk {

    private static final byte REVISED = 1;
    private static final int HEADER_BYTES = 5;
    private static final int READING_BYTES = 16;

    private long[] epochNanos;
    private double[] values;
    private int count;
    private boolean revised;
    private int changedHour;

    Chunk() {
        this(0);
    }

    private Chunk(int capacity) {
        epochNanos = new long[capacity];
        values = new double[capacity];
    }

    /// What became of a reading that arrived.
    enum Outcome {
        /// It is new.
        ADDED,
        /// The same reading was there: nothing changed.
        KNOWN,
        /// Another value was there for this time; it stays.
        REVISED
    }

    /// @param arrivedHour when it arrived, in hours since 1970
    Outcome add(long epochNano, double value, int arrivedHour) {
        int at =
                count == 0 || epochNano > epochNanos[count - 1]
                        ? -count - 1
                        : Arrays.binarySearch(epochNanos, 0, count, epochNano);
        if (at >= 0) {
            if (values[at] == value || revised) {
                return Outcome.KNOWN;
            }
            revised = true;
            changedHour = Math.max(changedHour, arrivedHour);
            return Outcome.REVISED;
        }
        insert(-at - 1, epochNano, value);
        changedHour = Math.max(changedHour, arrivedHour);
        return Outcome.ADDED;
    }

    private void insert(int at, long epochNano, double value) {
        if (count == epochNanos.length) {
            int capacity = Math.max(4, count * 2);
            epochNanos = Arrays.copyOf(epochNanos, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        System.arraycopy(epochNanos, at, epochNanos, at + 1, count - at);
        System.arraycopy(values, at, values, at + 1, count - at);
        epochNanos[at] = epochNano;
        values[at] = value;
        count++;
    }

    int count() {
        return count;
    }

    long epochNano(int i) {
        return epochNanos[i];
    }

    double value(int i) {
        return values[i];
    }

    /// When a reading last changed something here, in hours since 1970.
    int changedHour() {
        return changedHour;
    }

    /// Whether another value arrived for a time that had one.
    boolean isRevised() {
        return revised;
    }

    private byte[] toBytes() {
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + READING_BYTES * count);
        packed.put(revised ? REVISED : 0).putInt(changedHour);
        for (int i = 0; i < count; i++) {
            packed.putLong(epochNanos[i]).putDouble(values[i]);
        }
        return packed.array();
    }

    private static Chunk of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        var chunk = new Chunk((bytes.length - HEADER_BYTES) / READING_BYTES);
        chunk.revised = packed.get() == REVISED;
        chunk.changedHour = packed.getInt();
        chunk.count = chunk.epochNanos.length;
        for (int i = 0; i < chunk.count; i++) {
            chunk.epochNanos[i] = packed.getLong();
            chunk.values[i] = packed.getDouble();
        }
        return chunk;
    }

    static Serde<Chunk> serde() {
        return Serdes.serdeFrom((topic, chunk) -> chunk.toBytes(), (topic, bytes) -> of(bytes));
    }
}
