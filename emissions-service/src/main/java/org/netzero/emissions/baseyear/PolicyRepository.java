package org.netzero.emissions.baseyear;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, Integer> {}
