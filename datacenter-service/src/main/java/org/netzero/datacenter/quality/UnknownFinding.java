package org.netzero.datacenter.quality;

/// The data centre has no finding of this id.
final class UnknownFinding extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownFinding(String datacenterId, String id) {
        super(
                "'%s' has no finding '%s'; GET /api/datacenters/%s/findings lists them"
                        .formatted(datacenterId, id, datacenterId));
    }
}
