package org.netzero.energy.plant;

/// What the capacity of a photovoltaic plant is a capacity of.
public enum CapacityBasis {
    /// The sum of its modules under standard test conditions.
    DC_PEAK,
    /// The most its inverters hand over.
    AC
}
