package org.netzero.energy.instrument;

/// How far an allocation is.
enum AllocationStatus {
    /// Allocated, not yet retired: it counts, and is a finding.
    PROVISIONAL,
    /// Final.
    RETIRED,
    /// Released or expired: it counts no more.
    WITHDRAWN
}
