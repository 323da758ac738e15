package org.netzero.energy.grid;

/// What an intensity is for.
public enum GridPurpose {
    /// The average of what was generated in the zone.
    LOCATION_BASED,
    /// What is left of it when the attributes that somebody claimed are taken out.
    MARKET_RESIDUAL
}
