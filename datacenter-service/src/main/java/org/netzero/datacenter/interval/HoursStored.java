package org.netzero.datacenter.interval;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.netzero.datacenter.telemetry.PointHours.PointHour;
import org.netzero.datacenter.telemetry.PointHours.TooLate;

/// Hours were stored; told last within the transaction that stores them.
///
/// @param hours of points, as they are now, of which flags tell something, or told something before
/// @param sums those of roles that changed
/// @param locked those of roles whose change was kept apart, or taken over
/// @param tooLate settled hours of points for which readings came
public record HoursStored(
        Collection<PointHour> hours,
        Set<RoleHour.Key> sums,
        Set<RoleHour.Key> locked,
        Collection<TooLate> tooLate) {

    public HoursStored {
        hours = List.copyOf(hours);
        sums = Set.copyOf(sums);
        locked = Set.copyOf(locked);
        tooLate = List.copyOf(tooLate);
    }
}
