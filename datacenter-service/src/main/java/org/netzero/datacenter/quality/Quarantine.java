package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.quality.QuarantinedHour.Decision;
import org.netzero.datacenter.quality.QuarantinedHour.State;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// What late readings would change of locked periods, until somebody decides.
@ApplicationScoped
class Quarantine {

    private final QuarantinedHours hours;
    private final Intervals intervals;
    private final DueFindings due;
    private final FacilityClock zones;

    Quarantine(QuarantinedHours hours, Intervals intervals, DueFindings due, FacilityClock zones) {
        this.hours = hours;
        this.intervals = intervals;
        this.due = due;
        this.zones = zones;
    }

    /// Which hours are decided of.
    ///
    /// @param role of this role only
    record Choice(String datacenterId, Period period, Optional<MeasuringRole> role) {}

    List<QuarantinedHour> after(
            String datacenterId, Optional<QuarantinedHours.Position> last, int limit) {
        return hours.after(datacenterId, last, limit);
    }

    /// Puts the hours in place of what stands: the period is being restated.
    ///
    /// @throws NothingQuarantined when none waits
    @Transactional
    List<QuarantinedHour> release(Choice choice, Decision decision) {
        Interval span = choice.period().in(zones.zoneOf(choice.datacenterId()));
        // whoever stores readings of these hours takes them in this order as well
        intervals.lock(
                hours.waiting(choice.datacenterId(), span).stream()
                        .map(hour -> hour.hour().key())
                        .toList());
        List<QuarantinedHour> released = decide(choice, State.RELEASED, decision);
        intervals.release(released.stream().map(hour -> hour.hour().key()).toList());
        return released;
    }

    /// Leaves what stands as it is.
    ///
    /// @throws NothingQuarantined when none waits
    @Transactional
    List<QuarantinedHour> dismiss(Choice choice, Decision decision) {
        return decide(choice, State.DISMISSED, decision);
    }

    private List<QuarantinedHour> decide(Choice choice, State state, Decision decision) {
        Interval span = choice.period().in(zones.zoneOf(choice.datacenterId()));
        List<QuarantinedHour> decided =
                hours.decide(choice.datacenterId(), span, choice.role(), state, decision);
        if (decided.isEmpty()) {
            throw new NothingQuarantined(choice.datacenterId(), choice.period().toString());
        }
        Set<DueFindings.Due> months = new TreeSet<>(DueFindings.Due.ORDER);
        decided.forEach(
                hour -> months.add(DueFindings.Due.of(choice.datacenterId(), hour.start())));
        due.add(months);
        return decided;
    }
}
