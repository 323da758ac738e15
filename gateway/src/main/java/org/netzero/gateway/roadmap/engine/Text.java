package org.netzero.gateway.roadmap.engine;

import java.math.BigDecimal;
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
