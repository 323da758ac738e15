package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;

/// Hours of many points as they travel in `telemetry.point-hour`, each with its whole amount: a
/// later one of the same point and hour replaces the earlier. Beside it stands what was told of the
/// hour before, so that sums over points are moved by the difference and no point is read for them.
///
/// Records of the first version, of hours without quarters and what was told before, are read as
/// well.
///
/// A record of the third version has none of these: it tells of hours that got readings too late.
///
/// @param hours the hours in the order in which they were computed
/// @param tooLate settled hours for which readings came; only where there are no hours
public record PointHours(List<PointHour> hours, List<TooLate> tooLate) {

    /// Hours in one record at most: 780 kB, below a record's 1 MB.
    static final int MAX_HOURS = 6_000;

    private static final byte FIRST_VERSION = 1;
    private static final byte VERSION = 2;
    private static final byte TOO_LATE_VERSION = 3;
    private static final int HEADER_BYTES = 5;
    private static final int FIRST_HOUR_BYTES = 36;
    private static final int TOO_LATE_BYTES = 12;

    private static final byte HAS_BEFORE = 1;
    private static final byte AGAIN = 2;

    /// An hour of a point.
    ///
    /// @param point the point's number
    /// @param before what was told of this hour last; empty when nobody remembers having told of it
    /// @param again whether somebody asked for it to be told again, be it as it was
    public record PointHour(
            int point, HourAmount hour, Optional<HourAmount> before, boolean again) {}

    /// Settled hours of a point for which readings came. They stay as they are.
    ///
    /// @param point the point's number
    /// @param firstHour of a stretch, in hours since 1970
    /// @param lastHour of it, included
    public record TooLate(int point, int firstHour, int lastHour) {}

    public PointHours {
        hours = List.copyOf(hours);
        tooLate = List.copyOf(tooLate);
        if (!hours.isEmpty() && !tooLate.isEmpty()) {
            throw new IllegalArgumentException("Hours travel apart from those that came too late");
        }
    }

    PointHours(List<PointHour> hours) {
        this(hours, List.of());
    }

    static PointHours ofTooLate(List<TooLate> tooLate) {
        return new PointHours(List.of(), tooLate);
    }

    private byte[] tooLateToBytes() {
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + TOO_LATE_BYTES * tooLate.size());
        packed.put(TOO_LATE_VERSION).putInt(tooLate.size());
        for (TooLate late : tooLate) {
            packed.putInt(late.point()).putInt(late.firstHour()).putInt(late.lastHour());
        }
        return packed.array();
    }

    byte[] toBytes() {
        if (!tooLate.isEmpty()) {
            return tooLateToBytes();
        }
        int size =
                hours.stream()
                        .mapToInt(hour ->
                                1
                                        + Integer.BYTES
                                        + PackedHour.BYTES * (hour.before().isPresent() ? 2 : 1))
                        .sum();
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + size);
        packed.put(VERSION).putInt(hours.size());
        for (PointHour hour : hours) {
            packed.put(
                    (byte)
                            ((hour.before().isPresent() ? HAS_BEFORE : 0)
                                    | (hour.again() ? AGAIN : 0)));
            packed.putInt(hour.point());
            PackedHour.put(packed, hour.hour());
            hour.before().ifPresent(before -> PackedHour.put(packed, before));
        }
        return packed.array();
    }

    public static PointHours of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        byte version = packed.get();
        int count = packed.getInt();
        PointHours hours =
                switch (version) {
                    case FIRST_VERSION -> firstVersion(packed, count);
                    case VERSION -> secondVersion(packed, count);
                    case TOO_LATE_VERSION -> tooLate(packed, count);
                    default -> throw noPackedHours(version, count, bytes.length);
                };
        if (packed.hasRemaining()) {
            throw noPackedHours(version, count, bytes.length);
        }
        return hours;
    }

    private static PointHours firstVersion(ByteBuffer packed, int count) {
        if (packed.remaining() != count * FIRST_HOUR_BYTES) {
            throw noPackedHours(FIRST_VERSION, count, packed.limit());
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
                                    HourFlag.ofBits(packed.getInt()),
                                    Optional.empty()),
                            Optional.empty(),
                            false));
        }
        return new PointHours(hours);
    }

    private static PointHours secondVersion(ByteBuffer packed, int count) {
        var hours = new ArrayList<PointHour>();
        for (int i = 0; i < count; i++) {
            byte form = packed.get();
            hours.add(
                    new PointHour(
                            packed.getInt(),
                            PackedHour.get(packed),
                            (form & HAS_BEFORE) == 0
                                    ? Optional.empty()
                                    : Optional.of(PackedHour.get(packed)),
                            (form & AGAIN) != 0));
        }
        return new PointHours(hours);
    }

    private static PointHours tooLate(ByteBuffer packed, int count) {
        if (packed.remaining() != count * TOO_LATE_BYTES) {
            throw noPackedHours(TOO_LATE_VERSION, count, packed.limit());
        }
        var late = new ArrayList<TooLate>(count);
        for (int i = 0; i < count; i++) {
            late.add(new TooLate(packed.getInt(), packed.getInt(), packed.getInt()));
        }
        return ofTooLate(late);
    }

    private static SerializationException noPackedHours(int version, int count, int bytes) {
        return new SerializationException(
                "No packed hours: version %d, %d hours, %d bytes".formatted(version, count, bytes));
    }

    static Serde<PointHours> serde() {
        return Serdes.serdeFrom((topic, hours) -> hours.toBytes(), (topic, bytes) -> of(bytes));
    }
}
