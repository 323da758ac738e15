package org.netzero.gateway.roadmap.basis;

/// What a projection stands on, in the parts that services tell apart from each other.
public enum FigureKind {
    INVENTORY,
    ELECTRICITY,
    PUE,
    MEASURED,
    DRIVER
}
