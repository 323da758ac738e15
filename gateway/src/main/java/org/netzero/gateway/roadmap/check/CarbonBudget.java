package org.netzero.gateway.roadmap.check;

import java.util.List;
import java.util.OptionalInt;

/// Cumulative emissions against the area under a path.
///
/// Sums that differ by less than their rounding are the same.
///
/// @param overshootTonnes projected less budget, negative where it is kept
/// @param exhaustedIn first year at whose end the whole budget is used up and exceeded; empty where
///   that never happens
record CarbonBudget(
        double budgetTonnes,
        double projectedTonnes,
        double overshootTonnes,
        OptionalInt exhaustedIn) {

    private static final double ROUNDING = 1e-9;

    /// @param path level asked in each year from the first on
    static CarbonBudget of(int firstYear, List<Double> path, List<Double> projected) {
        double budget = path.stream().mapToDouble(Double::doubleValue).sum();
        double used = 0;
        OptionalInt exhausted = OptionalInt.empty();
        for (int i = 0; i < projected.size(); i++) {
            used += projected.get(i);
            if (exhausted.isEmpty() && !isKept(used - budget, budget)) {
                exhausted = OptionalInt.of(firstYear + i);
            }
        }
        return new CarbonBudget(budget, used, used - budget, exhausted);
    }

    boolean isKept() {
        return isKept(overshootTonnes, budgetTonnes);
    }

    private static boolean isKept(double overshoot, double budget) {
        return overshoot <= ROUNDING * budget;
    }
}
