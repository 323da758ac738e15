package org.netzero.energy.carrier;

/// How a recorded figure came about.
public enum Provenance {
    /// Read from a meter.
    MEASURED,
    /// Taken from a supplier's invoice.
    INVOICED,
    /// Derived by a stated method.
    ESTIMATED,
    /// Taken over from a report.
    STATED,
    /// A default in place of a figure.
    DEFAULTED
}
