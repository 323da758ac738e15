package org.netzero.gateway.roadmap.engine;

/// Where a number comes from, in falling order of trust.
public enum Provenance {
    MEASURED,
    INVOICED,
    STATED,
    /// Worked out by a published rule from figures on file.
    DERIVED,
    ESTIMATED,
    DEFAULTED
}
