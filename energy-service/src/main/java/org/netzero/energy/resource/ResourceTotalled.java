package org.netzero.energy.resource;

import java.util.List;
import org.netzero.energy.carrier.Provenance;
import org.netzero.quantities.Quantity;

/// The fact `energy.resource` tells, as its schema describes it.
record ResourceTotalled(
        String siteId,
        Resource resource,
        String period,
        Quantity quantity,
        List<Provenance> provenance,
        long version) {

    static final String TOPIC = "energy.resource";
    static final String TYPE = "org.netzero.energy.resource-totalled.v1";

    static ResourceTotalled of(ResourceTotal total) {
        return new ResourceTotalled(
                total.siteId(),
                total.resource(),
                total.period().toString(),
                total.quantity(),
                total.provenance(),
                total.version());
    }

    String key() {
        return String.join("/", siteId, resource.name(), period);
    }
}
