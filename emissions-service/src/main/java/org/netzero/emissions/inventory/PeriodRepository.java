package org.netzero.emissions.inventory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PeriodRepository implements PanacheRepositoryBase<PeriodEntity, Integer> {}
