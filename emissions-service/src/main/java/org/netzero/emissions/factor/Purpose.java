package org.netzero.emissions.factor;

/// What a factor may be used for. Several national factors exist for one year; the purpose tells
/// them apart.
public enum Purpose {
    /// Average of a grid, for scope 2 by location.
    LOCATION_BASED,
    /// Grid without the power that contracts claim, for scope 2 by market.
    MARKET_RESIDUAL,
    /// Grid average that an authority prescribes for its own reporting; never used for scope 2.
    CORPORATE_REPORTING,
    /// A fuel burnt.
    COMBUSTION,
    /// A gas released: leaks and top-ups of refrigerants.
    FUGITIVE,
    /// Well to tank, transmission and distribution losses.
    UPSTREAM,
    /// Cradle to gate or to grave; never used for scope 2.
    LIFE_CYCLE,
    /// By money spent.
    SPEND
}
