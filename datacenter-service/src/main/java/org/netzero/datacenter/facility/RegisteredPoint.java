package org.netzero.datacenter.facility;

import java.time.Instant;
import java.util.Optional;

/// A measuring point as it stands in the register.
///
/// @param number stands for it in packed records
/// @param revokedAt from when on its readings are refused
record RegisteredPoint(int number, MeasuringPoint point, Optional<Instant> revokedAt) {

    PointState state() {
        return revokedAt.isPresent() ? PointState.REVOKED : PointState.ACTIVE;
    }
}
