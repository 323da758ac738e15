package org.netzero.emissions.driver;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DriverRepository implements PanacheRepositoryBase<DriverEntity, DriverEntity.Key> {}
