package org.netzero.emissions.organization;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.problem.InvalidInput;

/// The entities the company has a part in.
@ApplicationScoped
public class LegalEntities {

    private static final int DEEPEST = 8;

    private final LegalEntityRepository repository;
    private final ChangedYears changedYears;

    LegalEntities(LegalEntityRepository repository, ChangedYears changedYears) {
        this.repository = repository;
        this.changedYears = changedYears;
    }

    /// In the order of their ids.
    @Transactional
    public List<LegalEntity> all() {
        return repository.listAll(Sort.by("entityId")).stream()
                .map(LegalEntityEntity::value)
                .toList();
    }

    @Transactional
    public Optional<LegalEntity> find(String entityId) {
        return repository.findByIdOptional(entityId).map(LegalEntityEntity::value);
    }

    /// Sets an entity up or changes it; every inventory is calculated again.
    ///
    /// @throws InvalidInput when its name is another's, its parent is unknown, it would be its own
    ///   ancestor, or the chain of parents becomes too long
    @Transactional
    void put(LegalEntity entity) {
        oneAtATime();
        if (repository.count("name = ?1 and entityId <> ?2", entity.name(), entity.entityId())
                > 0) {
            throw new InvalidInput(
                    "name",
                    "NAME_TAKEN",
                    "'%s' is the name of another entity; sites name their entity by it"
                            .formatted(entity.name()));
        }
        entity.parent().ifPresent(parent -> checkAncestors(entity.entityId(), parent));
        checkDepth(entity);
        LegalEntityEntity stored =
                repository.findByIdOptional(entity.entityId()).orElseGet(LegalEntityEntity::new);
        stored.become(entity);
        repository.persist(stored);
        changedYears.markAll();
    }

    /// Two changes at once could each be right and together a circle.
    private void oneAtATime() {
        repository
                .getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('legal_entity'))")
                .getSingleResult();
    }

    /// Shares multiply along parents, so that a longer chain would need ever more digits.
    private void checkDepth(LegalEntity changed) {
        Map<String, String> parents = new HashMap<>();
        for (LegalEntity entity : all()) {
            entity.parent().ifPresent(parent -> parents.put(entity.entityId(), parent));
        }
        changed.parent().ifPresent(parent -> parents.put(changed.entityId(), parent));
        for (String entity : parents.keySet()) {
            int depth = 0;
            for (String id = parents.get(entity); id != null; id = parents.get(id)) {
                depth++;
            }
            if (depth > DEEPEST) {
                throw new InvalidInput(
                        "parent",
                        "TOO_DEEP",
                        "'%s' would stand below %d entities one above the other; at most %d are possible"
                                .formatted(entity, depth, DEEPEST));
            }
        }
    }

    private void checkAncestors(String entityId, String parent) {
        Set<String> seen = new HashSet<>(Set.of(entityId));
        Optional<String> ancestor = Optional.of(parent);
        while (ancestor.isPresent()) {
            String id = ancestor.get();
            if (!seen.add(id)) {
                throw new InvalidInput(
                        "parent",
                        "OWN_ANCESTOR",
                        "with parent '%s' the entity '%s' would hold itself"
                                .formatted(parent, entityId));
            }
            ancestor =
                    find(id).orElseThrow(() ->
                                    new InvalidInput(
                                            "parent",
                                            "UNKNOWN_ENTITY",
                                            "there is no entity '%s'; set it up first with PUT /api/organization/entities/%s"
                                                    .formatted(id, id)))
                            .parent();
        }
    }
}
