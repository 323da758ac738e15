package org.netzero.emissions.consumption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class InstrumentRepository implements PanacheRepositoryBase<InstrumentEntity, String> {

    /// Allocations that start in the year; those that were withdrawn are left out.
    List<InstrumentEntity> ofYear(int year) {
        return list(
                "start >= ?1 and start < ?2 and status <> ?3",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1),
                InstrumentAllocated.Status.WITHDRAWN);
    }
}
