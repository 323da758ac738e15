package org.netzero.emissions.inventory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.EmissionResult;

/// All there is to a result, as a version of an inventory keeps it.
///
/// @param basis the GWP set of its CO2e; null where its source names none
/// @param gases masses behind the CO2e
/// @param otherGases masses of gases outside the scopes
public record ResultContent(
        ResultView result,
        @Nullable String basis,
        List<InventoryView.Gas> gases,
        List<InventoryView.Gas> otherGases,
        CalculationTrace trace) {

    static ResultContent of(EmissionResult result) {
        return new ResultContent(
                ResultView.of(result),
                result.emission().basis().map(Enum::name).orElse(null),
                InventoryView.Gas.of(result.emission().gases()),
                InventoryView.Gas.of(result.emission().otherGases()),
                result.trace());
    }

    /// The first step of its trace, in the order of reading, that has a name.
    public Optional<CalculationTrace> step(String name) {
        return step(trace, name);
    }

    private static Optional<CalculationTrace> step(CalculationTrace from, String name) {
        return from.step().equals(name)
                ? Optional.of(from)
                : from.children().stream().flatMap(child -> step(child, name).stream()).findFirst();
    }
}
