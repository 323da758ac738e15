package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.RowOutcome;

/// The meters. What one measures can be changed until its first interval is on file.
@ApplicationScoped
class Meters {

    /// What registering a meter did.
    enum Registration {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final MeterTable table;
    private final MeterDays days;
    private final Sites sites;

    Meters(MeterTable table, MeterDays days, Sites sites) {
        this.table = table;
        this.days = days;
        this.sites = sites;
    }

    /// @throws UnknownMeter when there is none
    MeterTable.Known get(String meterId) {
        return table.named(List.of(meterId)).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownMeter(meterId));
    }

    List<Meter> after(String cursor, int count) {
        return table.after(cursor, count);
    }

    /// Stores a meter, in place of what was known of it.
    ///
    /// @throws UnknownSite when its site is not registered
    /// @throws MeterInUse when it has intervals and would measure something else
    @Transactional
    Registration put(Meter meter) {
        sites.get(meter.siteId());
        Optional<MeterTable.Known> known = table.held(meter.meterId());
        if (known.isEmpty()) {
            if (!table.insert(meter)) {
                throw new ConcurrentIntake();
            }
            days.allChanged(meter.series());
            return Registration.NEW;
        }
        if (known.get().meter().equals(meter)) {
            return Registration.UNCHANGED;
        }
        if (known.get().inUse() && !known.get().meter().measuresWhat(meter)) {
            throw new MeterInUse(known.get().meter());
        }
        table.replace(meter);
        days.allChanged(meter.series());
        return Registration.CHANGED;
    }

    /// Stores the new ones. A file never replaces a meter: that takes a PUT, one by one.
    @Transactional
    List<RowOutcome> add(List<Meter> batch) {
        Map<String, Site> places = sites.named(batch.stream().map(Meter::siteId).toList());
        return batch.stream().map(meter -> add(meter, places)).toList();
    }

    private RowOutcome add(Meter meter, Map<String, Site> places) {
        if (!places.containsKey(meter.siteId())) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(meter.siteId()).getMessage()));
        }
        if (table.insert(meter)) {
            days.allChanged(meter.series());
            return new RowOutcome.Accepted();
        }
        return get(meter.meterId()).meter().equals(meter)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "meterId",
                        "ID_CONFLICT",
                        "'%s' is registered with other content; PUT /api/energy/meters/%s replaces it"
                                .formatted(meter.meterId(), meter.meterId()));
    }
}
