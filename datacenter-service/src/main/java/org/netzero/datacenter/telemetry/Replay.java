package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/// Asks for hours of points to be computed and told again, be they as they were. It travels in
/// `telemetry.history` among readings, so it waits for fresh ones as these do.
///
/// @param points numbers of points of one partition
/// @param hours which hours of them
record Replay(List<Integer> points, HourRange hours) implements Arrival {

    /// The first byte of its record: no version of packed readings.
    static final byte MARK = 'R';

    /// Points in one record at most.
    static final int MAX_POINTS = 50_000;

    private static final int HEADER_BYTES = 1 + 3 * Integer.BYTES;

    Replay {
        points = List.copyOf(points);
    }

    byte[] toBytes() {
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + Integer.BYTES * points.size());
        packed.put(MARK).putInt(hours.first()).putInt(hours.last()).putInt(points.size());
        points.forEach(packed::putInt);
        return packed.array();
    }

    static Replay of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte mark = packed.get();
        var hours = new HourRange(packed.getInt(), packed.getInt());
        int count = packed.getInt();
        if (mark != MARK || packed.remaining() != count * Integer.BYTES) {
            throw new SerializationException(
                    "No replay: mark %d, %d points, %d bytes".formatted(mark, count, bytes.length));
        }
        var points = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            points.add(packed.getInt());
        }
        return new Replay(points, hours);
    }
}
