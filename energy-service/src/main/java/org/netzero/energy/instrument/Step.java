package org.netzero.energy.instrument;

/// What happens to an instrument on its way.
enum Step {
    ISSUED,
    BOUGHT,
    /// A correction took the place of what was registered.
    CORRECTED,
    ALLOCATED,
    RETIRED,
    /// An allocation was withdrawn before it was retired.
    RELEASED,
    /// What was not retired can be claimed no more.
    EXPIRED,
    /// A part was handed on to somebody else.
    TRANSFERRED
}
