package org.netzero.emissions.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class LegalEntityRepository implements PanacheRepositoryBase<LegalEntityEntity, String> {}
