package org.netzero.datacenter.indicator;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;

/// Sums up months that are over, once their hours come to rest, so that whoever asks for a year
/// finds it summed up. The month that goes on changes all the time: it is summed up when it is
/// asked for.
@ApplicationScoped
class DueMonths {

    private static final Logger LOG = Logger.getLogger(DueMonths.class);

    private final MonthSums months;
    private final Facilities facilities;
    private final FacilityZones zones;
    private final Clock clock;
    private final Duration quiet;

    DueMonths(
            MonthSums months,
            Facilities facilities,
            FacilityZones zones,
            Clock clock,
            @ConfigProperty(name = "netzero.indicators.months-rest") Duration quiet) {
        this.months = months;
        this.facilities = facilities;
        this.zones = zones;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Scheduled(
            every = "{netzero.indicators.months-every}",
            delayed = "{netzero.indicators.months-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sumUp() {
        try {
            // over in every zone
            YearMonth current =
                    YearMonth.from(
                            clock.instant().minus(MonthSums.FARTHEST).atOffset(ZoneOffset.UTC));
            Map<YearMonth, List<String>> due = months.due(current, quiet);
            if (due.isEmpty()) {
                return;
            }
            List<Facility> all = facilities.all();
            Map<String, FacilityZones.FacilityZone> known = zones.ofAll(all);
            Set<String> ids = all.stream().map(Facility::datacenterId).collect(Collectors.toSet());
            due.forEach((month, dueIds) ->
                    months.of(
                            dueIds.stream()
                                    .filter(ids::contains)
                                    .map(id ->
                                            new MonthSums.Key(
                                                    id,
                                                    month,
                                                    known.getOrDefault(id, FacilityZones.UNKNOWN)
                                                            .zone()))
                                    .toList()));
        } catch (RuntimeException failed) {
            LOG.warnf("Months wait to be summed up: %s", failed.getMessage());
            LOG.debug("Months wait to be summed up", failed);
        }
    }
}
