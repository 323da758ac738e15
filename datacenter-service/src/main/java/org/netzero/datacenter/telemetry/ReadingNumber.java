package org.netzero.datacenter.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Numbers as senders write them: digits with a point, with an exponent if need be. Nothing else is
/// one, `NaN`, `Inf` and digits of other scripts included.
final class ReadingNumber {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int MAX_LENGTH = 64;

    /// Digits of which every number is a `double` exactly.
    private static final int EXACT_DIGITS = 15;

    /// Powers of ten that are a `double` exactly; up to as many as there are exact digits.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private ReadingNumber() {}

    static boolean isNumber(String text) {
        return text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches();
    }

    /// The number that is written there; `NaN` where it is none or not finite.
    static double of(String text) {
        return isNumber(text) ? finite(Double.parseDouble(text)) : Double.NaN;
    }

    /// The number that these bytes write; `NaN` where it is none or not finite.
    ///
    /// Of plain decimals with few digits, both digits and power of ten are exact as `double`s, so
    /// that their quotient is rounded once, as the standard demands of the nearest `double`.
    static double of(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < to; at++) {
            byte c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && decimals < 0 && count > 0) {
                decimals = count;
            } else {
                return unusual(text, from, to);
            }
            if (count > EXACT_DIGITS) {
                return unusual(text, from, to);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double number = decimals < 0 ? digits : digits / POWERS[count - decimals];
        return negative ? finite(-number) : number;
    }

    private static double unusual(byte[] text, int from, int to) {
        return of(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    /// There is one zero.
    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            return Double.NaN;
        }
        return number == 0 ? 0.0 : number;
    }
}
