package org.netzero.datacenter.telemetry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;

/// Decides whether a reading is taken. Nothing is guessed: a time or value that could mean two
/// things is refused with a hint.
///
/// @param points the points that readings may be of
/// @param now the time at which they arrived
record ReadingCheck(Map<String, NumberedPoint> points, Instant now) {

    static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

    /// Earlier times are mistaken units: no data centre kept digital readings before.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int MAX_NUMBER_LENGTH = 40;

    /// No meter counts so far and no machine draws so much, in whichever unit: 1,000 TWh in Wh.
    private static final double BEYOND_ANY_METER = 1e15;

    /// What becomes of a reading.
    sealed interface Verdict {
        /// It is taken.
        record Taken(int point, long epochNanos, double value) implements Verdict {}

        /// It is refused.
        record Refused(String code, String message) implements Verdict {}
    }

    /// Why one part of a reading is refused.
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final String code;

        Refusal(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    Verdict check(SubmittedReading reading) {
        try {
            if (reading.malformed() != null) {
                throw new Refusal("MALFORMED", reading.malformed());
            }
            NumberedPoint point = pointOf(reading.point());
            long time = timeOf(reading.time(), reading.numericTime());
            double value = valueOf(reading.value());
            checkPlausible(value, reading.value(), point);
            return new Verdict.Taken(point.number(), time, value);
        } catch (Refusal refused) {
            return new Verdict.Refused(refused.code, String.valueOf(refused.getMessage()));
        }
    }

    private NumberedPoint pointOf(@Nullable String id) throws Refusal {
        NumberedPoint point = id == null ? null : points.get(id);
        if (point == null) {
            throw new Refusal(
                    "UNKNOWN_POINT",
                    "'%s' is no measuring point of yours; define it with PUT /api/datacenters/{id}/points"
                            .formatted(id == null ? "" : id));
        }
        return point;
    }

    private long timeOf(@Nullable String text, boolean numeric) throws Refusal {
        if (text == null || text.isBlank()) {
            throw new Refusal("TIME_MISSING", "the reading has no time");
        }
        String time = text.strip();
        if (numeric || NUMBER.matcher(time).matches()) {
            throw new Refusal(
                    "TIME_UNIT",
                    "'%s' looks like %s since 1970; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time, unitOf(time)));
        }
        Instant instant = parse(time);
        if (instant.isBefore(EARLIEST)) {
            throw new Refusal(
                    "TIME_UNIT",
                    "%s is before %s; it looks like seconds that were read as a smaller unit"
                            .formatted(instant, EARLIEST));
        }
        Duration ahead = Duration.between(now, instant);
        if (ahead.compareTo(ALLOWED_SKEW) > 0) {
            throw new Refusal(
                    "CLOCK_SKEW",
                    "%s is %d s ahead of this service's clock; at most %d s are allowed"
                            .formatted(instant, ahead.toSeconds(), ALLOWED_SKEW.toSeconds()));
        }
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
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

    private static Instant parse(String time) throws Refusal {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException malformed) {
            throw refusalOf(time);
        }
    }

    private static Refusal refusalOf(String time) {
        try {
            LocalDateTime.parse(time.replace(' ', 'T'));
            return new Refusal(
                    "TIME_WITHOUT_OFFSET",
                    "'%s' has no offset and may mean any time zone; write %sZ or %s+08:00"
                            .formatted(time, time, time));
        } catch (DateTimeException malformed) {
            return new Refusal(
                    "NOT_A_TIME",
                    "'%s' is no time; write ISO 8601 with an offset, such as 2026-03-14T08:00:00Z"
                            .formatted(time));
        }
    }

    private static double valueOf(@Nullable String text) throws Refusal {
        String number = text == null ? "" : text.strip();
        double value =
                number.length() <= MAX_NUMBER_LENGTH && NUMBER.matcher(number).matches()
                        ? Double.parseDouble(number)
                        : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new Refusal(
                    "NOT_A_NUMBER",
                    "'%s' is no finite number; write digits with a point, and leave the reading out where there is none"
                            .formatted(text));
        }
        return value == 0 ? 0.0 : value;
    }

    /// Whether a meter of this kind can show the value at all.
    private static void checkPlausible(double value, @Nullable String text, NumberedPoint numbered)
            throws Refusal {
        if (Math.abs(value) >= BEYOND_ANY_METER) {
            throw new Refusal(
                    "OUT_OF_RANGE",
                    "'%s' is beyond what any meter shows; check the meter's digits"
                            .formatted(text));
        }
        MeasuringPoint point = numbered.point();
        if (!point.quantity().isCounter() || point.bidirectional()) {
            return;
        }
        if (value < 0) {
            throw new Refusal(
                    "NEGATIVE_COUNTER",
                    "'%s' is below 0, which '%s' cannot show; declare it bidirectional if it counts both ways"
                            .formatted(text, point.pointId()));
        }
        if (point.maximum().isPresent() && value > point.maximum().get().doubleValue()) {
            throw new Refusal(
                    "ABOVE_MAXIMUM",
                    "'%s' is above %s %s, the declared maximum of '%s'"
                            .formatted(
                                    text,
                                    point.maximum().get().toPlainString(),
                                    point.unit(),
                                    point.pointId()));
        }
    }
}
