package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// An hour of a point that shows something.
///
/// @param amount in the unit of the quantity's hours
/// @param measured share of the hour that was measured, 0 to 1
/// @param covered the same with bridged gaps
public record FlaggedHour(
        String pointId,
        MeasuringRole role,
        MeasuredQuantity quantity,
        Instant start,
        BigDecimal amount,
        BigDecimal measured,
        BigDecimal covered,
        Set<HourFlag> flags) {

    public FlaggedHour {
        flags = Set.copyOf(flags);
    }
}
