package org.netzero.emissions.factor;

/// A pinned id names no factor.
public final class UnknownFactor extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public UnknownFactor(String id) {
        super(
                "UNKNOWN_FACTOR",
                "There is no factor '%s'; search at /api/emissions/factors".formatted(id));
    }
}
