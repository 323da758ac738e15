package org.netzero.datacenter.interval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.messaging.Outbox;

/// Tells the others of changed energies.
@ApplicationScoped
class EnergyIntervals {

    private final Facilities facilities;
    private final Outbox outbox;

    EnergyIntervals(Facilities facilities, Outbox outbox) {
        this.facilities = facilities;
        this.outbox = outbox;
    }

    void tell(List<RoleHour> changed) {
        Map<String, String> sites = new HashMap<>();
        for (RoleHour hour : changed) {
            if (hour.key().role() != MeasuringRole.WATER) {
                String site =
                        sites.computeIfAbsent(
                                hour.key().datacenterId(), id -> facilities.get(id).siteId());
                EnergyInterval interval = EnergyInterval.of(hour, site);
                outbox.add(EnergyInterval.TOPIC, EnergyInterval.TYPE, interval.key(), interval);
            }
        }
    }
}
