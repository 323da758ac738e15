package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Hours of points changed; told within the transaction of the change. Hours that are too old to be
/// stored for their points are among them.
public record PointHoursChanged(List<Hour> hours) {

    public PointHoursChanged {
        hours = List.copyOf(hours);
    }

    /// What a point measured within an hour.
    ///
    /// @param point its number
    /// @param amount kWh; L of water and flows, °C·h of temperatures
    /// @param measured share of the hour that was measured, 0 to 1
    /// @param covered the same with bridged gaps
    /// @param flags bits of [org.netzero.datacenter.metering.HourFlag]
    public record Hour(
            int point,
            Instant start,
            BigDecimal amount,
            BigDecimal measured,
            BigDecimal covered,
            int flags) {

        static Hour of(PointHourTable.Row row) {
            ExactHour hour = row.hour();
            return new Hour(
                    row.key().point(),
                    row.key().start(),
                    hour.amount(),
                    hour.measured(),
                    hour.covered(),
                    hour.flags());
        }
    }
}
