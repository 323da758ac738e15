package org.netzero.emissions.factor;

/// An emission cannot be calculated. Each kind names the broken rule and carries what broke it.
public abstract class CalculationRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    protected CalculationRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /// The broken rule, for programs: `NO_FACTOR`.
    public String code() {
        return code;
    }

    /// The value, the rule and the remedy.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
