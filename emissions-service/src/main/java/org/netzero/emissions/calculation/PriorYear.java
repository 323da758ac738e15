package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;

/// What a year is compared with.
///
/// @param totals of the year before
/// @param drivers stated for both years in one unit
public record PriorYear(List<ActivityTotal> totals, List<DriverChange> drivers) {

    public static final PriorYear UNKNOWN = new PriorYear(List.of(), List.of());

    /// A driver in both years.
    public record DriverChange(String driver, BigDecimal before, BigDecimal now) {}

    public PriorYear {
        totals = List.copyOf(totals);
        drivers = List.copyOf(drivers);
    }
}
