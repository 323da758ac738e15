package org.netzero.quantities;

import java.math.BigDecimal;

/// The one written form of an exact decimal: no trailing zeros, no exponent, within the limits. It
/// makes records equal whose numbers are equal.
final class Amount {

    /// Sign, digits, point, digits, exponent.
    private static final int MAX_TEXT = 2 * Quantity.MAX_DIGITS + 16;

    private Amount() {}

    static BigDecimal parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw new NotADecimal(text);
        }
        try {
            return normal(new BigDecimal(text));
        } catch (NumberFormatException e) {
            NotADecimal refusal = new NotADecimal(text);
            refusal.initCause(e);
            throw refusal;
        }
    }

    static BigDecimal normal(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        long digitsBeforePoint = (long) stripped.precision() - stripped.scale();
        if (digitsBeforePoint > Quantity.MAX_DIGITS || stripped.scale() > Quantity.MAX_DIGITS) {
            throw new AmountOutOfRange(amount);
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
