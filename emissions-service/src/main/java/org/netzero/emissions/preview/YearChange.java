package org.netzero.emissions.preview;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.Scope2Method;

/// How the figures of a year would move.
///
/// @param figures in kg CO2e
record YearChange(int year, Map<String, Change> figures) {

    /// Kilograms of CO2e before and after.
    record Change(BigDecimal before, BigDecimal after) {

        BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /// One result before and after; empty where it is not there.
    record ResultChange(Optional<EmissionResult> before, Optional<EmissionResult> after) {

        EmissionResult either() {
            return after.or(() -> before).orElseThrow();
        }

        Change change() {
            return new Change(kilograms(before), kilograms(after));
        }

        boolean moves() {
            return change().difference().signum() != 0
                    || !factor(before).equals(factor(after))
                    || before.isPresent() != after.isPresent();
        }

        static Optional<String> factor(Optional<EmissionResult> result) {
            return result.flatMap(EmissionResult::factor).map(factor -> factor.id());
        }

        private static BigDecimal kilograms(Optional<EmissionResult> result) {
            return result.map(r -> r.emission().kilograms()).orElse(BigDecimal.ZERO);
        }
    }

    static YearChange between(Inventory before, Inventory after) {
        var figures = new LinkedHashMap<String, Change>();
        figures.put("scope-1", new Change(before.scope1(), after.scope1()));
        for (Scope2Method method : Scope2Method.values()) {
            figures.put(
                    "scope-2 " + method, new Change(before.scope2(method), after.scope2(method)));
        }
        figures.put("scope-3", new Change(before.scope3(), after.scope3()));
        for (Scope2Method method : Scope2Method.values()) {
            figures.put("total " + method, new Change(before.total(method), after.total(method)));
        }
        return new YearChange(before.year(), figures);
    }
}
