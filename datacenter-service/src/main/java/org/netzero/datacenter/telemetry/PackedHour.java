package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.Quarters;

/// An hour's amount as bytes of fixed size.
final class PackedHour {

    static final int BYTES = 2 * Integer.BYTES + 7 * Double.BYTES;

    private PackedHour() {}

    /// @param hour with its quarters
    static void put(ByteBuffer packed, HourAmount hour) {
        Quarters quarters = hour.quarters().orElseThrow();
        packed.putInt(hour.hour())
                .putDouble(hour.amount())
                .putDouble(hour.measuredShare())
                .putDouble(hour.coveredShare())
                .putInt(HourFlag.toBits(hour.flags()))
                .putDouble(quarters.first())
                .putDouble(quarters.second())
                .putDouble(quarters.third())
                .putDouble(quarters.fourth());
    }

    static HourAmount get(ByteBuffer packed) {
        return new HourAmount(
                packed.getInt(),
                packed.getDouble(),
                packed.getDouble(),
                packed.getDouble(),
                HourFlag.ofBits(packed.getInt()),
                Optional.of(
                        new Quarters(
                                packed.getDouble(),
                                packed.getDouble(),
                                packed.getDouble(),
                                packed.getDouble())));
    }

    static Serde<HourAmount> serde() {
        return Serdes.serdeFrom(
                (topic, hour) -> {
                    ByteBuffer packed = ByteBuffer.allocate(BYTES);
                    put(packed, hour);
                    return packed.array();
                },
                (topic, bytes) -> get(ByteBuffer.wrap(bytes)));
    }
}
