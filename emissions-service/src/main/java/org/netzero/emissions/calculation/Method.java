package org.netzero.emissions.calculation;

/// How an activity was turned into emissions, as the GHG Protocol's guidance names the ways.
public enum Method {
    SUPPLIER_SPECIFIC,
    HYBRID,
    AVERAGE_DATA,
    SPEND_BASED,
    ASSET_SPECIFIC,
    DISTANCE_BASED,
    FUEL_BASED,
    /// A figure taken over from a report.
    STATED,
    /// Scope 2 only: the stated figure is location-based.
    LOCATION_BASED,
    /// Scope 2 only: the stated figure is market-based.
    MARKET_BASED
}
