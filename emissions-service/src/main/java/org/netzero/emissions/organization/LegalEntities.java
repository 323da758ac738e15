package org.netzero.emissions.organization;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.problem.InvalidInput;

/// The entities the company has a part in.
@ApplicationScoped
public class LegalEntities {

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
    /// @throws InvalidInput when its name is another's, its parent is unknown, or it would be its
    ///   own ancestor
    @Transactional
    void put(LegalEntity entity) {
        if (repository.count("name = ?1 and entityId <> ?2", entity.name(), entity.entityId())
                > 0) {
            throw new InvalidInput(
                    "name",
                    "NAME_TAKEN",
                    "'%s' is the name of another entity; sites name their entity by it"
                            .formatted(entity.name()));
        }
        entity.parent().ifPresent(parent -> checkAncestors(entity.entityId(), parent));
        LegalEntityEntity stored =
                repository.findByIdOptional(entity.entityId()).orElseGet(LegalEntityEntity::new);
        stored.become(entity);
        repository.persist(stored);
        changedYears.markAll();
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
