package org.netzero.emissions.credit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CreditRepository implements PanacheRepositoryBase<CreditEntity, String> {}
