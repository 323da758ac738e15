package org.netzero.emissions.consumption;

import org.netzero.platform.input.Period;
import org.netzero.quantities.Quantity;

/// What this service reads of `energy.resource`.
record ResourceTotalled(
        String siteId, Resource resource, String period, Quantity quantity, long version) {

    String key() {
        return "%s/%s/%s".formatted(siteId, resource, period);
    }

    int year() {
        return Period.parse(period).start().getYear();
    }
}
