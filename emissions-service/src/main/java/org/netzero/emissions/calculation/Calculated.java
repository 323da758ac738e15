package org.netzero.emissions.calculation;

import java.util.List;
import org.netzero.emissions.factor.EmissionFactor;

/// An emission, the factor behind it and the way to it.
///
/// @param flags what a reader should know: `CARRIED_FORWARD`, `ESTIMATED_DENSITY`
public record Calculated(
        Emission emission, EmissionFactor factor, List<String> flags, CalculationTrace trace) {

    public static final String CARRIED_FORWARD = "CARRIED_FORWARD";
    public static final String ESTIMATED_DENSITY = "ESTIMATED_DENSITY";

    public Calculated {
        flags = List.copyOf(flags);
    }
}
