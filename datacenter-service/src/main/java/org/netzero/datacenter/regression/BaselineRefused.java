package org.netzero.datacenter.regression;

/// A model cannot be told from its data, so it gives no number.
public final class BaselineRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /// Why it cannot.
    public enum Reason {
        TOO_FEW_INTERVALS,
        VARIABLE_DOES_NOT_VARY,
        COLLINEAR
    }

    BaselineRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
