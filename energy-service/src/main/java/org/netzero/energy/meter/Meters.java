package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.energy.grid.GridZones;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

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
    private final MeterOwners owners;
    private final GridZones zones;

    Meters(MeterTable table, MeterDays days, Sites sites, MeterOwners owners, GridZones zones) {
        this.table = table;
        this.days = days;
        this.sites = sites;
        this.owners = owners;
        this.zones = zones;
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
    /// @throws InvalidInput when its site is the group, its zone is not known, or it cannot be a
    ///   meter of its plant or storage
    /// @throws MeterInUse when it has intervals and would measure something else
    @Transactional
    Registration put(Meter meter) {
        Site place = sites.get(meter.siteId());
        if (place.kind() == SiteKind.GROUP) {
            throw new InvalidInput(List.of(ofGroup(place)));
        }
        List<Violation> misfits = owners.misfits(meter);
        if (!misfits.isEmpty()) {
            throw new InvalidInput(misfits);
        }
        Optional<MeterTable.Known> known = table.held(meter.meterId());
        if (!known.map(held -> held.meter().zone()).equals(Optional.of(meter.zone()))) {
            refuseUnknownZone(meter);
        }
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
        Set<String> unknown =
                zones.unknown(batch.stream().flatMap(meter -> meter.zone().stream()).toList());
        return batch.stream().map(meter -> add(meter, places, unknown)).toList();
    }

    private RowOutcome add(Meter meter, Map<String, Site> places, Set<String> unknownZones) {
        Site place = places.get(meter.siteId());
        if (place == null) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(meter.siteId()).getMessage()));
        }
        if (place.kind() == SiteKind.GROUP) {
            return new RowOutcome.Rejected(List.of(ofGroup(place)));
        }
        List<Violation> misfits = owners.misfits(meter);
        if (!misfits.isEmpty()) {
            return new RowOutcome.Rejected(misfits);
        }
        Optional<String> unknown = meter.zone().filter(unknownZones::contains);
        if (unknown.isPresent()) {
            return new RowOutcome.Rejected(List.of(unknownZone(unknown.get())));
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

    private void refuseUnknownZone(Meter meter) {
        zones.unknown(meter.zone().stream().toList()).stream()
                .findFirst()
                .ifPresent(zone -> {
                    throw new InvalidInput(List.of(unknownZone(zone)));
                });
    }

    private static Violation unknownZone(String zone) {
        return new Violation(
                "zone",
                "UNKNOWN_ZONE",
                "'%s' is no zone of the grid that is known here; write the gridZone, province or country of a registered site, an ISO 3166-1 country, or a zone with hours of the grid on file (import grid-hours first)"
                        .formatted(zone));
    }

    /// What the sites measure would count once more as a part of the group.
    private static Violation ofGroup(Site group) {
        return new Violation(
                "siteId",
                "METER_OF_GROUP",
                "'%s' is the group, whose records state totals of all sites; register the meter at the site it measures"
                        .formatted(group.siteId()));
    }

    /// A site with meters does not become the group.
    void keepFromGroup(@Observes SiteChanged changed) {
        Site site = changed.site();
        if (site.kind() == SiteKind.GROUP && !table.all(Optional.of(site.siteId())).isEmpty()) {
            throw new InvalidInput(
                    "kind",
                    "SITE_HAS_METERS",
                    "'%s' has meters, and the group has none; register the group as a site of its own"
                            .formatted(site.siteId()));
        }
    }
}
