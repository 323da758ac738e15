package org.netzero.energy.interval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.TelemetryMonths;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// The measured hours of all facilities. What entered the facilities of a site is, month by month,
/// the telemetry of its purchased electricity; the other roles are kept, but are parts of it.
@ApplicationScoped
public class FacilityIntervals {

    private final FacilityIntervalTable table;
    private final Sites sites;
    private final TelemetryMonths months;

    FacilityIntervals(FacilityIntervalTable table, Sites sites, TelemetryMonths months) {
        this.table = table;
        this.sites = sites;
        this.months = months;
    }

    /// Stores hours, unless the same or a later version of one is stored, and sums each month they
    /// change once. An hour of a site that is not registered waits for it.
    void note(List<EnergyIntervalMeasured> hours) {
        Set<String> touched = new TreeSet<>();
        for (EnergyIntervalMeasured hour : hours) {
            touched.add(hour.siteId());
            table.siteOf(hour).ifPresent(touched::add);
        }
        Map<String, Site> places = sites.named(touched);
        touched.stream().filter(places::containsKey).forEach(months::hold);
        Set<Instant> changed = new HashSet<>();
        for (EnergyIntervalMeasured hour : hours) {
            if (table.put(hour) && hour.isConsumption()) {
                changed.add(hour.start());
            }
        }
        places.values()
                .forEach(site ->
                        changed.stream()
                                .map(start -> YearMonth.from(start.atZone(site.timeZone())))
                                .distinct()
                                .forEach(month -> sum(site, month)));
    }

    /// Hours may have come before their site, or fall into other months since its zone changed.
    void sumAgain(@Observes SiteChanged changed) {
        Site site = changed.site();
        List<YearMonth> touched = table.monthsOf(site.siteId(), site.timeZone());
        if (!touched.isEmpty()) {
            months.hold(site.siteId());
            touched.forEach(month -> sum(site, month));
        }
    }

    /// A finding for each facility whose hours wait for their site.
    public List<Finding> withoutSite(Period period) {
        return table.waiting(period).stream()
                .map(facility ->
                        new Finding(
                                FindingCode.TELEMETRY_WITHOUT_SITE,
                                facility.datacenterId(),
                                "%d hours of %s wait for its site '%s'; register it with PUT /api/sites/%s"
                                        .formatted(
                                                facility.hours(),
                                                facility.datacenterId(),
                                                facility.siteId(),
                                                facility.siteId())))
                .toList();
    }

    private void sum(Site site, YearMonth month) {
        List<MeasuredDay> days = table.days(site.siteId(), site.timeZone(), month);
        int facilities = table.facilities(site.siteId(), site.timeZone(), month);
        List<Span> wholeDays =
                days.stream()
                        .filter(day -> day.isWhole(facilities, site.timeZone()))
                        .map(MeasuredDay::span)
                        .toList();
        months.put(
                site.siteId(),
                month,
                days.stream().map(MeasuredDay::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add),
                days.stream().mapToLong(MeasuredDay::hours).sum(),
                wholeDays);
    }
}
