package org.netzero.energy.instrument;

/// How far an instrument is on its way.
enum InstrumentStatus {
    /// Issued or agreed, not the company's yet.
    ISSUED,
    /// The company's own, and none of it is claimed.
    BOUGHT,
    /// A part is allocated, retired or not, and it is not used up.
    ALLOCATED,
    /// Nothing is left, and what was claimed is retired.
    RETIRED,
    /// Expired before it was claimed.
    EXPIRED,
    /// Handed on to somebody else.
    TRANSFERRED
}
