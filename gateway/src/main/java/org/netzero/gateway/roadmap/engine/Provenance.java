package org.netzero.gateway.roadmap.engine;

/// Where a number comes from, in falling order of trust.
public enum Provenance {
    MEASURED,
    INVOICED,
    STATED,
    ESTIMATED,
    DEFAULTED
}
