package org.netzero.emissions.calculation;

/// Scope 2 is computed twice.
public enum Scope2Method {
    /// By the average of the grid the power came from.
    LOCATION_BASED,
    /// By what contracts claim, the rest by the residual mix.
    MARKET_BASED
}
