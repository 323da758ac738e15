package org.netzero.emissions.inventory;

import java.util.Optional;
import java.util.function.Consumer;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.quantities.GwpSet;

/// An inventory with the results behind it, which are read as they are needed and never held.
///
/// @param version empty while nothing is locked
/// @param results within the transaction it was made in
public record InventoryContent(
        int year,
        Optional<Integer> version,
        InventoryStatus status,
        GwpSet gwpSet,
        ConsolidationApproach approach,
        Reading results) {

    /// Hands on results, one after the other.
    @FunctionalInterface
    public interface Reading {
        void each(Consumer<ResultContent> reader);
    }
}
