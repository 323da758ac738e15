package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Names a part of the readings of one point within one hour. As bytes, keys are ordered by point,
/// then hour, then part, which is what lets a store find neighbouring hours; so all are positive.
///
/// The first part has no number in its bytes: hours were stored whole under such keys before.
///
/// @param point the point's number
/// @param hour hours since 1970
/// @param part from 0
record ChunkKey(int point, int hour, int part) {

    private static final int FIRST_PART_BYTES = 2 * Integer.BYTES;
    private static final int BYTES = 3 * Integer.BYTES;

    ChunkKey {
        if (point < 0 || hour < 0 || part < 0) {
            throw new IllegalArgumentException(
                    "Not below 0: point %d, hour %d, part %d".formatted(point, hour, part));
        }
    }

    /// The first part, which stands for the hour where one key is enough.
    static ChunkKey first(int point, int hour) {
        return new ChunkKey(point, hour, 0);
    }

    static Serde<ChunkKey> serde() {
        return Serdes.serdeFrom((topic, key) -> key.toBytes(), (topic, bytes) -> of(bytes));
    }

    byte[] toBytes() {
        ByteBuffer packed = ByteBuffer.allocate(part == 0 ? FIRST_PART_BYTES : BYTES);
        packed.putInt(point).putInt(hour);
        if (part > 0) {
            packed.putInt(part);
        }
        return packed.array();
    }

    static ChunkKey of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        return new ChunkKey(
                packed.getInt(), packed.getInt(), packed.hasRemaining() ? packed.getInt() : 0);
    }
}
