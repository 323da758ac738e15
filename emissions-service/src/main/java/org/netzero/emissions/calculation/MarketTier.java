package org.netzero.emissions.calculation;

/// Where electricity takes its rate from by the market-based method, the first that applies: the
/// order of the Scope 2 Guidance, table 6.3. It knows no stated claim; that stands behind every
/// instrument, as nothing proves it.
public enum MarketTier {
    /// Energy attribute certificates, bundled or not.
    CERTIFICATE,
    /// Contracts with a plant, or for electricity of it.
    CONTRACT,
    /// The rate of a supplier or utility.
    SUPPLIER_RATE,
    /// Purchased renewable electricity as it was stated, without an instrument.
    STATED,
    RESIDUAL_MIX,
    /// Of the place, where no residual mix is known.
    GRID_AVERAGE
}
