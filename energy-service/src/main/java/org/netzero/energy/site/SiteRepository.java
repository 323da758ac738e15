package org.netzero.energy.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<SiteEntity, String> {

    /// The site, held until the transaction ends.
    Optional<SiteEntity> held(String siteId) {
        return findByIdOptional(siteId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<SiteEntity> after(String cursor, int count) {
        return find("siteId > ?1", Sort.by("siteId"), cursor).page(Page.ofSize(count)).list();
    }

    List<SiteEntity> named(Collection<String> siteIds) {
        return list("siteId in ?1", siteIds);
    }
}
