package org.netzero.emissions.boundary;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.organization.LegalEntities;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The keys that split sites' figures. A site has one for each first day; what a newer one of the
/// same day replaces stays on file.
@ApplicationScoped
class Allocations {

    private final AllocationRepository repository;
    private final LegalEntities entities;
    private final Sites sites;
    private final ChangedYears changedYears;
    private final Clock clock;

    Allocations(
            AllocationRepository repository,
            LegalEntities entities,
            Sites sites,
            ChangedYears changedYears,
            Clock clock) {
        this.repository = repository;
        this.entities = entities;
        this.sites = sites;
        this.changedYears = changedYears;
        this.clock = clock;
    }

    /// The keys that stand, by site and first day.
    @Transactional
    public List<Allocation> all() {
        var newest = new TreeMap<String, Allocation>();
        repository
                .listAll(Sort.by("siteId", "revision"))
                .forEach(entity -> {
                    Allocation key = entity.value();
                    String from = key.from().map(LocalDate::toString).orElse("");
                    newest.put(key.siteId() + "/" + from, key);
                });
        return List.copyOf(newest.values());
    }

    /// The site is looked for outside the transaction, as it may be on its way here.
    ///
    /// @throws InvalidInput when the site or one of the entities is unknown
    public void put(Allocation key, String by) {
        Set<String> unknown = sites.unknown(Set.of(key.siteId()));
        var violations = new ArrayList<Violation>();
        unknown.forEach(site ->
                violations.add(
                        new Violation(
                                "siteId",
                                "UNKNOWN_SITE",
                                "there is no site '%s'; register it with PUT /api/sites/%s"
                                        .formatted(site, site))));
        for (int i = 0; i < key.parts().size(); i++) {
            String entity = key.parts().get(i).entityId();
            if (entities.find(entity).isEmpty()) {
                violations.add(
                        new Violation(
                                "shares[%d].entity".formatted(i),
                                "UNKNOWN_ENTITY",
                                "there is no entity '%s'; set it up with PUT /api/organization/entities/%s"
                                        .formatted(entity, entity)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        QuarkusTransaction.requiringNew().run(() -> store(key, by));
    }

    private void store(Allocation key, String by) {
        long revisions = repository.count("siteId", key.siteId());
        repository.persist(
                AllocationEntity.of(key, Math.toIntExact(revisions + 1), clock.instant(), by));
        changedYears.markAll();
    }
}
