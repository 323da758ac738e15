package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of energy records.
@ApplicationScoped
class EnergyImport implements ImportKind {

    private final EnergyRecords records;
    private final EnergyReversals reversals;

    EnergyImport(EnergyRecords records, EnergyReversals reversals) {
        this.records = records;
        this.reversals = reversals;
    }

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public Columns columns() {
        return EnergyRecordFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("quantity");
    }

    @Override
    public Set<String> dates() {
        return Set.of("start", "end");
    }

    @Override
    public Import<EnergyRecord> reading(Origin origin) {
        return new Import<>(
                columns(), EnergyRecordFields.OF_ROW::read, batch -> records.store(batch, origin));
    }

    @Override
    public Reversal reversal() {
        return reversals;
    }
}
