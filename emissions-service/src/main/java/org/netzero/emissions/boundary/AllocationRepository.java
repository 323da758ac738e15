package org.netzero.emissions.boundary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AllocationRepository
        implements PanacheRepositoryBase<AllocationEntity, AllocationEntity.Key> {}
