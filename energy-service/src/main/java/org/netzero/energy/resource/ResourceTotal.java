package org.netzero.energy.resource;

import java.util.List;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.quantities.Quantity;

/// What the records of a site, resource and period add up to.
record ResourceTotal(
        String siteId,
        Resource resource,
        Span period,
        Quantity quantity,
        List<Provenance> provenance,
        long version) {}
