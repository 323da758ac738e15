package org.netzero.gateway.roadmap.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers in reasons and remarks, the same on every machine.
final class Text {

    private Text() {}

    static String tonnes(double tonnes) {
        return String.format(Locale.ROOT, "%,.0f t", tonnes);
    }

    static String mwh(double mwh) {
        return String.format(Locale.ROOT, "%,.0f MWh", mwh);
    }

    static String factor(double tonnesPerMwh) {
        return String.format(Locale.ROOT, "%.4f", tonnesPerMwh);
    }

    /// To three decimals at most, with separators.
    static String rounded(double value) {
        return String.format(Locale.ROOT, "%,.3f", value).replaceAll("\\.?0+$", "");
    }

    /// To nine significant digits.
    static String significant(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(9, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /// Two digits; never rounds a share short of 100 % up to it.
    static String percent(double share) {
        double percent = share < 1 ? Math.min(share * 100, 99.99) : share * 100;
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
