package org.netzero.datacenter.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;

/// What a reading has to keep to, in whichever protocol it comes. Nothing is guessed: a time or a
/// value that could mean two things is refused with a hint.
final class ReadingRules {

    static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

    private static final Duration NO_CLOCK_RUNS_SO_FAST = Duration.ofDays(366);

    /// Earlier times are mistaken units: no data centre kept digital readings before.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final long EARLIEST_NANO = epochNanos(EARLIEST);

    /// No meter counts so far and no machine draws so much, in whichever unit: 1,000 TWh in Wh.
    private static final double BEYOND_ANY_METER = 1e15;

    /// Characters that are told of what is no unit.
    private static final int MOST_OF_UNIT = 40;

    private final long latestNano;
    private final long mistakenFromNano;
    private final Instant now;

    /// @param now the time at which the readings arrived
    ReadingRules(Instant now) {
        this.now = now;
        this.latestNano = epochNanos(now.plus(ALLOWED_SKEW));
        this.mistakenFromNano = epochNanos(now.plus(NO_CLOCK_RUNS_SO_FAST));
    }

    /// The time at which the readings arrived, in nanoseconds since 1970.
    long nowNano() {
        return epochNanos(now);
    }

    /// Nanoseconds since 1970; of times before 1677 and after 2262 the first and the last that a
    /// `long` can tell.
    static long epochNanos(Instant instant) {
        long nanos = TimeUnit.SECONDS.toNanos(instant.getEpochSecond());
        return nanos == Long.MAX_VALUE || nanos == Long.MIN_VALUE
                ? nanos
                : nanos + instant.getNano();
    }

    /// Whether a reading can be of this time.
    Optional<Refusal> refusalOfTime(long epochNano) {
        if (epochNano >= EARLIEST_NANO && epochNano <= latestNano) {
            return Optional.empty();
        }
        Instant time = Instant.ofEpochSecond(0, epochNano);
        if (epochNano < EARLIEST_NANO) {
            return Optional.of(
                    new Refusal(
                            "TIME_UNIT",
                            "%s is before %s; it looks like seconds that were read as a smaller unit"
                                    .formatted(time, EARLIEST)));
        }
        return Optional.of(
                new Refusal(
                        "CLOCK_SKEW",
                        "%s is %d s ahead of this service's clock; at most %d s are allowed"
                                .formatted(
                                        time,
                                        Duration.between(now, time).toSeconds(),
                                        ALLOWED_SKEW.toSeconds())));
    }

    /// Whether a reading can be of a time that was written as a number.
    Optional<Refusal> refusalOfNumber(long epochNano) {
        return epochNano <= mistakenFromNano
                ? refusalOfTime(epochNano)
                : Optional.of(
                        new Refusal(
                                "TIME_UNIT",
                                "%s is years ahead; it looks like a smaller unit that was read as a larger one"
                                        .formatted(Instant.ofEpochSecond(0, epochNano))));
    }

    /// Whether a meter of this kind can show the value at all.
    static Optional<Refusal> refusalOfValue(double value, NumberedPoint numbered) {
        MeasuringPoint point = numbered.point();
        if (numbered.isToldInAnotherQuantity()) {
            return Optional.of(unitDoesNotFit(numbered));
        }
        if (Math.abs(value) >= BEYOND_ANY_METER) {
            return Optional.of(
                    new Refusal(
                            "OUT_OF_RANGE",
                            "'%s' is beyond what any meter shows; check the meter's digits"
                                    .formatted(value)));
        }
        if (!numbered.countsUp()) {
            return Optional.empty();
        }
        if (value < 0) {
            return Optional.of(
                    new Refusal(
                            "NEGATIVE_COUNTER",
                            "'%s' is below 0, which '%s' cannot show; declare it bidirectional if it counts both ways"
                                    .formatted(value, point.pointId())));
        }
        return value <= numbered.highest()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "ABOVE_MAXIMUM",
                                "'%s' is above %s %s, the declared maximum of '%s'"
                                        .formatted(
                                                value,
                                                BigDecimal.valueOf(numbered.highest())
                                                        .stripTrailingZeros()
                                                        .toPlainString(),
                                                point.unit(),
                                                point.pointId())));
    }

    private static Refusal unitDoesNotFit(NumberedPoint numbered) {
        MeasuringPoint point = numbered.point();
        String unit = numbered.telling().unit().orElse("");
        return new Refusal(
                "UNIT_DOES_NOT_FIT",
                "'%s' cannot be converted to %s, in which '%s' measures %s; send one of %s, or no unit for %s"
                        .formatted(
                                unit.substring(0, Math.min(unit.length(), MOST_OF_UNIT)),
                                point.unit(),
                                point.pointId(),
                                point.quantity(),
                                String.join(", ", point.quantity().unitSymbols()),
                                point.unit()));
    }
}
