package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;

/// An input of a method is missing, unknown, or not what the formula needs.
public final class InputRefused extends CalculationRefused {

    private static final long serialVersionUID = 1;

    private final String input;

    InputRefused(String input, String code, String message) {
        super(code, message);
        this.input = input;
    }

    /// The input, or `quantity`.
    public String input() {
        return input;
    }
}
