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
        ///
        /// @param field which of its fields breaks the rule; empty for all of it
        record NotTaken(Refusal refusal, String field) implements Verdict {}
    }

    /// One part of a reading is refused.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;
        private final String field;

        Refused(String field, Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
            this.field = field;
        }

        Refused(String field, String code, String message) {
            this(field, new Refusal(code, message));
        }
    }

    Verdict check(SubmittedReading reading) {
        try {
            if (reading.malformed() != null) {
                throw new Refused("", "MALFORMED", reading.malformed());
            }
            NumberedPoint point = told(pointOf(reading.point()), reading.unit());
            long time = timeOf(reading, point);
            double value = point.inOwnUnit(valueOf(reading.value()));
            refuse(
                    point.isToldInAnotherQuantity() ? "unit" : "value",
                    ReadingRules.refusalOfValue(value, point));
            return new Verdict.Taken(point.number(), time, value);
        } catch (Refused refused) {
            return new Verdict.NotTaken(refused.refusal, refused.field);
        }
    }

    private static NumberedPoint told(NumberedPoint point, @Nullable String unit) {
        return unit == null || unit.isBlank() ? point : point.toldIn(unit.strip());
    }

    private NumberedPoint pointOf(@Nullable String id) throws Refused {
        NumberedPoint point = id == null ? null : points.get(id);
        if (point == null) {
            throw new Refused(
                    "point",
                    "UNKNOWN_POINT",
                    "'%s' is no measuring point of yours; define it with PUT /api/datacenters/{id}/points"
                            .formatted(id == null ? "" : id));
        }
        return point;
    }

    private long timeOf(SubmittedReading reading, NumberedPoint point) throws Refused {
        String time = reading.time() == null ? "" : reading.time().strip();
        if (time.isEmpty()) {
            if (point.telling().live()) {
                return rules.nowNano();
            }
            throw new Refused(
                    "time",
                    "TIME_MISSING",
                    "the reading has no time; write it, or declare '%s' live with PUT /api/datacenters/%s/intake where the moment of arrival will do"
                            .formatted(point.point().pointId(), point.point().datacenterId()));
        }
        if (reading.numericTime() || ReadingNumber.isNumber(time)) {
            throw new Refused(
                    "time",
                    "TIME_UNIT",
                    "'%s' looks like %s since 1970; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time, unitOf(time)));
        }
        Instant instant = parse(time);
        long epochNanos = ReadingRules.epochNanos(instant);
        refuse("time", rules.refusalOfTime(epochNanos));
        return epochNanos;
    }

    private static void refuse(String field, Optional<Refusal> refusal) throws Refused {
        if (refusal.isPresent()) {
            throw new Refused(field, refusal.get());
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
                    "time",
                    "TIME_WITHOUT_OFFSET",
                    "'%s' has no offset: it may mean any time zone, and an hour that comes twice or not at all on the day on which clocks change; write %sZ or %s+08:00"
                            .formatted(time, time, time));
        } catch (DateTimeException malformed) {
            return new Refused(
                    "time",
                    "NOT_A_TIME",
                    "'%s' is no time; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time));
        }
    }

    private static double valueOf(@Nullable String text) throws Refused {
        String number = text == null ? "" : text.strip();
        double value = ReadingNumber.of(number);
        if (Double.isNaN(value)) {
            throw new Refused(
                    "value",
                    "NOT_A_NUMBER",
                    "'%s' is no finite number; write digits with a point, and leave the reading out where there is none"
                            .formatted(number));
        }
        return value;
    }
}
