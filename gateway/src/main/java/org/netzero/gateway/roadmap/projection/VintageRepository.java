package org.netzero.gateway.roadmap.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VintageRepository implements PanacheRepository<VintageEntity> {}
