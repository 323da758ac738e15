package org.netzero.quantities;

import java.io.Serial;

/// A text is not a decimal number: digits with at most one point, an optional sign and an optional
/// exponent; no thousands separators.
public final class NotADecimal extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final String text;

    public NotADecimal(String text) {
        super("not a decimal number: '" + Excerpt.of(text) + "'");
        this.text = text;
    }

    public String text() {
        return text;
    }
}
