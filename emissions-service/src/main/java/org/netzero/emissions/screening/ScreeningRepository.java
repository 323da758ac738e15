package org.netzero.emissions.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ScreeningRepository implements PanacheRepositoryBase<ScreeningEntity, ScreeningEntity.Key> {}
