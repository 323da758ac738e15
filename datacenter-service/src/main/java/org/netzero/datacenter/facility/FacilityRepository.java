package org.netzero.datacenter.facility;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FacilityRepository implements PanacheRepositoryBase<FacilityEntity, String> {}
