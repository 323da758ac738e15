package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.util.List;

/// What the roadmap reads of `emissions.inventory`: the emissions of one calendar year.
///
/// @param period the year
/// @param complete whether no finding keeps it open
record InventoryCalculated(
        String period,
        String gwpSet,
        String status,
        boolean complete,
        BigDecimal scope1KgCo2e,
        BigDecimal scope2LocationKgCo2e,
        BigDecimal scope2MarketKgCo2e,
        BigDecimal scope3KgCo2e,
        List<CategoryTotal> scope3Categories,
        List<Finding> findings,
        long version) {

    /// One category of scope 3.
    record CategoryTotal(String category, BigDecimal kgCo2e) {}

    /// Something somebody should look at.
    record Finding(String code) {}

    int year() {
        return Integer.parseInt(period);
    }

    InventoryEntity entity(String scope3CategoriesJson) {
        InventoryEntity entity = new InventoryEntity();
        entity.year = year();
        entity.gwpSet = gwpSet;
        entity.status = status;
        entity.complete = complete;
        entity.scope1KgCo2e = scope1KgCo2e;
        entity.scope2LocationKgCo2e = scope2LocationKgCo2e;
        entity.scope2MarketKgCo2e = scope2MarketKgCo2e;
        entity.scope3KgCo2e = scope3KgCo2e;
        entity.scope3Categories = scope3CategoriesJson;
        entity.findings = findings.size();
        entity.version = version;
        return entity;
    }
}
