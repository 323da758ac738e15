package org.netzero.emissions.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.quantities.GwpSet;

/// The one organisation of this installation.
@ApplicationScoped
public class Organizations {

    private final OrganizationRepository repository;
    private final ChangedYears changedYears;

    Organizations(OrganizationRepository repository, ChangedYears changedYears) {
        this.repository = repository;
        this.changedYears = changedYears;
    }

    public Optional<Organization> current() {
        return repository
                .findByIdOptional(OrganizationEntity.ONLY_ID)
                .map(OrganizationEntity::value);
    }

    /// The GWP set of inventories where nobody asks for another.
    public GwpSet gwpSet() {
        return current().map(Organization::gwpSet).orElse(GwpSet.DEFAULT);
    }

    /// The approach of inventories where nobody asks for another.
    public ConsolidationApproach consolidationApproach() {
        return current()
                .map(Organization::consolidationApproach)
                .orElse(ConsolidationApproach.OPERATIONAL_CONTROL);
    }

    /// The relative change against the year before beyond which an inventory notes an activity.
    public BigDecimal varianceThreshold() {
        return current()
                .map(Organization::varianceThreshold)
                .orElse(Organization.DEFAULT_VARIANCE_THRESHOLD);
    }

    /// Sets the organisation up or changes it; every inventory is calculated again.
    @Transactional
    public void put(Organization organization) {
        OrganizationEntity entity =
                repository
                        .findByIdOptional(OrganizationEntity.ONLY_ID)
                        .orElseGet(OrganizationEntity::new);
        entity.become(organization);
        repository.persist(entity);
        changedYears.markAll();
    }
}
