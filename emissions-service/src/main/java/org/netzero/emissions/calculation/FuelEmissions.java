package org.netzero.emissions.calculation;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;

/// Scope 1: fuels burnt, by the quantities as recorded.
final class FuelEmissions {

    private final Entries entries;

    FuelEmissions(Entries entries) {
        this.entries = entries;
    }

    void add(EnergyCarrier fuel, List<Slice> slices) {
        for (Slice slice : slices) {
            for (Quantity quantity : slice.quantities()) {
                try {
                    entries.add(result(fuel, slice, quantity));
                } catch (CalculationRefused refused) {
                    entries.refused(refused, slice.record());
                }
            }
        }
    }

    private EmissionResult result(EnergyCarrier fuel, Slice slice, Quantity quantity) {
        Calculated calculated =
                entries.calculator()
                        .calculate(
                                quantity,
                                entries.query(
                                        fuel.activity(),
                                        Purpose.COMBUSTION,
                                        entries.regions(slice.place()),
                                        slice.start()));
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", slice.record())
                        .with("quantity", quantity)
                        .step(
                                "scope 1",
                                "fuel burnt × combustion factor",
                                calculated.trace().output(),
                                slice.stepsAnd(calculated.trace()));
        return new EmissionResult(
                entries.id(slice.record(), "COMBUSTION/" + quantity.unit().symbol()),
                Scope.SCOPE_1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(slice.siteId()),
                fuel.activity(),
                slice.record(),
                slice.period(),
                calculated.emission(),
                calculated.factor(),
                slice.provenance(),
                RecordQuality.UNKNOWN,
                calculated.flags(),
                trace);
    }
}
