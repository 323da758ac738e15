package org.netzero.datacenter.telemetry;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// What arrives at the task of a partition.
sealed interface Arrival permits PackedReadings, Replay {

    private static byte[] toBytes(Arrival arrival) {
        return switch (arrival) {
            case PackedReadings readings -> readings.toBytes();
            case Replay replay -> replay.toBytes();
        };
    }

    private static Arrival of(byte[] bytes) {
        return bytes[0] == Replay.MARK ? Replay.of(bytes) : PackedReadings.of(bytes);
    }

    static Serde<Arrival> serde() {
        return Serdes.serdeFrom((topic, arrival) -> toBytes(arrival), (topic, bytes) -> of(bytes));
    }
}
