package org.netzero.emissions.screening;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.netzero.emissions.boundary.Consolidated;
import org.netzero.emissions.organization.LegalEntities;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.problem.InvalidInput;

/// The screening register. What was declared stays on file under its revision; the newest stands.
@ApplicationScoped
public class Screenings {

    private final ScreeningRepository repository;
    private final LegalEntities entities;
    private final ChangedYears changedYears;
    private final Clock clock;

    Screenings(
            ScreeningRepository repository,
            LegalEntities entities,
            ChangedYears changedYears,
            Clock clock) {
        this.repository = repository;
        this.entities = entities;
        this.changedYears = changedYears;
        this.clock = clock;
    }

    /// An inventory held against what is declared.
    public Screened screen(Consolidated boundary) {
        return Completeness.of(boundary, newest().stream().map(ScreeningEntity::value).toList());
    }

    /// The declarations that stand, the company's first, in the order of their subjects.
    @Transactional
    List<ScreeningEntity> newest() {
        var newest = new TreeMap<String, ScreeningEntity>();
        repository
                .listAll(Sort.by("revision"))
                .forEach(entity -> newest.put(entity.entity + "\n" + entity.subject, entity));
        return List.copyOf(newest.values());
    }

    /// Declares, or declares anew; every inventory is screened again.
    ///
    /// @throws InvalidInput when the entity is unknown
    @Transactional
    ScreeningEntity declare(Declaration declaration, String by) {
        if (!declaration.entity().isEmpty() && entities.find(declaration.entity()).isEmpty()) {
            throw new InvalidInput(
                    "entity",
                    "UNKNOWN_ENTITY",
                    "there is no entity '%s'; set it up with PUT /api/organization/entities/%s, or leave it out for the whole company"
                            .formatted(declaration.entity(), declaration.entity()));
        }
        long revisions =
                repository.count(
                        "entity = ?1 and subject = ?2",
                        declaration.entity(),
                        declaration.subject().key());
        ScreeningEntity entity =
                ScreeningEntity.of(
                        declaration, Math.toIntExact(revisions + 1), clock.instant(), by);
        repository.persist(entity);
        changedYears.markAll();
        return entity;
    }
}
