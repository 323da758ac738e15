package org.netzero.datacenter.telemetry;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// What arrives at the task of a partition.
sealed interface Arrival permits PackedReadings, Replay, RereadReadings {

    private static byte[] toBytes(Arrival arrival) {
        return switch (arrival) {
            case PackedReadings readings -> readings.toBytes();
            case Replay replay -> replay.toBytes();
            case RereadReadings reread -> reread.toBytes();
        };
    }

    private static Arrival of(byte[] bytes) {
        return switch (bytes[0]) {
            case Replay.MARK -> Replay.of(bytes);
            case RereadReadings.MARK -> RereadReadings.of(bytes);
            default -> PackedReadings.of(bytes);
        };
    }

    static Serde<Arrival> serde() {
        return Serdes.serdeFrom((topic, arrival) -> toBytes(arrival), (topic, bytes) -> of(bytes));
    }
}
