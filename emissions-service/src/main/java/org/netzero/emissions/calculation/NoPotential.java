package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.quantities.GwpSet;

/// A GWP set has no value for a gas.
public final class NoPotential extends CalculationRefused {

    private static final long serialVersionUID = 1;

    NoPotential(String gas, GwpSet set) {
        super(
                "NO_POTENTIAL",
                "%s has no global warming potential for %s; choose another set"
                        .formatted(set, gas));
    }
}
