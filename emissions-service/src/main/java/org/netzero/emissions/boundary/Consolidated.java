package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// An inventory inside a boundary.
///
/// @param inventory each result at what counts of it
/// @param ownership to whom the sites belong
/// @param shared owners of each line, and of each result beside the scopes, that is not all the
///   company's own, as far as they count
/// @param figures what each owner brings in; they sum to the inventory
public record Consolidated(
        Inventory inventory,
        ConsolidationApproach approach,
        Ownership ownership,
        Map<Object, Set<String>> shared,
        SortedMap<String, Figures> figures) {

    /// Whose a line is, as far as it counts.
    public Set<String> ownersOf(InventoryLine line) {
        return shared.getOrDefault(line.key(), Set.of(Ownership.COMPANY));
    }

    /// How many results of which something counts, in the scopes and beside them, have a flag.
    public long resultsFlagged(String flag) {
        return inventory.resultsFlagged(flag, line -> !ownersOf(line).isEmpty());
    }

    /// Kilograms of CO2e.
    public record Figures(
            BigDecimal scope1,
            BigDecimal scope2Location,
            BigDecimal scope2Market,
            BigDecimal scope3) {

        Figures plus(Figures other) {
            return new Figures(
                    scope1.add(other.scope1),
                    scope2Location.add(other.scope2Location),
                    scope2Market.add(other.scope2Market),
                    scope3.add(other.scope3));
        }
    }
}
