package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.FacilityHour;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.effectiveness.Missing;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.profile.ReportingProfile;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// Measured indicators of facilities.
@ApplicationScoped
class FacilityIndicators {

    /// Intervals in one answer at most: a year of hours, and some.
    static final int MAX_INTERVALS = 10_000;

    private static final Duration LONGEST_SPAN = Duration.ofDays(11 * 366);

    private final MonthSums months;
    private final Intervals intervals;
    private final FacilityZones zones;
    private final ReportingProfiles profiles;
    private final Supplies supplies;
    private final Clock clock;

    FacilityIndicators(
            MonthSums months,
            Intervals intervals,
            FacilityZones zones,
            ReportingProfiles profiles,
            Supplies supplies,
            Clock clock) {
        this.months = months;
        this.intervals = intervals;
        this.zones = zones;
        this.profiles = profiles;
        this.supplies = supplies;
        this.clock = clock;
    }

    /// Indicators of one interval.
    record Measured(
            Instant start, Instant end, Effectiveness effectiveness, Set<IndicatorFlag> flags) {}

    /// Indicators of one interval and where the energy came from.
    record Supplied(Measured measured, Footprint footprint) {

        /// What contradicts itself in one indicator is told of none that is made of it.
        static Supplied of(Measured measured, Footprint footprint) {
            return new Supplied(
                    measured,
                    measured.effectiveness().held().map(footprint::held).orElse(footprint));
        }

        /// Everything to know of the interval.
        Set<IndicatorFlag> flags() {
            Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
            flags.addAll(measured.flags());
            if (footprint.kgMarket().isPresent()
                    && footprint.missingCue().contains(Missing.NO_RESIDUAL_MIX)) {
                flags.add(IndicatorFlag.NO_RESIDUAL_MIX);
            }
            return flags;
        }
    }

    /// Indicators of a whole month or year, without where its energy came from.
    ///
    /// @param conflicts of [Supplies#conflicts]
    Measured of(Facility facility, Period period, Set<String> conflicts) {
        ReportingProfile profile = profiles.of(facility.datacenterId());
        var one = new One(facility, zones.of(facility), profile, conflicts);
        Interval span = period.in(one.zone());
        return one.measured(
                span.start(), span.end(), HourSums.together(sums(one, span)), clock.instant());
    }

    private List<HourSums> sums(One one, Interval span) {
        List<MonthSums.Key> keys = keys(one, span, clock.instant());
        Map<MonthSums.Key, HourSums> known = months.of(keys);
        return keys.stream().map(key -> known.getOrDefault(key, HourSums.NOTHING)).toList();
    }

    private static List<MonthSums.Key> keys(One one, Interval span, Instant now) {
        var keys = new ArrayList<MonthSums.Key>();
        YearMonth month = YearMonth.from(span.start().atZone(one.zone()));
        var key = new MonthSums.Key(one.facility().datacenterId(), month, one.zone());
        while (key.start().isBefore(span.end()) && key.start().isBefore(now)) {
            keys.add(key);
            key = new MonthSums.Key(key.datacenterId(), key.month().plusMonths(1), one.zone());
        }
        return keys;
    }

    /// Indicators of the intervals of a period that have begun, in their order.
    ///
    /// @throws TooManyIntervals when they are more than [#MAX_INTERVALS]
    List<Supplied> of(Facility facility, Period period, Granularity granularity) {
        ReportingProfile profile = profiles.of(facility.datacenterId());
        var one = new One(facility, zones.of(facility), profile, supplies.conflicts());
        Interval span = period.in(one.zone());
        Instant now = clock.instant();
        List<Interval> parts = parts(span, granularity, one.zone(), now);
        Supplies.Known supply =
                supplies.of(
                        List.of(facility),
                        span.start().atZone(one.zone()).toLocalDate(),
                        span.end().atZone(one.zone()).toLocalDate().plusYears(1));
        if (parts.isEmpty()) {
            return List.of();
        }
        Interval whole = new Interval(parts.getFirst().start(), parts.getLast().end());
        var sums = new SumsOfSpan(whole, sums(List.of(one), supply, any -> whole, now));
        return parts.stream().map(part -> supplied(one, part, sums, supply, now)).toList();
    }

    /// The year of many facilities, in their order.
    List<Supplied> ofYear(List<Facility> facilities, Period year) {
        Map<String, ReportingProfile> stated = profiles.all();
        Set<String> conflicts = supplies.conflicts();
        Map<String, FacilityZones.FacilityZone> known = zones.ofAll(facilities);
        Instant now = clock.instant();
        var all = new ArrayList<One>();
        for (Facility facility : facilities) {
            all.add(
                    new One(
                            facility,
                            known.getOrDefault(facility.datacenterId(), FacilityZones.UNKNOWN),
                            stated.getOrDefault(
                                    facility.datacenterId(), ReportingProfile.NOT_STATED),
                            conflicts));
        }
        Supplies.Known supply = supplies.of(facilities, year.start(), year.end());
        Map<MonthSums.Key, HourSums> sums = sums(all, supply, one -> year.in(one.zone()), now);
        return all.stream()
                .map(one -> {
                    Interval span = year.in(one.zone());
                    return supplied(one, span, new SumsOfSpan(span, sums), supply, now);
                })
                .toList();
    }

    /// Sums of every month that some facilities need, those of their neighbours included, at once.
    private Map<MonthSums.Key, HourSums> sums(
            List<One> some, Supplies.Known supply, Function<One, Interval> spanOf, Instant now) {
        Set<MonthSums.Key> keys = new LinkedHashSet<>();
        for (One one : some) {
            Interval span = spanOf.apply(one);
            List<MonthSums.Key> own = keys(one, span, now);
            List<MonthSums.Key> others = supply.ofNeighbours(one.facility(), own);
            own.stream()
                    .filter(month -> !others.isEmpty() || isWithin(month, span))
                    .forEach(keys::add);
            keys.addAll(others);
        }
        return months.of(keys);
    }

    private static boolean isWithin(MonthSums.Key month, Interval span) {
        return !month.start().isBefore(span.start()) && !month.end().isAfter(span.end());
    }

    /// The sums of stretches of a span, asked for in their order: of whole months those that are
    /// kept, of others those of their hours, which are read by the month.
    private final class SumsOfSpan {

        private final Interval span;
        private final Map<MonthSums.Key, HourSums> ofMonths;
        private NavigableMap<Instant, FacilityHour> hours = new TreeMap<>();
        private Optional<YearMonth> read = Optional.empty();

        SumsOfSpan(Interval span, Map<MonthSums.Key, HourSums> ofMonths) {
            this.span = span;
            this.ofMonths = ofMonths;
        }

        /// @param part within the month
        HourSums of(Interval part, MonthSums.Key month) {
            if (part.start().equals(month.start()) && part.end().equals(month.end())) {
                return ofMonths.getOrDefault(month, HourSums.NOTHING);
            }
            if (read.filter(month.month()::equals).isEmpty()) {
                read = Optional.of(month.month());
                hours = new TreeMap<>();
                intervals
                        .facilityHours(
                                month.datacenterId(),
                                later(month.start(), span.start()),
                                earlier(month.end(), span.end()))
                        .forEach(hour -> hours.put(hour.start(), hour));
            }
            return HourSums.of(hours.subMap(part.start(), true, part.end(), false).values());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Indicators of one interval, whose energy is accounted month by month.
    private static Supplied supplied(
            One one, Interval part, SumsOfSpan sums, Supplies.Known supply, Instant now) {
        var parts = new ArrayList<Footprint.Part>();
        for (MonthSums.Key month : keys(one, part, now)) {
            var within =
                    new Interval(
                            later(part.start(), month.start()), earlier(part.end(), month.end()));
            parts.add(
                    new Footprint.Part(
                            within.start(),
                            within.end(),
                            sums.of(within, month),
                            supply.shareOf(one.facility(), month, sums.ofMonths)));
        }
        Measured measured =
                one.measured(
                        part.start(),
                        part.end(),
                        HourSums.together(parts.stream().map(Footprint.Part::sums).toList()),
                        now);
        return Supplied.of(
                measured,
                Footprint.of(
                        parts, one.profile().side(), supply.of(one.facility(), one.profile())));
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

    /// A facility and what is stated of it.
    ///
    /// @param conflicts facilities whose boundary is not that of the others of their site
    private record One(
            Facility facility,
            FacilityZones.FacilityZone known,
            ReportingProfile profile,
            Collection<String> conflicts) {

        ZoneId zone() {
            return known.zone();
        }

        Measured measured(Instant start, Instant end, HourSums sums, Instant now) {
            var effectiveness =
                    new Effectiveness(
                            sums,
                            Stretches.Expected.of(facility, zone(), now)
                                    .hours(new Interval(start, end)),
                            profile.side());
            boolean year = !start.atZone(zone()).plusYears(1).toInstant().isAfter(end);
            Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
            flags.addAll(effectiveness.flags(year && !end.isAfter(now) && ranAllOf(start)));
            if (!known.known()) {
                flags.add(IndicatorFlag.TIME_ZONE_UNKNOWN);
            }
            if (!profile.coversAll()) {
                flags.add(IndicatorFlag.PARTIAL);
            }
            if (conflicts.contains(facility.datacenterId())) {
                flags.add(IndicatorFlag.BOUNDARY_CONFLICT);
            }
            return new Measured(start, end, effectiveness, flags);
        }

        private boolean ranAllOf(Instant start) {
            return !facility.inOperationSince().isAfter(start.atZone(zone()).toLocalDate());
        }
    }
}
