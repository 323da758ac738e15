package org.netzero.emissions.baseyear;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ChangeRepository implements PanacheRepositoryBase<ChangeEntity, ChangeEntity.Key> {}
