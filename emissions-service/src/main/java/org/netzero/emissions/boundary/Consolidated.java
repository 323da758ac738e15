package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// An inventory inside a boundary.
///
/// @param inventory each result at what counts of it
/// @param ownership to whom the sites belong
/// @param owners of each result of which something counts
/// @param figures what each owner brings in; they sum to the inventory
public record Consolidated(
        Inventory inventory,
        ConsolidationApproach approach,
        Ownership ownership,
        Map<ResultId, Set<String>> owners,
        SortedMap<String, Figures> figures) {

    /// Kilograms of CO2e.
    public record Figures(
            BigDecimal scope1,
            BigDecimal scope2Location,
            BigDecimal scope2Market,
            BigDecimal scope3) {

        static final Figures NONE =
                new Figures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Figures plus(Figures other) {
            return new Figures(
                    scope1.add(other.scope1),
                    scope2Location.add(other.scope2Location),
                    scope2Market.add(other.scope2Market),
                    scope3.add(other.scope3));
        }
    }
}
