package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.quantities.GwpSet;

/// The event `emissions.inventory`.
record InventoryCalculated(
        String period,
        GwpSet gwpSet,
        InventoryStatus status,
        boolean complete,
        BigDecimal scope1KgCo2e,
        BigDecimal scope2LocationKgCo2e,
        BigDecimal scope2MarketKgCo2e,
        BigDecimal scope3KgCo2e,
        List<CategoryAmount> scope3Categories,
        List<FindingAmong> findings,
        boolean carriedForward,
        long version) {

    static final String TOPIC = "emissions.inventory";
    static final String TYPE = "org.netzero.emissions.inventory-calculated.v1";

    /// Findings told in the event; the others stand in the inventory itself.
    private static final int MAX_FINDINGS = 100;

    record CategoryAmount(Scope3Category category, BigDecimal kgCo2e) {}

    record FindingAmong(String code, String subject, String message) {}

    static InventoryCalculated of(InventoryView inventory, long version) {
        return new InventoryCalculated(
                inventory.period(),
                inventory.gwpSet(),
                inventory.status(),
                inventory.complete(),
                inventory.scope1().kgCo2e(),
                inventory.scope2().locationBased().kgCo2e(),
                inventory.scope2().marketBased().kgCo2e(),
                inventory.scope3().kgCo2e(),
                inventory.scope3().categories().stream()
                        .map(part -> new CategoryAmount(part.category(), part.kgCo2e()))
                        .toList(),
                inventory.findings().stream()
                        .limit(MAX_FINDINGS)
                        .map(f -> new FindingAmong(f.code(), f.subject(), f.message()))
                        .toList(),
                inventory.carriedForward(),
                version);
    }
}
