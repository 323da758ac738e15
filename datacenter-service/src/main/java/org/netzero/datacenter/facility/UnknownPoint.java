package org.netzero.datacenter.facility;

/// The facility has no measuring point of this id.
final class UnknownPoint extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPoint(String datacenterId, String pointId) {
        super(
                "There is no measuring point '%s' of '%s'; GET /api/datacenters/%s/points lists those there are, and a slash in an id is written %%2F in the address"
                        .formatted(pointId, datacenterId, datacenterId));
    }
}
