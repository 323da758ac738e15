package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;

/// What a year is compared with.
///
/// @param amounts of the year before
/// @param drivers stated for both years in one unit
/// @param threshold the relative change, up or down, beyond which something stands out
public record PriorYear(YearAmounts amounts, List<DriverChange> drivers, BigDecimal threshold) {

    public static final PriorYear UNKNOWN =
            new PriorYear(YearAmounts.NONE, List.of(), BigDecimal.ONE);

    /// A driver in both years.
    public record DriverChange(String driver, BigDecimal before, BigDecimal now) {}

    public PriorYear {
        drivers = List.copyOf(drivers);
    }
}
