package org.netzero.emissions.consumption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<SiteEntity, String> {}
