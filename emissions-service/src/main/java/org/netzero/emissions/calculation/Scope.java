package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.Purpose;

/// The scopes of the GHG Protocol's corporate standard.
public enum Scope {
    /// Direct emissions.
    SCOPE_1,
    /// Purchased electricity, heat, steam and cooling.
    SCOPE_2,
    /// The rest of the value chain.
    SCOPE_3;

    /// The scope of an activity whose record names none: what its factor is for.
    public static Scope of(Purpose purpose) {
        return switch (purpose) {
            case COMBUSTION, FUGITIVE -> SCOPE_1;
            case LOCATION_BASED, MARKET_RESIDUAL, CORPORATE_REPORTING, GENERATION -> SCOPE_2;
            case UPSTREAM,
                    LIFE_CYCLE,
                    SPEND,
                    TRANSPORT,
                    AVERAGE_DATA,
                    MARGINAL,
                    OUTSIDE_OF_SCOPES ->
                    SCOPE_3;
        };
    }
}
