package org.netzero.emissions.driver;

/// A quantity that drives emissions.
public enum Driver {
    REVENUE,
    STAFF,
    FLOOR_AREA,
    IT_ENERGY
}
