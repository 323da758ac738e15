package org.netzero.emissions.consumption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class EnergyTotalRepository implements PanacheRepositoryBase<EnergyTotalEntity, String> {

    /// Totals that start in the year; those whose records are all gone are left out.
    List<EnergyTotalEntity> ofYear(int year) {
        return list(
                "start >= ?1 and start < ?2 and recordCount > 0",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1));
    }
}
