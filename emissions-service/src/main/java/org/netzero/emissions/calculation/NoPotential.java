package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.quantities.GwpSet;

/// A GWP set has no value for a gas, or none from which a mass follows.
public final class NoPotential extends CalculationRefused {

    private static final long serialVersionUID = 1;

    NoPotential(String gas, GwpSet set) {
        this("%s has no global warming potential for %s; choose another set".formatted(set, gas));
    }

    private NoPotential(String reason) {
        super("NO_POTENTIAL", reason);
    }

    /// No mass of the gas follows from its CO2e.
    static NoPotential ofZero(String gas, GwpSet set) {
        return new NoPotential(
                "%s has the global warming potential 0 for %s, so no mass follows from its CO2e; use a factor that gives the mass"
                        .formatted(set, gas));
    }
}
