package org.netzero.emissions.factor;

import java.time.LocalDate;

/// A pinned factor is not valid on the activity's day.
public final class FactorNotValid extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public FactorNotValid(EmissionFactor factor, LocalDate on) {
        super(
                "FACTOR_NOT_VALID",
                "Factor '%s' is valid from %s, not on %s; pin one that is, or leave factorId out"
                        .formatted(factor.id(), factor.validity(), on));
    }
}
