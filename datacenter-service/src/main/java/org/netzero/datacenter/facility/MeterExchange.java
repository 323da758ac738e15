package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A counter gave way to another one at the same point.
///
/// @param at when; readings from this moment on are the new counter's
/// @param lastReading what the old counter showed at that moment, in the point's unit
/// @param firstReading what the new counter showed at that moment, in the point's unit
/// @param newMaximum the value at which the new counter starts again from 0; empty where it is that
///   of the old one
record MeterExchange(
        Instant at,
        BigDecimal lastReading,
        BigDecimal firstReading,
        Optional<BigDecimal> newMaximum) {

    MeterExchange {
        lastReading = lastReading.stripTrailingZeros();
        firstReading = firstReading.stripTrailingZeros();
        newMaximum = newMaximum.map(BigDecimal::stripTrailingZeros);
    }
}
