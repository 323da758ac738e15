package org.netzero.platform.json;

import java.math.BigDecimal;
import org.netzero.quantities.Quantity;

/// Exact decimals as they stand in text: with a point, without grouping, of a size that any later
/// step can carry.
public final class Decimals {

    /// Digits a stated decimal may have before the point: below a quadrillion of anything.
    public static final int MAX_INTEGER_DIGITS = 15;

    /// Digits a stated decimal may have after the point, which is as exact as the accounts are.
    public static final int MAX_FRACTION_DIGITS = 12;

    /// Longest text that is read as a number at all.
    private static final int MAX_TEXT_LENGTH = 600;

    /// How much of a refused text its refusal repeats.
    private static final int EXCERPT_LENGTH = 60;

    private Decimals() {}

    /// Reads a decimal that somebody states.
    ///
    /// @throws DecimalOutOfRange with the text and the limit, when it has more than
    ///   [#MAX_INTEGER_DIGITS] digits before or [#MAX_FRACTION_DIGITS] after the point, zeros at
    ///   its ends not counted
    /// @throws IllegalArgumentException with the text and the remedy, when it is no decimal
    public static BigDecimal parse(String text) {
        BigDecimal value = number(text);
        checkDigits(text, value, MAX_INTEGER_DIGITS, MAX_FRACTION_DIGITS);
        return value;
    }

    /// Reads a decimal that a service of this suite calculated from stated ones, and which may
    /// therefore be larger and finer than those.
    ///
    /// @throws IllegalArgumentException with the text, when it is no decimal or beyond what a
    ///   [Quantity] carries
    public static BigDecimal parseCalculated(String text) {
        BigDecimal value = number(text);
        checkDigits(text, value, Quantity.MAX_DIGITS, Quantity.MAX_DIGITS);
        return value;
    }

    private static BigDecimal number(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new DecimalOutOfRange(excerpt(text), MAX_INTEGER_DIGITS, MAX_FRACTION_DIGITS);
        }
        if (!text.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException(
                    "'%s' has digits outside ASCII; write 0 to 9".formatted(excerpt(text)));
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "'%s' is not a decimal; write digits with a point, such as 1234.5"
                                    .formatted(excerpt(text))
                            + (text.indexOf(',') < 0 ? "" : ", and no commas"),
                    malformed);
        }
    }

    private static void checkDigits(String text, BigDecimal value, int before, int after) {
        BigDecimal stripped = value.stripTrailingZeros();
        if ((long) stripped.precision() - stripped.scale() > before || stripped.scale() > after) {
            throw new DecimalOutOfRange(excerpt(text), before, after);
        }
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT_LENGTH ? text : text.substring(0, EXCERPT_LENGTH) + "…";
    }

    /// The shortest plain form: no exponent, no trailing zeros.
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// The one form of a value, so that `10`, `10.0` and `1E1` are the same content.
    public static BigDecimal canonical(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
