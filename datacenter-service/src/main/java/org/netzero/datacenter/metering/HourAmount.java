package org.netzero.datacenter.metering;

import java.util.Optional;
import java.util.Set;

/// What a point measured within one hour.
///
/// @param hour hours since 1970-01-01T00:00Z
/// @param amount in the base unit: kWh, L for water and flows, °C·h for temperatures
/// @param measuredShare share of the hour between readings that are close together, 0 to 1
/// @param coveredShare the same with gaps that were bridged by time, 0 to 1
/// @param flags what to know of the amount
/// @param quarters what of the amount fell into each quarter of the hour; empty only of hours that
///   were computed before quarters were
public record HourAmount(
        int hour,
        double amount,
        double measuredShare,
        double coveredShare,
        Set<HourFlag> flags,
        Optional<Quarters> quarters) {

    public HourAmount {
        flags = Set.copyOf(flags);
    }
}
