package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Readings of many points as they travel in `telemetry.reading`: one record per partition and
/// request, since one record per reading costs ten times as much. A version byte, the count, then
/// 20 bytes per reading: the number of its point, its time in nanoseconds since 1970, its value in
/// the unit of its point. A value that is no number says that the meter of the point changed at
/// this time; no reading has such a value.
///
/// @param points numbers of the points
/// @param epochNanos times of the readings, in any order
/// @param values their values
// three arrays instead of an object per reading: this is where the load passes
@SuppressWarnings("ArrayRecordComponent")
record PackedReadings(int[] points, long[] epochNanos, double[] values) implements Arrival {

    /// Readings in one record at most: 400 kB, well below a record's 1 MB.
    static final int MAX_READINGS = 20_000;

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 5;
    private static final int READING_BYTES = 20;

    int count() {
        return points.length;
    }

    /// Says that what is known of a point's meter changed: its hours around these times are to be
    /// computed again.
    static PackedReadings meterChange(int point, long epochNano) {
        return new PackedReadings(
                new int[] {point}, new long[] {epochNano}, new double[] {Double.NaN});
    }

    /// Whether a value stands for a change of a meter.
    static boolean isMeterChange(double value) {
        return Double.isNaN(value);
    }

    /// Whether a record in Kafka is one of readings as they came.
    static boolean isPacked(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == VERSION;
    }

    boolean hasMeterChange() {
        for (double value : values) {
            if (isMeterChange(value)) {
                return true;
            }
        }
        return false;
    }

    byte[] toBytes() {
        return toBytes(points, epochNanos, values, count());
    }

    private static byte[] toBytes(int[] points, long[] epochNanos, double[] values, int count) {
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + READING_BYTES * count);
        packed.put(VERSION).putInt(count);
        for (int i = 0; i < count; i++) {
            packed.putInt(points[i]).putLong(epochNanos[i]).putDouble(values[i]);
        }
        return packed.array();
    }

    static PackedReadings of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte version = packed.get();
        int count = packed.getInt();
        if (version != VERSION || packed.remaining() != count * READING_BYTES) {
            throw new SerializationException(
                    "No packed readings: version %d, %d readings, %d bytes"
                            .formatted(version, count, bytes.length));
        }
        var readings = new PackedReadings(new int[count], new long[count], new double[count]);
        for (int i = 0; i < count; i++) {
            readings.points[i] = packed.getInt();
            readings.epochNanos[i] = packed.getLong();
            readings.values[i] = packed.getDouble();
        }
        return readings;
    }

    static Serde<PackedReadings> serde() {
        return Serdes.serdeFrom(
                (topic, readings) -> readings.toBytes(), (topic, bytes) -> of(bytes));
    }

    /// Gathers readings one by one.
    static final class Packer {
        private int[] points;
        private long[] epochNanos;
        private double[] values;
        private int count;

        Packer(int expected) {
            points = new int[expected];
            epochNanos = new long[expected];
            values = new double[expected];
        }

        void add(int point, long epochNano, double value) {
            if (count == points.length) {
                int more = Math.max(16, count * 2);
                points = Arrays.copyOf(points, more);
                epochNanos = Arrays.copyOf(epochNanos, more);
                values = Arrays.copyOf(values, more);
            }
            points[count] = point;
            epochNanos[count] = epochNano;
            values[count] = value;
            count++;
        }

        int count() {
            return count;
        }

        /// The same as of what is packed.
        byte[] toBytes() {
            return PackedReadings.toBytes(points, epochNanos, values, count);
        }

        PackedReadings pack() {
            if (count == points.length) {
                return new PackedReadings(points, epochNanos, values);
            }
            return new PackedReadings(
                    Arrays.copyOf(points, count),
                    Arrays.copyOf(epochNanos, count),
                    Arrays.copyOf(values, count));
        }
    }
}
