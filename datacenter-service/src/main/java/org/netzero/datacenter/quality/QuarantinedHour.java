package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.netzero.datacenter.interval.RoleHour;

/// What late readings would make of an hour in a locked period.
///
/// @param hour as it would be
/// @param reported the amount that stands; empty when nothing was known of the hour
/// @param decision what somebody decided of it; empty while it waits
record QuarantinedHour(
        RoleHour hour,
        Optional<BigDecimal> reported,
        Instant firstSeen,
        State state,
        Optional<Decision> decision) {

    enum State {
        /// Nobody decided yet.
        OPEN,
        /// It stands in place of what was there.
        RELEASED,
        /// It does not count.
        DISMISSED
    }

    /// Who decided when, and why.
    record Decision(String by, Instant at, String note) {}

    Instant start() {
        return hour.key().start();
    }

    /// What the sum would change by.
    BigDecimal effect() {
        return hour.amount().subtract(reported.orElse(BigDecimal.ZERO));
    }
}
