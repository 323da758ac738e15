package org.netzero.gateway.roadmap.check;

import java.util.Locale;

/// Numbers in sentences, the same on every machine.
final class Words {

    private Words() {}

    static String tonnes(double tonnes) {
        return String.format(Locale.ROOT, "%,.0f t", tonnes);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    /// Trailing zeros dropped, at most two digits: 12.51, 5.45, 7.
    static String points(double points) {
        return String.format(Locale.ROOT, "%.2f", points).replaceFirst("\\.?0+$", "");
    }

    static String money(double amount, String currency) {
        return String.format(Locale.ROOT, "%,.0f %s", amount, currency);
    }
}
