package org.netzero.emissions.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<ActivityEntity, String> {

    /// Records that start in the year.
    List<ActivityEntity> ofYear(int year) {
        return list(
                "start >= ?1 and start < ?2",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1));
    }
}
