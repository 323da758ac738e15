package org.netzero.datacenter.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What a point measured within an hour.
///
/// @param amount kWh; L for water; L for a flow, °C·h for a temperature
/// @param covered share of the hour that is measured or bridged, 0 to 1
public record KeptHour(BigDecimal amount, BigDecimal covered) {

    private static final int DECIMALS = 6;

    private static final BigDecimal LEAST_COVERED = new BigDecimal("0.9");

    /// The amount, if it is that of the whole hour.
    public Optional<BigDecimal> whole() {
        return covered.compareTo(BigDecimal.ONE) == 0 ? Optional.of(amount) : Optional.empty();
    }

    /// The mean of the part of the hour that is known: °C, L/h or kW. Empty below nine tenths of
    /// the hour.
    public Optional<BigDecimal> mean() {
        return covered.compareTo(LEAST_COVERED) < 0
                ? Optional.empty()
                : Optional.of(amount.divide(covered, DECIMALS, RoundingMode.HALF_EVEN));
    }
}
