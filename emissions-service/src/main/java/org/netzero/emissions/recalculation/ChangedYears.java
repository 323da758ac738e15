package org.netzero.emissions.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Years whose records have changed. Marking is cheap and coalesces: a year that many changes touch
/// is calculated again once.
@ApplicationScoped
public class ChangedYears {

    private final EntityManager database;

    ChangedYears(EntityManager database) {
        this.database = database;
    }

    /// Marks years in the transaction of the change, in their order, so that changes do not block
    /// each other crosswise.
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(Collection<Integer> years) {
        new TreeSet<>(years)
                .forEach(year ->
                        database.createNativeQuery(
                                        "insert into inventory_year (year, dirty) values (:year, true)"
                                                + " on conflict (year) do update set dirty = true")
                                .setParameter("year", year)
                                .executeUpdate());
    }

    /// Marks every year that has records.
    @Transactional(Transactional.TxType.MANDATORY)
    public void markAll() {
        database.createNativeQuery("update inventory_year set dirty = true").executeUpdate();
    }

    /// Every year that has records.
    @Transactional
    public List<Integer> recorded() {
        List<?> years =
                database.createNativeQuery(
                                "select year from inventory_year order by year", Integer.class)
                        .getResultList();
        return years.stream().map(Integer.class::cast).toList();
    }
}
