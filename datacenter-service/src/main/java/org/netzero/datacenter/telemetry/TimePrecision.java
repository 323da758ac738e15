package org.netzero.datacenter.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The unit of the times in a body of line protocol.
enum TimePrecision {
    NANOSECONDS(TimeUnit.NANOSECONDS),
    MICROSECONDS(TimeUnit.MICROSECONDS),
    MILLISECONDS(TimeUnit.MILLISECONDS),
    SECONDS(TimeUnit.SECONDS),
    MINUTES(TimeUnit.MINUTES),
    HOURS(TimeUnit.HOURS);

    private final long nanos;

    TimePrecision(TimeUnit unit) {
        this.nanos = unit.toNanos(1);
    }

    /// What both versions of the protocol call it; nanoseconds where nothing is said.
    static Optional<TimePrecision> of(String parameter) {
        return Optional.ofNullable(
                switch (parameter) {
                    case "", "n", "ns" -> NANOSECONDS;
                    case "u", "us", "µ" -> MICROSECONDS;
                    case "ms" -> MILLISECONDS;
                    case "s" -> SECONDS;
                    case "m" -> MINUTES;
                    case "h" -> HOURS;
                    default -> null;
                });
    }

    /// `nanoseconds`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Nanoseconds since 1970; the first and the last that a `long` can tell for times beyond.
    long toNanos(long time) {
        long high = Math.multiplyHigh(time, nanos);
        long low = time * nanos;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return low;
        }
        return time < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
