package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
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
import java.util.TreeSet;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.grid.AnnualFactor;
import org.netzero.energy.grid.AnnualFactors;
import org.netzero.energy.grid.AnnualIntensities;
import org.netzero.energy.grid.GridHours;
import org.netzero.energy.grid.GridIntensity;
import org.netzero.energy.grid.GridPurpose;
import org.netzero.energy.grid.LoadEmissions;
import org.netzero.energy.grid.MarketBasedEmissions;
import org.netzero.energy.grid.MarketBasedEmissions.Covered;
import org.netzero.energy.instrument.AllocatedHours;
import org.netzero.energy.instrument.AllocatedHours.Laid;
import org.netzero.energy.instrument.Claimed;
import org.netzero.energy.instrument.HeldInstruments;
import org.netzero.energy.interval.MeasuredElectricity;
import org.netzero.energy.matching.ClaimedHours;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// Electricity drawn from the grid at what instruments convey in its hour, and the rest at the
/// residual mix, beside the annual method over the same hours.
@ApplicationScoped
class HourlyMarketBased {

    private final MeasuredElectricity electricity;
    private final HeldInstruments instruments;
    private final AllocatedHours allocated;
    private final GridHours grid;
    private final AnnualIntensities annual;
    private final Sites sites;

    HourlyMarketBased(
            MeasuredElectricity electricity,
            HeldInstruments instruments,
            AllocatedHours allocated,
            GridHours grid,
            AnnualIntensities annual,
            Sites sites) {
        this.electricity = electricity;
        this.instruments = instruments;
        this.allocated = allocated;
        this.grid = grid;
        this.annual = annual;
        this.sites = sites;
    }

    /// @throws HourlySeriesMissing when no meter tells what was drawn
    MarketBasedView of(Period period, Optional<String> siteId) {
        siteId.ifPresent(sites::get);
        var findings = new ArrayList<Finding>();
        List<Claimed> claims = claims(period, siteId, findings);
        Set<String> plants = new TreeSet<>(allocated.metersOf(claims));
        MeasuredElectricity.Measured measured =
                electricity.of(
                        period,
                        meter ->
                                plants.contains(meter.meterId())
                                        || siteId.filter(id -> !id.equals(meter.siteId()))
                                                .isEmpty(),
                        siteId);
        HourlyMatchings.noteTelemetry(measured.fromTelemetry(), findings);
        HourlySeries.Hours hours = measured.hours();
        Map<String, Map<String, List<MeterHours>>> drawing = new TreeMap<>();
        for (MeterHours meter : hours.meters()) {
            boolean asked = siteId.filter(id -> !id.equals(meter.meter().siteId())).isEmpty();
            boolean inService = meter.expectedFrom() < meter.expectedTo();
            if (asked && inService && meter.meter().source().flow() == Flow.PURCHASE) {
                drawing.computeIfAbsent(
                                HourlyMatchings.zoneOf(meter, hours.places()),
                                zone -> new TreeMap<>())
                        .computeIfAbsent(meter.meter().siteId(), site -> new ArrayList<>())
                        .add(meter);
            }
        }
        if (drawing.isEmpty()) {
            throw new HourlySeriesMissing(period.toString());
        }
        List<Laid> laid = laid(claims, period, hours, findings);
        Map<String, String> homes = homes(claims, drawing, hours.places(), findings);
        var zones = new ArrayList<MarketBasedView.ZoneView>();
        drawing.forEach((zone, at) ->
                new Zone(zone, at, laid, homes, hours, findings).view().ifPresent(zones::add));
        return MarketBasedView.of(period, siteId, zones, findings);
    }

    /// The zone in which the claims of each site count: the one it draws in. A site that draws in
    /// several has them in its own.
    private static Map<String, String> homes(
            List<Claimed> claims,
            Map<String, Map<String, List<MeterHours>>> drawing,
            Map<String, Site> places,
            List<Finding> findings) {
        Map<String, Set<String>> zonesOf = new TreeMap<>();
        drawing.forEach((zone, at) ->
                at.keySet()
                        .forEach(siteId ->
                                zonesOf.computeIfAbsent(siteId, site -> new TreeSet<>())
                                        .add(zone)));
        Map<String, String> homes = new TreeMap<>();
        zonesOf.forEach((siteId, zones) -> {
            if (zones.size() == 1) {
                homes.put(siteId, zones.iterator().next());
            } else {
                Optional.ofNullable(places.get(siteId))
                        .map(Site::zoneOfGrid)
                        .filter(zones::contains)
                        .ifPresent(own -> homes.put(siteId, own));
            }
        });
        for (Claimed claim : claims) {
            Set<String> zones = zonesOf.getOrDefault(claim.siteId(), Set.of());
            if (!homes.containsKey(claim.siteId())) {
                findings.add(
                        finding(
                                FindingCode.ALLOCATION_WITHOUT_HOURS,
                                claim,
                                zones.isEmpty()
                                        ? "no meter tells what the site draws from the grid"
                                        : "the site draws in the zones %s of the grid, and its own is none of them; PUT the site with one of these as gridZone"
                                                .formatted(zones)));
            }
        }
        return homes;
    }

    /// What is allocated to sites and meets the criteria of the method.
    private List<Claimed> claims(Period period, Optional<String> siteId, List<Finding> findings) {
        List<Claimed> all =
                instruments.claimed(new Span(period.start(), period.end()), siteId).stream()
                        .filter(Claimed::covers)
                        .toList();
        Map<String, Site> places = sites.named(all.stream().map(Claimed::siteId).toList());
        var counted = new ArrayList<Claimed>();
        for (Claimed claim : all) {
            boolean ofGroup =
                    Optional.ofNullable(places.get(claim.siteId()))
                            .filter(site -> site.kind() == SiteKind.GROUP)
                            .isPresent();
            if (!claim.meetsScope2()) {
                findings.add(
                        finding(
                                FindingCode.CLAIM_NOT_COUNTED,
                                claim,
                                "the criteria of the Scope 2 Guidance are not met"));
            } else if (ofGroup) {
                findings.add(
                        finding(
                                FindingCode.ALLOCATION_WITHOUT_HOURS,
                                claim,
                                "they are allocated to the whole company, and no hour of a site is"));
            } else {
                counted.add(claim);
            }
        }
        return counted;
    }

    private static Finding finding(FindingCode code, Claimed claim, String why) {
        return new Finding(
                code,
                String.join("/", claim.instrumentId(), claim.siteId(), claim.period().toString()),
                "%s kWh are allocated and cover no hour: %s"
                        .formatted(claim.energyKwh().toPlainString(), why));
    }

    private List<Laid> laid(
            List<Claimed> claims, Period period, HourlySeries.Hours hours, List<Finding> findings) {
        if (claims.isEmpty()) {
            return List.of();
        }
        List<Claimed> everybodys =
                instruments.claimed(HeldInstruments.EVER, Optional.empty()).stream()
                        .filter(Claimed::covers)
                        .toList();
        List<Laid> laid =
                allocated.lay(claims, everybodys, new Span(period.start(), period.end()), hours);
        laid.forEach(one ->
                one.notKnown()
                        .ifPresent(why ->
                                findings.add(
                                        finding(
                                                FindingCode.ALLOCATION_WITHOUT_HOURS,
                                                one.claimed(),
                                                why))));
        return laid;
    }

    private final class Zone {

        private final String zone;
        private final Map<String, List<MeterHours>> drawing;
        private final List<Laid> laid;
        private final Map<String, String> homes;
        private final HourlySeries.Hours hours;
        private final List<Finding> findings;
        private final Map<Instant, GridIntensity> average;
        private final Map<Instant, GridIntensity> residual;
        private final Set<String> annualResiduals = new TreeSet<>();
        private final Set<String> annualAverages = new TreeSet<>();
        private final BitSet counted = new BitSet();
        private int leftOut;
        private int atGrid;
        private int atAnnual;
        private final BitSet ofTheYear = new BitSet();

        Zone(
                String zone,
                Map<String, List<MeterHours>> drawing,
                List<Laid> laid,
                Map<String, String> homes,
                HourlySeries.Hours hours,
                List<Finding> findings) {
            this.zone = zone;
            this.drawing = drawing;
            this.laid = laid;
            this.homes = homes;
            this.hours = hours;
            this.findings = findings;
            this.average = intensities(GridPurpose.LOCATION_BASED);
            this.residual = intensities(GridPurpose.MARKET_RESIDUAL);
            takeFromTheYear();
        }

        /// The residual mix of the year in hours whose own is not on file; and where no hour of the
        /// zone is on file at all, the average of the year.
        private void takeFromTheYear() {
            AnnualFactors factors =
                    HourlyMatchings.annualFactors(
                            annual,
                            drawing.values().stream().flatMap(List::stream).toList(),
                            hours);
            boolean noHour = average.isEmpty();
            for (int hour = 0; hour < hours.count(); hour++) {
                Instant start = hours.startOf(hour);
                if (!residual.containsKey(start)) {
                    Optional<AnnualFactor> mix = factors.at(GridPurpose.MARKET_RESIDUAL, start);
                    mix.ifPresent(known -> residual.put(start, known.intensity()));
                    mix.ifPresent(known -> annualResiduals.add(known.name()));
                    ofTheYear.set(hour, mix.isPresent());
                }
                if (noHour) {
                    Optional<AnnualFactor> mean = factors.at(GridPurpose.LOCATION_BASED, start);
                    mean.ifPresent(known -> average.put(start, known.intensity()));
                    mean.ifPresent(known -> annualAverages.add(known.name()));
                }
            }
        }

        private Map<Instant, GridIntensity> intensities(GridPurpose purpose) {
            return grid.of(zone, purpose, hours.start(), hours.startOf(hours.count()));
        }

        /// The residual mix, or the grid's average for want of it.
        private Optional<GridIntensity> rest(Instant start) {
            return Optional.ofNullable(residual.get(start))
                    .or(() -> Optional.ofNullable(average.get(start)));
        }

        Optional<MarketBasedView.ZoneView> view() {
            count();
            var drawn = new long[hours.count()];
            var covered = new long[hours.count()];
            Covered hourly = Covered.NOTHING;
            Covered annual = Covered.NOTHING;
            for (Map.Entry<String, List<MeterHours>> at : drawing.entrySet()) {
                long[] load = load(at.getValue());
                Covered sum = Covered.NOTHING;
                List<Laid> its =
                        laid.stream()
                                .filter(one -> one.claimed().siteId().equals(at.getKey()))
                                .filter(one -> zone.equals(homes.get(at.getKey())))
                                .toList();
                List<long[]> met =
                        ClaimedHours.meeting(load, its.stream().map(Laid::joules).toList());
                for (int i = 0; i < its.size(); i++) {
                    Claimed claim = its.get(i).claimed();
                    hourly = hourly.plus(Covered.at(sum(met.get(i)), claim.kgCo2ePerKwh()));
                    sum =
                            sum.plus(
                                    Covered.at(
                                            allocated(claim, its.get(i).claimedJoules()),
                                            claim.kgCo2ePerKwh()));
                    add(met.get(i), covered);
                }
                annual = annual.plus(sum.upTo(sum(load)));
                add(load, drawn);
            }
            var known = new ArrayList<MarketBasedEmissions.Hour>();
            var location = new ArrayList<LoadEmissions.Hour>();
            for (int hour = counted.nextSetBit(0); hour >= 0; hour = counted.nextSetBit(hour + 1)) {
                Instant start = hours.startOf(hour);
                known.add(
                        new MarketBasedEmissions.Hour(
                                drawn[hour], covered[hour], rest(start).orElseThrow()));
                long joules = drawn[hour];
                Optional.ofNullable(average.get(start))
                        .ifPresent(of -> location.add(new LoadEmissions.Hour(joules, of)));
            }
            note();
            Optional<LoadEmissions> locationBased =
                    location.size() < known.size()
                            ? Optional.empty()
                            : LoadEmissions.of(location, average.values());
            return MarketBasedEmissions.of(known, hourly, annual, whole())
                    .map(emissions ->
                            MarketBasedView.ZoneView.of(
                                    zone,
                                    leftOut,
                                    known.size() - atGrid,
                                    atAnnual,
                                    atGrid,
                                    emissions,
                                    locationBased));
        }

        /// What is allocated, whether its hours are known or not: as much of it as the hours that
        /// are counted are of all hours of its period.
        private long allocated(Claimed claim, long joules) {
            ZoneId clock =
                    Optional.ofNullable(hours.places().get(claim.siteId()))
                            .map(Site::timeZone)
                            .orElse(ZoneOffset.UTC);
            int from = hours.hourOf(claim.period().start(), clock);
            int to = hours.hourOf(claim.period().end(), clock);
            int within =
                    from < hours.count() && to > 0
                            ? counted.get(Math.max(0, from), to).cardinality()
                            : 0;
            return BigInteger.valueOf(joules)
                    .multiply(BigInteger.valueOf(within))
                    .divide(BigInteger.valueOf(Math.max(1, to - from)))
                    .longValueExact();
        }

        private Collection<GridIntensity> whole() {
            Map<Instant, GridIntensity> all = new TreeMap<>(average);
            all.putAll(residual);
            return all.values();
        }

        /// The hours of which everything is known.
        private void count() {
            for (int hour = 0; hour < hours.count(); hour++) {
                boolean expected = false;
                boolean whole = true;
                for (List<MeterHours> meters : drawing.values()) {
                    for (MeterHours meter : meters) {
                        expected |= meter.isExpected(hour);
                        whole &= !meter.isExpected(hour) || meter.isWhole(hour);
                    }
                }
                Instant start = hours.startOf(hour);
                if (expected && whole && rest(start).isPresent()) {
                    counted.set(hour);
                    atGrid += residual.containsKey(start) ? 0 : 1;
                    atAnnual += ofTheYear.get(hour) ? 1 : 0;
                } else if (expected) {
                    leftOut++;
                }
            }
        }

        private long[] load(List<MeterHours> meters) {
            var load = new long[hours.count()];
            for (int hour = counted.nextSetBit(0); hour >= 0; hour = counted.nextSetBit(hour + 1)) {
                for (MeterHours meter : meters) {
                    load[hour] += meter.joules()[hour];
                }
            }
            return load;
        }

        private long sum(long[] series) {
            return counted.stream().mapToLong(hour -> series[hour]).sum();
        }

        private void note() {
            if (leftOut > 0) {
                findings.add(
                        new Finding(
                                FindingCode.HOURS_NOT_MEASURED,
                                zone,
                                "%,d hours are left out: not all meters measured them, or no intensity of the zone is on file"
                                        .formatted(leftOut)));
            }
            if (atAnnual > 0) {
                findings.add(
                        new Finding(
                                FindingCode.ANNUAL_RESIDUAL_MIX,
                                zone,
                                "no residual mix of %,d hours is on file; what instruments do not cover is at that of the year there, by factor %s"
                                        .formatted(atAnnual, String.join(", ", annualResiduals))));
            }
            if (!annualAverages.isEmpty()) {
                findings.add(
                        new Finding(
                                FindingCode.ANNUAL_GRID_AVERAGE,
                                zone,
                                "no hour of the zone is on file; the grid's average is that of the year, by factor %s"
                                        .formatted(String.join(", ", annualAverages))));
            }
            if (atGrid > 0) {
                findings.add(
                        new Finding(
                                FindingCode.NO_RESIDUAL_MIX,
                                zone,
                                "no residual mix of %,d hours is known, of the hour or of the year; what instruments do not cover is at the grid's average there. Import grid-hours with purpose MARKET_RESIDUAL, or adopt a factor of that purpose in the emissions service"
                                        .formatted(atGrid)));
            }
        }

        private void add(long[] more, long[] to) {
            for (int hour = 0; hour < to.length; hour++) {
                to[hour] += more[hour];
            }
        }
    }
}
