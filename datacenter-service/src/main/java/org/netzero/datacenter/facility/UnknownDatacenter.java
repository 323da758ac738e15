package org.netzero.datacenter.facility;

/// No data centre has this id.
public final class UnknownDatacenter extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownDatacenter(String datacenterId) {
        super(
                "There is no data centre '%s'; register it with PUT /api/datacenters/%s"
                        .formatted(datacenterId, datacenterId));
    }
}
