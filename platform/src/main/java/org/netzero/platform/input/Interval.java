package org.netzero.platform.input;

import java.time.Duration;
import java.time.Instant;

/// A half-open stretch of time, `[start, end)`.
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new EndsTooEarly(start, end);
        }
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    public boolean overlaps(Interval other) {
        return other.start.isBefore(end) && start.isBefore(other.end);
    }
}
