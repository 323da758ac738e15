package org.netzero.datacenter.quality;

/// There is nothing to decide of.
final class NothingQuarantined extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingQuarantined(String datacenterId, String period) {
        super(
                "No hour of '%s' in %s waits for a decision; GET /api/datacenters/%s/quarantine lists those that do"
                        .formatted(datacenterId, period, datacenterId));
    }
}
