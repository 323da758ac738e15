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
    SPEND,
    /// Somebody else's vehicle, by distance, passengers or freight carried.
    TRANSPORT,
    /// Waste, hotel nights, water, services of a cloud: by their amount, on an average.
    AVERAGE_DATA,
    /// Electricity of one kind of plant; never the average of a grid.
    GENERATION,
    /// What another kilowatt-hour changes in a grid, for avoided emissions; never used for scope 2.
    MARGINAL,
    /// Biogenic CO2 of fuels and blends, reported beside the scopes.
    OUTSIDE_OF_SCOPES
}
