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

    /// Indicators that reports state, and figures of Regulation (EU) 2024/1364, Annex II, that no
    /// meter here tells.
    enum Name {
        PUE,
        WUE,
        CUE,
        REF,
        ERF,
        ERE,
        LOAD,
        /// Energy of backup generators, kWh.
        E_DC_BG,
        /// Average capacity of batteries, kW.
        C_BTG,
        /// Potable water, m3.
        W_IN_POT,
        /// Average temperature of the waste heat, °C.
        T_WH,
        /// Average set point of the intake air of IT equipment, °C.
        T_IN,
        /// Cooling degree days.
        CDD,
        /// Capacity of servers.
        C_SERV,
        /// Capacity of storage, PB.
        C_STOR,
        /// Incoming bandwidth, Gbit/s.
        B_IN,
        /// Outgoing bandwidth, Gbit/s.
        B_OUT,
        /// Incoming traffic, EB.
        TRAFFIC_IN,
        /// Outgoing traffic, EB.
        TRAFFIC_OUT;

        /// Whether it may be below zero: temperatures.
        boolean mayBeNegative() {
            return this == T_WH || this == T_IN;
        }
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
