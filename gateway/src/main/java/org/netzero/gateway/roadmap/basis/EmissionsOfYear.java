package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The inventory of one year as the emissions service told it.
///
/// @param complete whether the service says that nothing is open
/// @param scope3Categories kg CO2e by category name
/// @param findings how many there are
record EmissionsOfYear(
        int year,
        String status,
        boolean complete,
        BigDecimal scope1KgCo2e,
        BigDecimal scope2LocationKgCo2e,
        BigDecimal scope2MarketKgCo2e,
        BigDecimal scope3KgCo2e,
        SortedMap<String, BigDecimal> scope3Categories,
        int findings) {

    private static final int SCOPES = 3;

    boolean isEmpty() {
        return emptyScopes().size() == SCOPES;
    }

    /// Scopes of which nothing is recorded.
    List<String> emptyScopes() {
        List<String> empty = new ArrayList<>();
        if (scope1KgCo2e.signum() == 0) {
            empty.add("scope 1");
        }
        if (scope2LocationKgCo2e.signum() == 0 && scope2MarketKgCo2e.signum() == 0) {
            empty.add("scope 2");
        }
        if (scope3KgCo2e.signum() == 0) {
            empty.add("scope 3");
        }
        return empty;
    }
}
