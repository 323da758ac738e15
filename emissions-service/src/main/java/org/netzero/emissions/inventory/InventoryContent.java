package org.netzero.emissions.inventory;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.quantities.GwpSet;

/// An inventory with the results behind it.
///
/// @param version empty while nothing is locked
public record InventoryContent(
        int year,
        Optional<Integer> version,
        InventoryStatus status,
        GwpSet gwpSet,
        ConsolidationApproach approach,
        List<ResultContent> results) {

    public InventoryContent {
        results = List.copyOf(results);
    }
}
