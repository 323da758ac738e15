package org.netzero.energy.interval;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.netzero.energy.balance.Span;

/// One local day of a site's facilities together.
///
/// @param hours hours on file, of all facilities
/// @param measuredHours the same, each counted by the share of it that was measured
record MeasuredDay(LocalDate day, BigDecimal energyKwh, long hours, BigDecimal measuredHours) {

    /// Below this share of measured hours a day is only indicative.
    private static final BigDecimal COMPLETE = new BigDecimal("0.95");

    /// Whether the facilities together were measured well enough to stand for the day, which has 23
    /// to 25 hours.
    boolean isWhole(int facilities, ZoneId zone) {
        long expected =
                facilities
                        * Duration.between(
                                        day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                                .toHours();
        return measuredHours.compareTo(COMPLETE.multiply(BigDecimal.valueOf(expected))) >= 0;
    }

    Span span() {
        return new Span(day, day.plusDays(1));
    }
}
