package org.netzero.datacenter.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Period;

/// A figure taken over from a report.
///
/// @param subject a datacenterId, or [#FLEET]
/// @param period a calendar year or month
/// @param unit as printed; `1` for a ratio without one
/// @param evidence where it is printed
/// @param supersedes its own id, where it corrects what was stated before
record StatedIndicator(
        String subject,
        Name indicator,
        Period period,
        BigDecimal value,
        String unit,
        Optional<String> evidence,
        Optional<String> supersedes) {

    /// All data centres together.
    static final String FLEET = "fleet";

    /// Indicators that reports state.
    enum Name {
        PUE,
        WUE,
        CUE,
        REF,
        ERF,
        ERE,
        LOAD
    }

    StatedIndicator {
        if (!period.isYear() && !period.isMonth()) {
            throw new IllegalArgumentException("A year or a month: " + period);
        }
        value = value.stripTrailingZeros();
    }

    /// `fleet/PUE/2021`
    String id() {
        return id(subject, indicator, period);
    }

    static String id(String subject, Name indicator, Period period) {
        return "%s/%s/%s".formatted(subject, indicator, period);
    }
}
