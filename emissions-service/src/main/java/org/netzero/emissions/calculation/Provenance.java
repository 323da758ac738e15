package org.netzero.emissions.calculation;

/// How an input came to be known.
public enum Provenance {
    MEASURED,
    INVOICED,
    ESTIMATED,
    STATED,
    DEFAULTED
}
