package org.netzero.emissions.inventory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TransitionRepository
        implements PanacheRepositoryBase<TransitionEntity, TransitionEntity.Key> {}
