package org.netzero.datacenter.facility;

/// A point that exists was declared to measure something else. What its readings mean cannot change
/// under them.
final class PointConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    PointConflict(MeasuringPoint existing) {
        super(
                "The point '%s' measures %s of %s as %s in %s; readings rely on it, so give a point that measures something else its own id"
                        .formatted(
                                existing.pointId(),
                                existing.role(),
                                existing.datacenterId(),
                                existing.quantity(),
                                existing.unit()));
    }
}
