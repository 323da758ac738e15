package org.netzero.datacenter.interval;

import java.time.Instant;
import java.util.List;

/// Hours of points changed; told within the transaction of the change.
///
/// @param points numbers of the points, each beside the start of its hour
public record PointHoursChanged(List<Integer> points, List<Instant> starts) {

    PointHoursChanged(List<PointHourTable.Key> hours) {
        this(
                hours.stream().map(PointHourTable.Key::point).toList(),
                hours.stream().map(PointHourTable.Key::start).toList());
    }
}
