package org.netzero.energy.instrument;

/// The instrument has no allocation of this id.
final class UnknownAllocation extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownAllocation(String instrumentId, String allocationId) {
        super(
                "'%s' has no allocation '%s'; GET /api/energy/instruments/%s/allocations lists those it has"
                        .formatted(instrumentId, allocationId, instrumentId));
    }
}
