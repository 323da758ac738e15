package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;

/// Readings that arrived before and were read again from Kafka, for what the state of their points
/// lost. It travels in `telemetry.history`. Behind a mark stand the moment and
/// [PackedReadings#toBytes()].
///
/// @param completeFromNano of times from this one on, in nanoseconds since 1970, it has all values
///   that arrived up to some moment; of earlier ones Kafka may have let go of the first
/// @param readings by point and time; the different values of one time stand next to each other, in
///   the order in which they arrived, all of them in one record
record RereadReadings(long completeFromNano, PackedReadings readings) implements Arrival {

    /// The first byte of its record: no version of packed readings.
    static final byte MARK = 'K';

    /// Readings in one record, but for further values of its last time: one that is being taken
    /// holds up fresh ones for its time.
    static final int ENOUGH_READINGS = 5_000;

    private static final int HEADER_BYTES = 1 + Long.BYTES;

    /// Is told of all values of a time of a point.
    @FunctionalInterface
    interface Times {
        /// @param areAll whether they are all that arrived up to some moment
        void time(int point, long epochNano, double[] values, boolean areAll);
    }

    void forEachTime(Times times) {
        int[] points = readings.points();
        long[] nanos = readings.epochNanos();
        int from = 0;
        while (from < readings.count()) {
            int to = from + 1;
            while (to < readings.count()
                    && points[to] == points[from]
                    && nanos[to] == nanos[from]) {
                to++;
            }
            times.time(
                    points[from],
                    nanos[from],
                    Arrays.copyOfRange(readings.values(), from, to),
                    nanos[from] >= completeFromNano);
            from = to;
        }
    }

    byte[] toBytes() {
        byte[] packed = readings.toBytes();
        return ByteBuffer.allocate(HEADER_BYTES + packed.length)
                .put(MARK)
                .putLong(completeFromNano)
                .put(packed)
                .array();
    }

    static RereadReadings of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte mark = packed.get();
        if (mark != MARK) {
            throw new SerializationException("No readings that were read again: mark " + mark);
        }
        return new RereadReadings(
                packed.getLong(),
                PackedReadings.of(Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length)));
    }
}
