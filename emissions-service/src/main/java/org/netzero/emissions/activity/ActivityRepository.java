package org.netzero.emissions.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netzero.emissions.calculation.ActivityTotal;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<ActivityEntity, ActivityEntity.Key> {

    /// Records that start in the year and are not superseded.
    List<ActivityEntity> ofYear(int year) {
        return list(
                "start >= ?1 and start < ?2 and not superseded",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1));
    }

    /// Sums of the records that start in the year and are not superseded.
    List<ActivityTotal> totalsOfYear(int year) {
        return getEntityManager()
                .createQuery(
                        "select siteId, activity, unit, sum(value) from ActivityEntity"
                                + " where start >= :first and start < :next and not superseded"
                                + " group by siteId, activity, unit",
                        Object[].class)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("next", LocalDate.of(year + 1, 1, 1))
                .getResultStream()
                .map(row ->
                        new ActivityTotal(
                                Optional.ofNullable((String) row[0]),
                                (String) row[1],
                                new Quantity((BigDecimal) row[3], Unit.parse((String) row[2]))))
                .toList();
    }

    /// Every revision of these ids, the oldest first, held until the transaction ends.
    List<ActivityEntity> named(Collection<String> activityIds) {
        return find("activityId in ?1 order by activityId, revision", activityIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Records of an import behind a place in the order of ids and revisions.
    List<ActivityEntity> ofImport(UUID importId, String activityId, int revision, int count) {
        return find(
                        "importId = ?1 and (activityId > ?2 or (activityId = ?2 and revision > ?3))"
                                + " order by activityId, revision",
                        importId,
                        activityId,
                        revision)
                .range(0, count - 1)
                .list();
    }
}
