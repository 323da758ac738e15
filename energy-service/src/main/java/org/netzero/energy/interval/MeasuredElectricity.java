package org.netzero.energy.interval;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Joules;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.Meter;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// Electricity hour by hour: what meters tell, and for sites without a meter of what they purchase
/// what entered their data centres.
@ApplicationScoped
public class MeasuredElectricity {

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final byte WHOLE_HOUR = 60;

    private final HourlySeries series;
    private final FacilityIntervalTable facilities;
    private final Sites sites;
    private final Clock clock;

    MeasuredElectricity(
            HourlySeries series, FacilityIntervalTable facilities, Sites sites, Clock clock) {
        this.series = series;
        this.facilities = facilities;
        this.sites = sites;
        this.clock = clock;
    }

    /// The hours of all series.
    ///
    /// @param fromTelemetry the sites whose purchases telemetry tells
    public record Measured(HourlySeries.Hours hours, Set<String> fromTelemetry) {}

    /// Of all sites, or of one.
    public Measured of(Period period, Optional<String> siteId) {
        return of(
                period, meter -> siteId.filter(id -> !id.equals(meter.siteId())).isEmpty(), siteId);
    }

    /// @param which the meters that are asked for
    /// @param siteId whose telemetry is asked for; that of all where it is empty
    public Measured of(Period period, Predicate<Meter> which, Optional<String> siteId) {
        Collection<Site> telling = withoutMeter(period, siteId);
        HourlySeries.Hours metered = series.of(period, which, telling);
        var all = new ArrayList<MeterHours>(metered.meters());
        Set<String> told = new TreeSet<>();
        for (Site site : telling) {
            telemetry(site, period, metered)
                    .ifPresent(hours -> {
                        all.add(hours);
                        told.add(site.siteId());
                    });
        }
        return new Measured(
                new HourlySeries.Hours(metered.start(), metered.count(), all, metered.places()),
                told);
    }

    private Collection<Site> withoutMeter(Period period, Optional<String> siteId) {
        // local days reach at most a day beyond those in UTC
        Period around = new Period(period.start().minusDays(1), period.end().plusDays(1));
        List<String> measured = facilities.sitesWithInput(around);
        if (measured.isEmpty()) {
            return List.of();
        }
        Set<String> metered = series.sitesWithLoadMeter();
        Map<String, Site> places =
                sites.named(
                        measured.stream()
                                .filter(id -> !metered.contains(id))
                                .filter(id -> siteId.filter(one -> !one.equals(id)).isEmpty())
                                .toList());
        return places.values().stream().filter(site -> site.kind() != SiteKind.GROUP).toList();
    }

    /// An hour counts as measured where every facility that the site has by then was measured well
    /// enough in it. A facility is expected from its first hour on file.
    private Optional<MeterHours> telemetry(Site site, Period period, HourlySeries.Hours hours) {
        Interval asked = period.in(site.timeZone());
        List<Instant> opened = facilities.firstInputs(site.siteId());
        List<FacilityIntervalTable.InputHour> known =
                facilities.inputHours(
                        site.siteId(), asked.start().truncatedTo(ChronoUnit.HOURS), asked.end());
        if (opened.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        var joules = new long[hours.count()];
        var minutes = new byte[hours.count()];
        int from =
                Math.max(
                        hours.hourOf(period.start(), site.timeZone()),
                        hour(opened.getFirst(), hours));
        int to =
                Math.min(hours.hourOf(period.end(), site.timeZone()), hour(clock.instant(), hours));
        for (FacilityIntervalTable.InputHour one : known) {
            int hour = hour(one.start(), hours);
            long expected = opened.stream().filter(first -> !first.isAfter(one.start())).count();
            if (hour >= from && hour < to) {
                joules[hour] = Joules.of(one.energyKwh(), RoundingMode.HALF_EVEN);
                minutes[hour] = one.measuredWell() == expected ? WHOLE_HOUR : 0;
            }
        }
        var meter =
                new Meter(
                        "telemetry",
                        site.siteId(),
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.PURCHASED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return Optional.of(new MeterHours(meter, joules, minutes, from, Math.max(from, to)));
    }

    private static int hour(Instant moment, HourlySeries.Hours hours) {
        return (int)
                Math.floorDiv(
                        moment.getEpochSecond() - hours.start().getEpochSecond(),
                        (long) SECONDS_PER_HOUR);
    }
}
