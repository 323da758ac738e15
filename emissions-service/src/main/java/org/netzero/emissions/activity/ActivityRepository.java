package org.netzero.emissions.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<ActivityEntity, ActivityEntity.Key> {

    /// Every revision of these ids, the oldest first, held until the transaction ends.
    List<ActivityEntity> named(Collection<String> activityIds) {
        return find("activityId in ?1 order by activityId, revision", activityIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
