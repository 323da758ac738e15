package org.netzero.energy.plant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The plants. What is stated of one anew is added as its next revision.
@ApplicationScoped
public class Plants {

    /// What registering a plant did.
    enum Registration {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final PlantTable table;
    private final Sites sites;
    private final Event<PlantChanged> changes;

    Plants(PlantTable table, Sites sites, Event<PlantChanged> changes) {
        this.table = table;
        this.sites = sites;
        this.changes = changes;
    }

    /// @throws UnknownPlant when there is none
    public Plant get(String plantId) {
        return stated(plantId).plant();
    }

    /// @throws UnknownPlant when there is none
    PlantRevision stated(String plantId) {
        return find(plantId).orElseThrow(() -> new UnknownPlant(plantId));
    }

    private Optional<PlantRevision> find(String plantId) {
        return table.named(List.of(plantId)).stream().findFirst();
    }

    public Map<String, Plant> named(Collection<String> plantIds) {
        return table.named(plantIds).stream()
                .map(PlantRevision::plant)
                .collect(Collectors.toMap(Plant::plantId, Function.identity()));
    }

    public List<Plant> ofSite(String siteId) {
        return table.ofSite(siteId);
    }

    List<PlantRevision> after(String cursor, int count) {
        return table.after(cursor, count);
    }

    /// @throws UnknownPlant when there is none
    List<PlantRevision> revisionsOf(String plantId) {
        List<PlantRevision> revisions = table.revisionsOf(plantId);
        if (revisions.isEmpty()) {
            throw new UnknownPlant(plantId);
        }
        return revisions;
    }

    /// Stores what is stated of a plant, if it is not what was stated last.
    ///
    /// @throws UnknownSite when its site is not registered
    /// @throws InvalidInput when its site is the group
    @Transactional
    Registration put(Plant plant, String caller) {
        Site place = sites.get(plant.siteId());
        if (place.kind() == SiteKind.GROUP) {
            throw new InvalidInput(List.of(ofGroup(place)));
        }
        return store(plant, caller);
    }

    private Registration store(Plant plant, String caller) {
        table.hold(plant.plantId());
        Optional<PlantRevision> known = find(plant.plantId());
        if (known.isPresent() && known.get().plant().equals(plant)) {
            return Registration.UNCHANGED;
        }
        table.insert(plant, known.map(PlantRevision::revision).orElse(0) + 1, caller);
        known.ifPresent(before -> changes.fire(new PlantChanged(before.plant(), plant)));
        return known.isPresent() ? Registration.CHANGED : Registration.NEW;
    }

    /// Stores the new ones. A file never replaces a plant: that takes a PUT, one by one.
    @Transactional
    List<RowOutcome> add(List<Plant> batch, String caller) {
        Map<String, Site> places = sites.named(batch.stream().map(Plant::siteId).toList());
        return batch.stream().map(plant -> add(plant, places, caller)).toList();
    }

    private RowOutcome add(Plant plant, Map<String, Site> places, String caller) {
        Site place = places.get(plant.siteId());
        if (place == null) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(plant.siteId()).getMessage()));
        }
        if (place.kind() == SiteKind.GROUP) {
            return new RowOutcome.Rejected(List.of(ofGroup(place)));
        }
        table.hold(plant.plantId());
        Optional<PlantRevision> known = find(plant.plantId());
        if (known.isEmpty()) {
            store(plant, caller);
            return new RowOutcome.Accepted();
        }
        return known.get().plant().equals(plant)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "plantId",
                        "ID_CONFLICT",
                        "'%s' is registered with other content; PUT /api/energy/plants/%s states it anew"
                                .formatted(plant.plantId(), plant.plantId()));
    }

    private static Violation ofGroup(Site group) {
        return new Violation(
                "siteId",
                "PLANT_OF_GROUP",
                "'%s' is the group, whose records state totals of all sites; register the plant at the site it stands at"
                        .formatted(group.siteId()));
    }

    /// A site with plants does not become the group.
    void keepFromGroup(@Observes SiteChanged changed) {
        Site site = changed.site();
        if (site.kind() == SiteKind.GROUP && !table.ofSite(site.siteId()).isEmpty()) {
            throw new InvalidInput(
                    "kind",
                    "SITE_HAS_PLANTS",
                    "'%s' has plants, and the group has none; register the group as a site of its own"
                            .formatted(site.siteId()));
        }
    }
}
