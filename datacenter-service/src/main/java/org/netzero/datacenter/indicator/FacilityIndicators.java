package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.FacilityHour;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.effectiveness.RoleAmount;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// Measured indicators of facilities.
@ApplicationScoped
class FacilityIndicators {

    /// Intervals in one answer at most: a year of hours, and some.
    static final int MAX_INTERVALS = 10_000;

    private static final Duration LONGEST_SPAN = Duration.ofDays(11 * 366);

    private final Intervals intervals;
    private final FacilityZones zones;
    private final Clock clock;

    FacilityIndicators(Intervals intervals, FacilityZones zones, Clock clock) {
        this.intervals = intervals;
        this.zones = zones;
        this.clock = clock;
    }

    /// Indicators of one interval.
    record Measured(
            Instant start, Instant end, Effectiveness effectiveness, Set<IndicatorFlag> flags) {}

    /// Indicators of a whole period.
    Measured of(Facility facility, Period period) {
        FacilityZones.FacilityZone zone = zones.of(facility);
        Interval span = period.in(zone.zone());
        return measured(
                facility, zone, hours(facility, span), span.start(), span.end(), clock.instant());
    }

    /// Indicators of the intervals of a period that have begun, in their order.
    ///
    /// @throws TooManyIntervals when they are more than [#MAX_INTERVALS]
    List<Measured> of(Facility facility, Period period, Granularity granularity) {
        FacilityZones.FacilityZone zone = zones.of(facility);
        Interval span = period.in(zone.zone());
        Instant now = clock.instant();
        List<Interval> parts = parts(span, granularity, zone.zone(), now);
        NavigableMap<Instant, FacilityHour> hours = hours(facility, span);
        return parts.stream()
                .map(part -> measured(facility, zone, hours, part.start(), part.end(), now))
                .toList();
    }

    private static List<Interval> parts(
            Interval span, Granularity granularity, ZoneId zone, Instant now) {
        var parts = new ArrayList<Interval>();
        if (span.duration().compareTo(LONGEST_SPAN) > 0) {
            throw new TooManyIntervals();
        }
        ZonedDateTime start = span.start().atZone(zone);
        while (start.toInstant().isBefore(span.end()) && start.toInstant().isBefore(now)) {
            if (parts.size() == MAX_INTERVALS) {
                throw new TooManyIntervals();
            }
            ZonedDateTime end = granularity.after(start);
            parts.add(new Interval(start.toInstant(), end.toInstant()));
            start = end;
        }
        return parts;
    }

    private NavigableMap<Instant, FacilityHour> hours(Facility facility, Interval span) {
        var byRole = new TreeMap<Instant, Map<MeasuringRole, RoleAmount>>();
        Map<Instant, Set<HourFlag>> flags = new HashMap<>();
        for (RoleHour hour : intervals.of(facility.datacenterId(), span.start(), span.end())) {
            byRole.computeIfAbsent(hour.key().start(), start -> new EnumMap<>(MeasuringRole.class))
                    .put(
                            hour.key().role(),
                            new RoleAmount(hour.amount(), hour.measured(), hour.covered()));
            flags.computeIfAbsent(hour.key().start(), start -> EnumSet.noneOf(HourFlag.class))
                    .addAll(hour.flags());
        }
        var hours = new TreeMap<Instant, FacilityHour>();
        byRole.forEach((start, roles) ->
                hours.put(
                        start,
                        new FacilityHour(start, roles, flags.getOrDefault(start, Set.of()))));
        return hours;
    }

    private static Measured measured(
            Facility facility,
            FacilityZones.FacilityZone zone,
            NavigableMap<Instant, FacilityHour> hours,
            Instant start,
            Instant end,
            Instant now) {
        var effectiveness =
                new Effectiveness(
                        List.copyOf(hours.subMap(start, true, end, false).values()),
                        expectedHours(facility, zone.zone(), start, end, now));
        boolean year = !start.atZone(zone.zone()).plusYears(1).toInstant().isAfter(end);
        Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
        flags.addAll(
                effectiveness.flags(year && !end.isAfter(now) && ranAllOf(facility, zone, start)));
        if (!zone.known()) {
            flags.add(IndicatorFlag.TIME_ZONE_UNKNOWN);
        }
        return new Measured(start, end, effectiveness, flags);
    }

    private static boolean ranAllOf(
            Facility facility, FacilityZones.FacilityZone zone, Instant start) {
        return !facility.inOperationSince().isAfter(start.atZone(zone.zone()).toLocalDate());
    }

    /// Whole hours of the interval that are over and in which the facility was in operation.
    private static long expectedHours(
            Facility facility, ZoneId zone, Instant start, Instant end, Instant now) {
        Instant opened = facility.inOperationSince().atStartOfDay(zone).toInstant();
        Instant from = opened.isAfter(start) ? opened : start;
        Instant to = now.isBefore(end) ? now : end;
        return Math.max(0, ChronoUnit.HOURS.between(from, to));
    }
}
