package org.netzero.emissions.money;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MoneyValueRepository
        implements PanacheRepositoryBase<MoneyValueEntity, MoneyValueEntity.Key> {}
