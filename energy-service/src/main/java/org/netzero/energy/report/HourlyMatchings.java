package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.grid.AnnualFactors;
import org.netzero.energy.grid.AnnualIntensities;
import org.netzero.energy.instrument.Claimed;
import org.netzero.energy.instrument.HeldInstruments;
import org.netzero.energy.instrument.MeteredClaim;
import org.netzero.energy.instrument.MeteredClaims;
import org.netzero.energy.interval.MeasuredElectricity;
import org.netzero.energy.matching.MatchedHours;
import org.netzero.energy.matching.SiteHours;
import org.netzero.energy.matching.ZoneHours;
import org.netzero.energy.matching.ZoneMatching;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// Load and eligible supply hour by hour, from the intervals of the meters, matched zone by zone.
@ApplicationScoped
class HourlyMatchings {

    private final MeasuredElectricity electricity;
    private final HourlySeries series;
    private final MeteredClaims claims;
    private final HeldInstruments instruments;
    private final Sites sites;

    HourlyMatchings(
            MeasuredElectricity electricity,
            HourlySeries series,
            MeteredClaims claims,
            HeldInstruments instruments,
            Sites sites) {
        this.electricity = electricity;
        this.series = series;
        this.claims = claims;
        this.instruments = instruments;
        this.sites = sites;
    }

    /// The zones of a period.
    ///
    /// @param fromTelemetry the sites whose purchases telemetry tells, for want of a meter
    /// @param findings what was left out, and why
    record Matched(List<Zone> zones, Set<String> fromTelemetry, List<Finding> findings) {

        /// What carbon-free supply matched of all load. Empty where the technology of a plant is
        /// not stated.
        Optional<Long> carbonFreeMatched() {
            return zones.stream().allMatch(zone -> zone.carbonFree().isPresent())
                    ? Optional.of(sum(zone -> MatchedHours.sum(zone.carbonFree().orElseThrow())))
                    : Optional.empty();
        }

        /// All zones together.
        long sum(ToLongFunction<Zone> what) {
            return zones.stream().mapToLong(what).sum();
        }
    }

    /// A zone of the grid.
    ///
    /// @param matchedWithoutStorage what the same supply would match in all if nothing were stored
    /// @param timeZone that of its first site, in which its days are shown
    /// @param start the first of its hours
    /// @param carbonFree what supply that emits nothing matched in each hour; empty where the
    ///   technology of a plant is not stated
    /// @param siteIds in the order of the matching's sites
    // nobody compares two of them
    @SuppressWarnings("ArrayRecordComponent")
    record Zone(
            ZoneMatching matching,
            Optional<long[]> carbonFree,
            long matchedWithoutStorage,
            ZoneId timeZone,
            Instant start,
            List<String> siteIds,
            int[] monthEnds) {

        String name() {
            return matching.zone();
        }

        Instant startOf(int hour) {
            return start.plusSeconds(3_600L * hour);
        }

        MatchedHours total() {
            return matching.total();
        }
    }

    /// @throws HourlySeriesMissing when no meter tells a load
    Matched of(Period period) {
        MeasuredElectricity.Measured measured = electricity.of(period, Optional.empty());
        var gathering = new Gathering(period, measured, this::eligible);
        Matched matched = gathering.matched();
        if (matched.zones().stream().allMatch(zone -> MatchedHours.sum(zone.total().load()) == 0)) {
            throw new HourlySeriesMissing(period.toString());
        }
        return matched;
    }

    /// What is claimable is looked up once for all zones.
    private EligibleSupply eligible(HourlySeries.Hours hours, List<Finding> findings) {
        List<MeteredClaim> all = claims.all();
        List<Claimed> claimed =
                all.isEmpty()
                        ? List.of()
                        : instruments.claimed(HeldInstruments.EVER, Optional.empty());
        return new EligibleSupply(
                hours,
                all,
                claimed,
                sites.named(claimed.stream().map(Claimed::siteId).toList()),
                series::generated,
                findings);
    }

    /// The part of the grid a site draws from.
    static String zoneOf(Site site) {
        return site.zoneOfGrid();
    }

    /// The part of the grid a meter is connected to.
    static String zoneOf(MeterHours meter, Map<String, Site> places) {
        Site site = Optional.ofNullable(places.get(meter.meter().siteId())).orElseThrow();
        return meter.meter().zone().orElse(site.zoneOfGrid());
    }

    /// What is known of the years in which some meters measured.
    static AnnualFactors annualFactors(
            AnnualIntensities annual, Collection<MeterHours> meters, HourlySeries.Hours hours) {
        Map<String, Site> sites = new TreeMap<>();
        for (MeterHours meter : meters) {
            Optional.ofNullable(hours.places().get(meter.meter().siteId()))
                    .ifPresent(site -> sites.put(site.siteId(), site));
        }
        return annual.of(
                sites.values(),
                hours.start().atZone(ZoneOffset.UTC).minusDays(1).getYear(),
                hours.startOf(hours.count()).atZone(ZoneOffset.UTC).plusDays(1).getYear());
    }

    private static final class Gathering {

        private final Period period;
        private final HourlySeries.Hours hours;
        private final Map<String, Map<String, List<MeterHours>>> consuming = new TreeMap<>();
        private final Map<String, List<MeterHours>> contracted = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> fromTelemetry;
        private final EligibleSupply eligible;

        Gathering(
                Period period,
                MeasuredElectricity.Measured measured,
                BiFunction<HourlySeries.Hours, List<Finding>, EligibleSupply> supplied) {
            this.period = period;
            this.hours = measured.hours();
            this.fromTelemetry = measured.fromTelemetry();
            this.eligible = supplied.apply(hours, findings);
            noteTelemetry(fromTelemetry, findings);
            for (MeterHours meter : hours.meters()) {
                if (!flowOf(meter).entersBalance()) {
                    continue;
                }
                Site site = placeOf(meter);
                String zone = zoneOf(meter, hours.places());
                if (flowOf(meter) == Flow.RENEWABLE_PURCHASE) {
                    contracted.computeIfAbsent(zone, z -> new ArrayList<>()).add(meter);
                } else {
                    consuming
                            .computeIfAbsent(zone, z -> new TreeMap<>())
                            .computeIfAbsent(site.siteId(), s -> new ArrayList<>())
                            .add(meter);
                }
            }
            contracted
                    .keySet()
                    .forEach(zone -> consuming.computeIfAbsent(zone, z -> new TreeMap<>()));
        }

        private Site placeOf(MeterHours meter) {
            return Optional.ofNullable(hours.places().get(meter.meter().siteId())).orElseThrow();
        }

        private static Flow flowOf(MeterHours meter) {
            return meter.meter().source().flow();
        }

        Matched matched() {
            var zones = new ArrayList<Zone>();
            consuming.forEach((zone, sites) -> zones.add(zone(zone, sites)));
            return new Matched(List.copyOf(zones), fromTelemetry, List.copyOf(findings));
        }

        private Zone zone(String name, Map<String, List<MeterHours>> sites) {
            var known = new ArrayList<SiteHours>();
            sites.forEach((siteId, meters) -> siteHours(siteId, meters).ifPresent(known::add));
            List<MeterHours> plants = contracted.getOrDefault(name, List.of());
            ZoneId timeZone =
                    sites.values().stream()
                            .flatMap(List::stream)
                            .findFirst()
                            .or(() -> plants.stream().findFirst())
                            .map(meter -> placeOf(meter).timeZone())
                            .orElse(ZoneOffset.UTC);
            noteGaps(name, plants);
            EligibleSupply.Supply supply = eligible.of(name, plants);
            var hoursOfZone = new ZoneHours(name, known, supply.renewable());
            ZoneMatching matching = ZoneMatching.of(hoursOfZone);
            MatchedHours unstored =
                    hoursOfZone.hasStorage()
                            ? ZoneMatching.of(hoursOfZone.withoutStorage()).total()
                            : matching.total();
            return new Zone(
                    matching,
                    carbonFree(name, known, supply, matching),
                    MatchedHours.sum(unstored.matched()),
                    timeZone,
                    hours.start(),
                    known.stream().map(SiteHours::siteId).toList(),
                    monthEnds(timeZone));
        }

        /// A gap in the generation of a plant is no supply: nobody can claim it.
        private void noteGaps(String zone, List<MeterHours> plants) {
            long gaps = 0;
            for (MeterHours plant : plants) {
                for (int hour = 0; hour < hours.count(); hour++) {
                    gaps += plant.isExpected(hour) && !plant.isWhole(hour) ? 1 : 0;
                }
            }
            if (gaps > 0) {
                findings.add(
                        new Finding(
                                FindingCode.SUPPLY_GAPS,
                                zone,
                                "%,d hours of plants under contract are not measured; what is missing of them matches nothing"
                                        .formatted(gaps)));
            }
        }

        /// Matched a second time where supply by contract that emits nothing is not the same as
        /// that which is renewable.
        private static Optional<long[]> carbonFree(
                String zone,
                List<SiteHours> known,
                EligibleSupply.Supply supply,
                ZoneMatching renewable) {
            if (!supply.carbonFreeKnown()) {
                return Optional.empty();
            }
            return Optional.of(
                    supply.isAllTheSame()
                            ? renewable.total().matched()
                            : ZoneMatching.of(new ZoneHours(zone, known, supply.carbonFree()))
                                    .total()
                                    .matched());
        }

        private Optional<SiteHours> siteHours(String siteId, List<MeterHours> meters) {
            if (meters.stream().noneMatch(meter -> flowOf(meter) == Flow.PURCHASE)) {
                findings.add(
                        new Finding(
                                FindingCode.NO_LOAD_METER,
                                siteId,
                                "no meter of purchased electricity tells what '%s' draws, so its load and its own generation are left out"
                                        .formatted(siteId)));
                return Optional.empty();
            }
            var site = new Reckoning(siteId, meters, hours.count());
            site.reckon();
            findings.addAll(site.findings());
            return Optional.of(site.hours());
        }

        private int[] monthEnds(ZoneId zone) {
            var ends = new ArrayList<Integer>();
            YearMonth month = YearMonth.from(period.start());
            LocalDate end = period.end();
            while (month.plusMonths(1).atDay(1).isBefore(end)) {
                month = month.plusMonths(1);
                long seconds =
                        month.atDay(1).atStartOfDay(zone).toEpochSecond()
                                - hours.start().getEpochSecond();
                ends.add((int) Math.ceilDiv(seconds, 3_600L));
            }
            ends.add(hours.count());
            return ends.stream().mapToInt(hour -> hour).toArray();
        }
    }

    static void noteTelemetry(Set<String> fromTelemetry, List<Finding> findings) {
        fromTelemetry.forEach(siteId ->
                findings.add(
                        new Finding(
                                FindingCode.LOAD_FROM_TELEMETRY,
                                siteId,
                                "no meter tells what '%s' purchases; what entered its data centres by their telemetry stands for it"
                                        .formatted(siteId))));
    }

    /// The load of a site: purchased + generated − exported + discharged − charged. Exports are
    /// taken from renewable generation first.
    private static final class Reckoning {

        private final String siteId;
        private final List<MeterHours> meters;
        private final BitSet known = new BitSet();
        private final long[] load;
        private final long[] own;
        private final long[] charged;
        private final long[] discharged;
        private int unknown;
        private int negative;

        Reckoning(String siteId, List<MeterHours> meters, int count) {
            this.siteId = siteId;
            this.meters = meters;
            this.load = new long[count];
            this.own = new long[count];
            this.charged = new long[count];
            this.discharged = new long[count];
        }

        void reckon() {
            for (int hour = 0; hour < load.length; hour++) {
                if (isExpected(hour)) {
                    if (isWhole(hour)) {
                        known.set(hour);
                    } else {
                        unknown++;
                    }
                    reckon(hour);
                }
            }
        }

        private boolean isExpected(int hour) {
            for (MeterHours meter : meters) {
                if (Gathering.flowOf(meter) == Flow.PURCHASE && meter.isExpected(hour)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isWhole(int hour) {
            for (MeterHours meter : meters) {
                if (meter.isExpected(hour) && !meter.isWhole(hour)) {
                    return false;
                }
            }
            return true;
        }

        private void reckon(int hour) {
            long used = 0;
            long renewable = 0;
            for (MeterHours meter : meters) {
                long joules = meter.joules()[hour];
                switch (Gathering.flowOf(meter)) {
                    case PURCHASE, OWN_COGENERATION -> used += joules;
                    case OWN_RENEWABLE -> {
                        used += joules;
                        renewable += joules;
                    }
                    case EXPORT -> {
                        used -= joules;
                        renewable -= joules;
                    }
                    case STORAGE_CHARGE -> {
                        used -= joules;
                        charged[hour] += joules;
                    }
                    case STORAGE_DISCHARGE -> {
                        used += joules;
                        discharged[hour] += joules;
                    }
                    case COMBUSTION, RENEWABLE_PURCHASE, CURTAILMENT, LOAD -> {}
                }
            }
            negative += used < 0 && known.get(hour) ? 1 : 0;
            load[hour] = Math.max(0, used);
            own[hour] = Math.max(0, renewable);
        }

        SiteHours hours() {
            return new SiteHours(siteId, known, load, own, charged, discharged);
        }

        List<Finding> findings() {
            var findings = new ArrayList<Finding>();
            if (unknown > 0) {
                findings.add(
                        new Finding(
                                FindingCode.HOURS_NOT_MEASURED,
                                siteId,
                                "%,d of %,d hours are not measured by all meters in service; they are left out of load and supply"
                                        .formatted(unknown, unknown + known.cardinality())));
            }
            if (negative > 0) {
                findings.add(
                        new Finding(
                                FindingCode.NEGATIVE_LOAD,
                                siteId,
                                "in %,d hours more left '%s' than came in; its load counts as zero there. Check exports and storage"
                                        .formatted(negative, siteId)));
            }
            return findings;
        }
    }
}
