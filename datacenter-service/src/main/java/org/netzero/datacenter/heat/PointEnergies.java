package org.netzero.datacenter.heat;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.series.KeptHour;
import org.netzero.datacenter.series.KeptHours;
import org.netzero.datacenter.thermal.HourlyEnergy;
import org.netzero.platform.input.Interval;

/// Energies of named points and of roles by the hour, as far as they are known whole.
@ApplicationScoped
class PointEnergies {

    private final KeptHours kept;
    private final Intervals intervals;

    PointEnergies(KeptHours kept, Intervals intervals) {
        this.kept = kept;
        this.intervals = intervals;
    }

    /// The sum of points; empty where none is named.
    Optional<HourlyEnergy> ofPoints(List<String> pointIds, Interval span) {
        if (pointIds.isEmpty()) {
            return Optional.empty();
        }
        Map<String, NavigableMap<Instant, KeptHour>> hours = kept.of(pointIds, span);
        return Optional.of(
                HourlyEnergy.sum(
                        pointIds.stream()
                                .map(id -> whole(hours.getOrDefault(id, new TreeMap<>())))
                                .toList()));
    }

    private static HourlyEnergy whole(NavigableMap<Instant, KeptHour> hours) {
        var whole = new TreeMap<Instant, BigDecimal>();
        hours.forEach((start, hour) -> hour.whole().ifPresent(kwh -> whole.put(start, kwh)));
        return new HourlyEnergy(whole);
    }

    /// What all points of a role measured together.
    HourlyEnergy ofRole(String datacenterId, MeasuringRole role, Interval span) {
        var whole = new TreeMap<Instant, BigDecimal>();
        for (RoleHour hour : intervals.of(datacenterId, role, span.start(), span.end())) {
            if (hour.covered().compareTo(BigDecimal.ONE) == 0) {
                whole.put(hour.key().start(), hour.amount());
            }
        }
        return new HourlyEnergy(whole);
    }

    /// Means of a point: °C, L/h, kW.
    NavigableMap<Instant, BigDecimal> meansOf(String pointId, Interval span) {
        var means = new TreeMap<Instant, BigDecimal>();
        kept.of(List.of(pointId), span)
                .getOrDefault(pointId, new TreeMap<>())
                .forEach((start, hour) -> hour.mean().ifPresent(mean -> means.put(start, mean)));
        return means;
    }

    void keep(Collection<String> pointIds) {
        kept.keep(pointIds);
    }
}
