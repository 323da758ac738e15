package org.netzero.emissions.consumption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ResourceTotalRepository implements PanacheRepositoryBase<ResourceTotalEntity, String> {}
