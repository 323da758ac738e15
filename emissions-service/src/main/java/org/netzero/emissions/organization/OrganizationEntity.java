package org.netzero.emissions.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.netzero.quantities.GwpSet;

@Entity
@Table(name = "organization")
class OrganizationEntity {

    static final short ONLY_ID = 1;

    @Id short id = ONLY_ID;

    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "consolidation_approach")
    Organization.ConsolidationApproach consolidationApproach;

    @Column(name = "base_year")
    int baseYear;

    String currency;

    @Enumerated(EnumType.STRING)
    @Column(name = "gwp_set")
    GwpSet gwpSet;

    @Column(name = "variance_threshold")
    BigDecimal varianceThreshold;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OrganizationEntity() {}

    void become(Organization organization) {
        name = organization.name();
        consolidationApproach = organization.consolidationApproach();
        baseYear = organization.baseYear();
        currency = organization.currency();
        gwpSet = organization.gwpSet();
        varianceThreshold = organization.varianceThreshold();
    }

    Organization value() {
        return new Organization(
                name, consolidationApproach, baseYear, currency, gwpSet, varianceThreshold);
    }
}
