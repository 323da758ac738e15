package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Energy of the hours in which all of it is known; an hour that is not there is missing, not zero.
///
/// @param kwh by the first instant of the hour
public record HourlyEnergy(NavigableMap<Instant, BigDecimal> kwh) {

    /// Decimals with which telemetry becomes accounting: a thousandth of a Wh.
    private static final int DECIMALS = 6;

    public HourlyEnergy {
        kwh = Collections.unmodifiableNavigableMap(new TreeMap<>(kwh));
    }

    /// Energy that was calculated from readings.
    public static HourlyEnergy ofDoubles(Map<Instant, Double> kwh) {
        var exact = new TreeMap<Instant, BigDecimal>();
        kwh.forEach((start, amount) ->
                exact.put(
                        start,
                        BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN)));
        return new HourlyEnergy(exact);
    }

    /// The sum of several meters, over the hours in which each of them is known.
    ///
    /// @param meters at least one
    public static HourlyEnergy sum(List<HourlyEnergy> meters) {
        NavigableSet<Instant> hours = common(meters);
        var sums = new TreeMap<Instant, BigDecimal>();
        for (Instant hour : hours) {
            sums.put(
                    hour,
                    meters.stream()
                            .map(meter -> meter.kwh().get(hour))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return new HourlyEnergy(sums);
    }

    /// The hours that are known in all of these.
    public static NavigableSet<Instant> common(Collection<HourlyEnergy> series) {
        if (series.isEmpty()) {
            return new TreeSet<>();
        }
        var hours = new TreeSet<>(series.iterator().next().kwh().keySet());
        series.forEach(one -> hours.retainAll(one.kwh().keySet()));
        return hours;
    }

    /// The energy of these hours, all of which are known.
    public BigDecimal over(Collection<Instant> hours) {
        return hours.stream()
                .map(hour -> kwh.getOrDefault(hour, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The hours from one instant to another.
    public HourlyEnergy between(Instant from, Instant to) {
        return new HourlyEnergy(kwh.subMap(from, true, to, false));
    }

    /// The difference of two meters, over the hours in which both are known.
    public HourlyEnergy minus(HourlyEnergy other) {
        var differences = new TreeMap<Instant, BigDecimal>();
        for (Instant hour : common(List.of(this, other))) {
            differences.put(hour, over(List.of(hour)).subtract(other.over(List.of(hour))));
        }
        return new HourlyEnergy(differences);
    }
}
