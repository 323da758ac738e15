package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Points that wait to be told, as many as are stored in one record.
///
/// @param stretches what changed of them, by their numbers
record WaitingPoints(Map<Integer, Stretches> stretches) {

    private byte[] toBytes() {
        int bytes =
                stretches.values().stream()
                        .mapToInt(changed -> Integer.BYTES + changed.packedBytes())
                        .sum();
        ByteBuffer packed = ByteBuffer.allocate(bytes);
        stretches.forEach((point, changed) -> changed.pack(packed.putInt(point)));
        return packed.array();
    }

    private static WaitingPoints of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        Map<Integer, Stretches> stretches = new LinkedHashMap<>();
        while (packed.hasRemaining()) {
            stretches.put(packed.getInt(), Stretches.unpack(packed));
        }
        return new WaitingPoints(stretches);
    }

    static Serde<WaitingPoints> serde() {
        return Serdes.serdeFrom((topic, points) -> points.toBytes(), (topic, bytes) -> of(bytes));
    }
}
