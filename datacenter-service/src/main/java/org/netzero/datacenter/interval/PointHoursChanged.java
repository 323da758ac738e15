package org.netzero.datacenter.interval;

import java.time.Instant;
import java.util.List;

/// Hours of points changed; told within the transaction of the change.
///
/// @param points numbers of the points, each beside the start of its hour
public record PointHoursChanged(List<Integer> points, List<Instant> starts) {

    static PointHoursChanged of(List<PointHourTable.Changed> hours) {
        return new PointHoursChanged(
                hours.stream().map(PointHourTable.Changed::point).toList(),
                hours.stream().map(PointHourTable.Changed::start).toList());
    }
}
