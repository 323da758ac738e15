package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.ReversedRecords;

/// Takes imports of energy records back.
@ApplicationScoped
class EnergyReversals implements Reversal.Possible {

    private static final String SEQUENCE = "old.sequence";

    private final Statements statements;
    private final ReversedRecords records;
    private final EnergyItems items;
    private final ConsumptionTotals totals;

    EnergyReversals(DataSource database, EnergyItems items, ConsumptionTotals totals) {
        this.statements = new Statements(database, "Energy records of an import");
        this.records =
                new ReversedRecords(
                        database,
                        new ReversedRecords.Names(
                                "energy_record",
                                "record_id",
                                "superseded_by is not null",
                                "superseded_by = old.sequence",
                                "superseded_by = null"));
        this.items = items;
        this.totals = totals;
    }

    /// Whoever supersedes one of the records holds its series first.
    @Override
    public List<Reversal.Superseded> supersededSince(UUID importId) {
        items.hold(touched(importId));
        return records.supersededSince(importId);
    }

    @Override
    public void takeBack(UUID importId) {
        Set<Series> touched = touched(importId);
        List<Long> changed =
                new ArrayList<>(records.restore(importId, SEQUENCE, row -> row.getLong(1)));
        changed.addAll(records.reverse(importId, SEQUENCE, row -> row.getLong(1)));
        items.sumAgain(changed);
        totals.tell(touched);
    }

    /// The series of the import's records and of what these superseded.
    private Set<Series> touched(UUID importId) {
        return new HashSet<>(
                statements.query(
                        """
                        select site_id, carrier, source from energy_record where import_id = ?
                        union
                        select old.site_id, old.carrier, old.source
                        from energy_record own join energy_record old on old.record_id = own.supersedes
                        where own.import_id = ?
                        """,
                        select -> {
                            select.setObject(1, importId);
                            select.setObject(2, importId);
                        },
                        row ->
                                new Series(
                                        row.getString(1),
                                        EnergyCarrier.valueOf(row.getString(2)),
                                        EnergySource.valueOf(row.getString(3)))));
    }
}
