package org.netzero.emissions.calculation;

/// How an input came to be known, the best way first.
public enum Provenance {
    MEASURED,
    INVOICED,
    ESTIMATED,
    STATED,
    DEFAULTED
}
