package org.netzero.datacenter.facility;

/// Whether readings of a point are taken.
public enum PointState {
    /// Readings came with its name, but nobody has said yet what it measures: they are refused.
    PENDING,
    ACTIVE,
    /// Its readings are refused from now on; those before stay.
    REVOKED
}
