package org.netzero.datacenter.facility;

/// The facility has no measuring point of this id.
final class UnknownPoint extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPoint(String datacenterId, String pointId) {
        super(
                "There is no measuring point '%s' of '%s'; GET /api/datacenters/%s/points lists those there are"
                        .formatted(pointId, datacenterId, datacenterId));
    }
}
