package org.netzero.emissions.calculation;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EmissionFactor;

/// An emission, the factor behind it and the way to it.
///
/// @param factor empty where the factor, or the emission itself, was stated
/// @param flags what a reader should know: `CARRIED_FORWARD`, `ESTIMATED_DENSITY`, …
public record Calculated(
        Emission emission,
        Optional<EmissionFactor> factor,
        List<String> flags,
        CalculationTrace trace) {

    public static final String CARRIED_FORWARD = "CARRIED_FORWARD";
    public static final String ESTIMATED_DENSITY = "ESTIMATED_DENSITY";

    /// The quantity names no calorific basis and took the factor's.
    public static final String ASSUMED_CALORIFIC_BASIS = "ASSUMED_CALORIFIC_BASIS";

    /// The factor's source gives CO2e without naming its GWP set.
    public static final String GWP_SET_NOT_STATED = "GWP_SET_NOT_STATED";

    /// The money was spent in another year than the factor's prices are of.
    public static final String PRICE_YEAR_DIFFERS = "PRICE_YEAR_DIFFERS";

    /// The money was brought to the factor's currency or price year.
    public static final String MONEY_CONVERTED = "MONEY_CONVERTED";

    /// The factor was stated with the activity; it is none of the library.
    public static final String STATED_FACTOR = "STATED_FACTOR";

    /// A capital good counted over its years of life; the standard counts it in its first.
    public static final String AMORTISED = "AMORTISED";

    /// Nobody stated the leakage rate; it is the upper end of what the table gives for the kind of
    /// equipment.
    public static final String DEFAULT_LEAKAGE_RATE = "DEFAULT_LEAKAGE_RATE";

    /// The stated leakage rate lies outside the range of the table for the kind of equipment.
    public static final String LEAKAGE_RATE_OUTSIDE_RANGE = "LEAKAGE_RATE_OUTSIDE_RANGE";

    public Calculated {
        flags = List.copyOf(flags);
    }
}
