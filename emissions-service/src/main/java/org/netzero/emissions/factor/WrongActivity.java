package org.netzero.emissions.factor;

/// A pinned factor is for another activity.
public final class WrongActivity extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public WrongActivity(EmissionFactor factor, String activity) {
        super(
                "FACTOR_OF_OTHER_ACTIVITY",
                "Factor '%s' is for '%s', not for '%s'; name that activity or pin another factor"
                        .formatted(factor.id(), factor.activity(), activity));
    }
}
