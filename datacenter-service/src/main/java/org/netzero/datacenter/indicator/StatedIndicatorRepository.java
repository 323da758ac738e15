package org.netzero.datacenter.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StatedIndicatorRepository
        implements PanacheRepositoryBase<StatedIndicatorEntity, StatedIndicatorEntity.Key> {}
