package org.netzero.energy.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of storage. A file never replaces one.
@ApplicationScoped
class StorageImport implements ImportKind {

    private final Storages storages;

    StorageImport(Storages storages) {
        this.storages = storages;
    }

    @Override
    public String name() {
        return "storages";
    }

    @Override
    public Columns columns() {
        return StorageFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of(
                "usableCapacityKwh",
                "chargePowerKw",
                "dischargePowerKw",
                "initialStateOfChargeKwh",
                "roundTripEfficiency");
    }

    @Override
    public Set<String> dates() {
        return Set.of("commissioned", "decommissioned");
    }

    @Override
    public Import<Storage> reading(Origin origin) {
        return new Import<>(
                columns(), StorageFields::read, batch -> storages.add(batch, origin.recordedBy()));
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "storage is changed one by one, with PUT /api/energy/storages/{storageId}");
    }
}
