package org.netzero.emissions.consumption;

import java.util.List;
import org.netzero.platform.input.Period;
import org.netzero.quantities.Quantity;

/// What this service reads of `energy.resource`.
record ResourceTotalled(
        String siteId,
        Resource resource,
        String period,
        Quantity quantity,
        List<String> provenance,
        long version) {

    String key() {
        return "%s/%s/%s".formatted(siteId, resource, period);
    }

    /// Whether no record is left that it could be the total of.
    boolean isMissing() {
        return provenance.isEmpty();
    }

    /// The year in which the period starts; `2021-03-14/2021-04-02` is a span without a name.
    int year() {
        return Period.parse(period.split("/", 2)[0]).start().getYear();
    }
}
