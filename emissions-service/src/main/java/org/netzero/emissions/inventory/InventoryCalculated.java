package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.quantities.GwpSet;

/// The event `emissions.inventory`.
record InventoryCalculated(
        String period,
        GwpSet gwpSet,
        String status,
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

    /// Nothing is validated or locked yet.
    static final String DRAFT = "DRAFT";

    /// Findings told in the event; the others stand in the inventory itself.
    private static final int MAX_FINDINGS = 100;

    record CategoryAmount(Scope3Category category, BigDecimal kgCo2e) {}

    record FindingAmong(String code, String subject, String message) {}

    static InventoryCalculated of(Inventory inventory, long version) {
        return new InventoryCalculated(
                String.valueOf(inventory.year()),
                inventory.gwpSet(),
                DRAFT,
                inventory.complete(),
                inventory.scope1(),
                inventory.scope2(Scope2Method.LOCATION_BASED),
                inventory.scope2(Scope2Method.MARKET_BASED),
                inventory.scope3(),
                inventory.scope3Categories().entrySet().stream()
                        .map(category -> new CategoryAmount(category.getKey(), category.getValue()))
                        .toList(),
                inventory.findings().stream()
                        .limit(MAX_FINDINGS)
                        .map(f -> new FindingAmong(f.code(), f.subject(), f.message()))
                        .toList(),
                inventory.carriedForward(),
                version);
    }
}
