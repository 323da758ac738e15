package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;

/// Hours of many points as they travel in `telemetry.point-hour`, each with its whole amount: a
/// later one of the same point and hour replaces the earlier.
///
/// @param hours the hours in the order in which they were computed
public record PointHours(List<PointHour> hours) {

    /// Hours in one record at most: 720 kB, below a record's 1 MB.
    static final int MAX_HOURS = 20_000;

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 5;
    private static final int HOUR_BYTES = 36;

    /// An hour of a point.
    ///
    /// @param point the point's number
    public record PointHour(int point, HourAmount hour) {}

    public PointHours {
        hours = List.copyOf(hours);
    }

    byte[] toBytes() {
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + HOUR_BYTES * hours.size());
        packed.put(VERSION).putInt(hours.size());
        for (PointHour pointHour : hours) {
            HourAmount hour = pointHour.hour();
            packed.putInt(pointHour.point())
                    .putInt(hour.hour())
                    .putDouble(hour.amount())
                    .putDouble(hour.measuredShare())
                    .putDouble(hour.coveredShare())
                    .putInt(HourFlag.toBits(hour.flags()));
        }
        return packed.array();
    }

    public static PointHours of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte version = packed.get();
        int count = packed.getInt();
        if (version != VERSION || packed.remaining() != count * HOUR_BYTES) {
            throw new SerializationException(
                    "No packed hours: version %d, %d hours, %d bytes"
                            .formatted(version, count, bytes.length));
        }
        var hours = new ArrayList<PointHour>(count);
        for (int i = 0; i < count; i++) {
            hours.add(
                    new PointHour(
                            packed.getInt(),
                            new HourAmount(
                                    packed.getInt(),
                                    packed.getDouble(),
                                    packed.getDouble(),
                                    packed.getDouble(),
                                    HourFlag.ofBits(packed.getInt()))));
        }
        return new PointHours(hours);
    }

    static Serde<PointHours> serde() {
        return Serdes.serdeFrom((topic, hours) -> hours.toBytes(), (topic, bytes) -> of(bytes));
    }
}
