package org.netzero.datacenter.quality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.platform.input.Interval;

/// Looks for the findings of months in which hours changed, and stores what came, changed and went,
/// in the transaction that takes the months off the list.
@ApplicationScoped
class FindingSearch {

    private static final Logger LOG = Logger.getLogger(FindingSearch.class);

    private static final int BATCH = 10;

    private final DueFindings due;
    private final FlaggedHours flagged;
    private final UnbalancedHours unbalanced;
    private final QuarantinedHours quarantined;
    private final LateReadings late;
    private final Findings findings;
    private final int stuckAfter;

    FindingSearch(
            DueFindings due,
            FlaggedHours flagged,
            UnbalancedHours unbalanced,
            QuarantinedHours quarantined,
            LateReadings late,
            Findings findings,
            @ConfigProperty(name = "netzero.quality.stuck-after-hours") int stuckAfter) {
        this.due = due;
        this.flagged = flagged;
        this.unbalanced = unbalanced;
        this.quarantined = quarantined;
        this.late = late;
        this.findings = findings;
        this.stuckAfter = stuckAfter;
    }

    @Scheduled(
            every = "{netzero.quality.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void searchDue() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::searchSome) == BATCH) {
                LOG.debug("more findings are due");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Findings wait: %s", failed.getMessage());
            LOG.debug("Findings wait", failed);
        }
    }

    private int searchSome() {
        List<DueFindings.Due> taken = due.take(BATCH);
        taken.forEach(month -> findings.replace(month, shownIn(month)));
        return taken.size();
    }

    private List<Finding> shownIn(DueFindings.Due month) {
        String datacenterId = month.datacenterId();
        Interval span = month.span();
        Interval around =
                new Interval(
                        span.start().minus(stuckAfter, ChronoUnit.HOURS),
                        span.end().plus(stuckAfter, ChronoUnit.HOURS));
        List<FlaggedHour> hours = flagged.of(datacenterId, around);
        boolean mayBeStuck =
                hours.stream().anyMatch(hour -> hour.flags().contains(HourFlag.UNCHANGED));
        Set<Instant> underLoad = mayBeStuck ? flagged.underLoad(datacenterId, around) : Set.of();
        var shown = new ArrayList<>(new PointFindings(span, underLoad, stuckAfter).of(hours));
        shown.addAll(FacilityFindings.ofBalance(unbalanced.of(datacenterId, span)));
        shown.addAll(FacilityFindings.ofQuarantine(quarantined.waiting(datacenterId, span)));
        shown.addAll(late.of(month));
        return shown;
    }
}
