package org.netzero.emissions.factor;

import java.util.List;

/// A factor and why it is this one.
///
/// @param carriedForward its validity is over and nothing newer was known
/// @param reasons every step of the choice, fallbacks included
public record FactorChoice(EmissionFactor factor, boolean carriedForward, List<String> reasons) {

    public FactorChoice {
        reasons = List.copyOf(reasons);
    }
}
