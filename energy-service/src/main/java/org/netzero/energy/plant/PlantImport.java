package org.netzero.energy.plant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of plants. A file never replaces one.
@ApplicationScoped
class PlantImport implements ImportKind {

    private final Plants plants;

    PlantImport(Plants plants) {
        this.plants = plants;
    }

    @Override
    public String name() {
        return "plants";
    }

    @Override
    public Columns columns() {
        return PlantFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of(
                "capacity",
                "fuelShare",
                "expectedYieldKwh",
                "referenceElectricalEfficiency",
                "referenceThermalEfficiency",
                "referenceCoolingPerformance");
    }

    @Override
    public Set<String> dates() {
        return Set.of("commissioned", "decommissioned");
    }

    @Override
    public Import<Plant> reading(Origin origin) {
        return new Import<>(
                columns(),
                PlantFields.OF_ROW::read,
                batch -> plants.add(batch, origin.recordedBy()));
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "a plant is changed one by one, with PUT /api/energy/plants/{plantId}");
    }
}
