package org.netzero.gateway.roadmap.basis;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EnergyTotalRepository implements PanacheRepository<EnergyTotalEntity> {}
