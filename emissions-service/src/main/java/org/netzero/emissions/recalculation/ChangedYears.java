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

    /// Marks years in the transaction of the change, and the next ones, which are compared with
    /// them. Neither another change of the year nor its calculation, which takes seconds where a
    /// year has many records, is waited for.
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(Collection<Integer> years) {
        new TreeSet<>(years)
                .forEach(year ->
                        database.createNativeQuery(
                                        "insert into changed_year (year) select :year"
                                                + " union select year from inventory_year where year = :year + 1")
                                .setParameter("year", year)
                                .executeUpdate());
    }

    /// Marks a year and the next where they have records: figures of a year are compared with those
    /// of the year before.
    @Transactional(Transactional.TxType.MANDATORY)
    public void markRecorded(int year) {
        database.createNativeQuery(
                        "insert into changed_year (year) select year from inventory_year"
                                + " where year in (:year, :year + 1)")
                .setParameter("year", year)
                .executeUpdate();
    }

    /// Marks every year that has records.
    @Transactional(Transactional.TxType.MANDATORY)
    public void markAll() {
        database.createNativeQuery(
                        "insert into changed_year (year) select year from inventory_year")
                .executeUpdate();
    }

    /// Every year that has records.
    @Transactional
    public List<Integer> recorded() {
        List<?> years =
                database.createNativeQuery(
                                "select year from inventory_year union select year from changed_year order by year",
                                Integer.class)
                        .getResultList();
        return years.stream().map(Integer.class::cast).toList();
    }
}
