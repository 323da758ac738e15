package org.netzero.platform.json;

import java.math.BigDecimal;

/// Exact decimals as they stand in text: with a point, without grouping, of a size that any later
/// step can carry.
public final class Decimals {

    /// Digits a decimal may have, on both sides of the point together and on either side.
    public static final int MAX_DIGITS = 40;

    private Decimals() {}

    /// @throws IllegalArgumentException with the text and the remedy, when the text is no such
    ///   decimal
    public static BigDecimal parse(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "'%s' is not a decimal; write digits with a point, such as 1234.5"
                            .formatted(text),
                    malformed);
        }
        if (!text.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException(
                    "'%s' has digits outside ASCII; write 0 to 9".formatted(text));
        }
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "'%s' has more than %d digits".formatted(text, MAX_DIGITS));
        }
        return value;
    }

    /// The shortest plain form: no exponent, no trailing zeros.
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
