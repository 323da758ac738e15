package org.netzero.gateway.roadmap.check;

import java.util.List;
import java.util.OptionalInt;

/// Cumulative emissions against the area under a path.
///
/// @param overshootTonnes projected less budget, negative where it is kept
/// @param exhaustedIn first year at whose end the whole budget is used up and exceeded; empty where
///   that never happens
record CarbonBudget(
        double budgetTonnes,
        double projectedTonnes,
        double overshootTonnes,
        OptionalInt exhaustedIn) {

    /// @param path level asked in each year from the first on
    static CarbonBudget of(int firstYear, List<Double> path, List<Double> projected) {
        double budget = path.stream().mapToDouble(Double::doubleValue).sum();
        double used = 0;
        OptionalInt exhausted = OptionalInt.empty();
        for (int i = 0; i < projected.size(); i++) {
            used += projected.get(i);
            if (exhausted.isEmpty() && used > budget) {
                exhausted = OptionalInt.of(firstYear + i);
            }
        }
        return new CarbonBudget(budget, used, used - budget, exhausted);
    }
}
