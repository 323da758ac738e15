package org.netzero.emissions.baseyear;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The base-year policy and the register of structural changes. What is replaced stays on file.
@ApplicationScoped
class BaseYears {

    private final PolicyRepository policies;
    private final ChangeRepository changes;
    private final Clock clock;

    BaseYears(PolicyRepository policies, ChangeRepository changes, Clock clock) {
        this.policies = policies;
        this.changes = changes;
        this.clock = clock;
    }

    /// A change as somebody states it.
    record Stated(
            String changeId,
            StructuralChange.Kind kind,
            LocalDate happenedOn,
            BigDecimal tonnesCo2e,
            String description) {}

    @Transactional
    public Optional<BaseYearPolicy> policy() {
        return policies.findAll(Sort.descending("revision"))
                .firstResultOptional()
                .map(PolicyEntity::value);
    }

    @Transactional
    public void put(BaseYearPolicy policy, String by) {
        var entity = new PolicyEntity();
        entity.revision = Math.toIntExact(policies.count()) + 1;
        entity.baseYear = policy.baseYear();
        entity.thresholdPercent = policy.thresholdPercent();
        entity.cumulative = policy.cumulative();
        entity.at = clock.instant();
        entity.by = by;
        policies.persist(entity);
    }

    /// The changes that stand, by id.
    @Transactional
    public List<StructuralChange> changes() {
        var newest = new TreeMap<String, StructuralChange>();
        changes.listAll(Sort.by("revision"))
                .forEach(entity -> newest.put(entity.changeId, entity.value()));
        return List.copyOf(newest.values());
    }

    @Transactional
    public StructuralChange put(Stated stated, String by) {
        var entity = new ChangeEntity();
        entity.changeId = stated.changeId();
        entity.revision = Math.toIntExact(changes.count("changeId", stated.changeId())) + 1;
        entity.kind = stated.kind();
        entity.happenedOn = stated.happenedOn();
        entity.tonnesCo2e = stated.tonnesCo2e();
        entity.description = stated.description();
        entity.at = clock.instant();
        entity.by = by;
        changes.persist(entity);
        return entity.value();
    }
}
