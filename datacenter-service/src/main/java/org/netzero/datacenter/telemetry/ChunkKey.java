package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.netzero.datacenter.metering.HourlyAmounts;

/// Names the readings of one point within one hour. As bytes, keys are ordered by point, then hour,
/// which is what lets a store find neighbouring hours; so both are positive.
///
/// @param point the point's number
/// @param hour hours since 1970
record ChunkKey(int point, int hour) {

    ChunkKey {
        if (point < 0 || hour < 0) {
            throw new IllegalArgumentException(
                    "Not below 0: point %d, hour %d".formatted(point, hour));
        }
    }

    static ChunkKey of(int point, long epochNanos) {
        return new ChunkKey(point, HourlyAmounts.hourOf(epochNanos));
    }

    static Serde<ChunkKey> serde() {
        return Serdes.serdeFrom(
                (topic, key) ->
                        ByteBuffer.allocate(8).putInt(key.point()).putInt(key.hour()).array(),
                (topic, bytes) -> {
                    ByteBuffer packed = ByteBuffer.wrap(bytes);
                    return new ChunkKey(packed.getInt(), packed.getInt());
                });
    }
}
