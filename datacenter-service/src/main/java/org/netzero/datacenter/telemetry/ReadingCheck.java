package org.netzero.datacenter.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;

/// Decides whether a reading is taken. Nothing is guessed: a time or value that could mean two
/// things is refused with a hint.
///
/// @param points the points that readings may be of
/// @param rules what they keep to
record ReadingCheck(Map<String, NumberedPoint> points, ReadingRules rules) {

    /// What becomes of a reading.
    sealed interface Verdict {
        /// It is taken.
        record Taken(int point, long epochNanos, double value) implements Verdict {}

        /// It is refused.
        record NotTaken(Refusal refusal) implements Verdict {}
    }

    /// One part of a reading is refused.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
        }

        Refused(String code, String message) {
            this(new Refusal(code, message));
        }
    }

    Verdict check(SubmittedReading reading) {
        try {
            if (reading.malformed() != null) {
                throw new Refused("MALFORMED", reading.malformed());
            }
            NumberedPoint point = pointOf(reading.point());
            long time = timeOf(reading.time(), reading.numericTime());
            double value = valueOf(reading.value());
            refuse(ReadingRules.refusalOfValue(value, point));
            return new Verdict.Taken(point.number(), time, value);
        } catch (Refused refused) {
            return new Verdict.NotTaken(refused.refusal);
        }
    }

    private NumberedPoint pointOf(@Nullable String id) throws Refused {
        NumberedPoint point = id == null ? null : points.get(id);
        if (point == null) {
            throw new Refused(
                    "UNKNOWN_POINT",
                    "'%s' is no measuring point of yours; define it with PUT /api/datacenters/{id}/points"
                            .formatted(id == null ? "" : id));
        }
        return point;
    }

    private long timeOf(@Nullable String text, boolean numeric) throws Refused {
        if (text == null || text.isBlank()) {
            throw new Refused("TIME_MISSING", "the reading has no time");
        }
        String time = text.strip();
        if (numeric || ReadingNumber.isNumber(time)) {
            throw new Refused(
                    "TIME_UNIT",
                    "'%s' looks like %s since 1970; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time, unitOf(time)));
        }
        Instant instant = parse(time);
        long epochNanos = ReadingRules.epochNanos(instant);
        refuse(rules.refusalOfTime(epochNanos));
        return epochNanos;
    }

    private static void refuse(Optional<Refusal> refusal) throws Refused {
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
    }

    private static String unitOf(String number) {
        double size = Math.abs(Double.parseDouble(number));
        if (size < 1e11) {
            return "seconds";
        }
        if (size < 1e14) {
            return "milliseconds";
        }
        return size < 1e17 ? "microseconds" : "nanoseconds";
    }

    private static Instant parse(String time) throws Refused {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException malformed) {
            throw refusalOf(time);
        }
    }

    private static Refused refusalOf(String time) {
        try {
            LocalDateTime.parse(time.replace(' ', 'T'));
            return new Refused(
                    "TIME_WITHOUT_OFFSET",
                    "'%s' has no offset and may mean any time zone; write %sZ or %s+08:00"
                            .formatted(time, time, time));
        } catch (DateTimeException malformed) {
            return new Refused(
                    "NOT_A_TIME",
                    "'%s' is no time; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time));
        }
    }

    private static double valueOf(@Nullable String text) throws Refused {
        double value = ReadingNumber.of(text == null ? "" : text.strip());
        if (Double.isNaN(value)) {
            throw new Refused(
                    "NOT_A_NUMBER",
                    "'%s' is no finite number; write digits with a point, and leave the reading out where there is none"
                            .formatted(text));
        }
        return value;
    }
}
