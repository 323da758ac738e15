package org.netzero.datacenter.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.platform.input.Period;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Unit;

/// A figure taken over from a report.
///
/// @param subject a datacenterId, or [#FLEET]
/// @param period a calendar year or month
/// @param unit as printed where it is as large as the indicator's own, which it is converted to
///   otherwise; `1` for a ratio without one
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

        /// How many of its own unit each unit is in which it may be stated; empty where a unit is
        /// not looked at.
        Map<String, Fraction> units() {
            return switch (this) {
                case PUE, ERE -> equal("1", "kWh/kWh");
                case REF, ERF, LOAD -> {
                    Map<String, Fraction> units = equal("1");
                    units.put("%", Fraction.of(1, 100));
                    yield units;
                }
                case WUE -> equal("L/kWh", "m3/MWh");
                case CUE -> {
                    var units = new LinkedHashMap<String, Fraction>();
                    for (String gas : List.of("", "CO2e", " CO2e", "CO2", " CO2")) {
                        units.put("kg" + gas + "/kWh", Fraction.ONE);
                        units.put("t" + gas + "/MWh", Fraction.ONE);
                        units.put("g" + gas + "/kWh", Fraction.of(1, 1_000));
                    }
                    yield units;
                }
                case E_DC_BG -> compatibleWith(Unit.KWH);
                case C_BTG -> compatibleWith(Unit.KW);
                case W_IN_POT -> compatibleWith(Unit.M3);
                case T_WH, T_IN -> equal("degC", "°C");
                case CDD -> equal("degree-days", "degC·d", "°C·d", "K·d", "1");
                case C_SERV -> Map.of();
                case C_STOR -> thousandths("PB", "TB", "GB");
                case B_IN, B_OUT -> {
                    Map<String, Fraction> units = thousandths("Gbit/s", "Mbit/s");
                    units.put("Tbit/s", Fraction.of(1_000, 1));
                    yield units;
                }
                case TRAFFIC_IN, TRAFFIC_OUT -> thousandths("EB", "PB", "TB", "GB");
            };
        }

        private static Map<String, Fraction> equal(String... symbols) {
            var units = new LinkedHashMap<String, Fraction>();
            for (String symbol : symbols) {
                units.put(symbol, Fraction.ONE);
            }
            return units;
        }

        private static Map<String, Fraction> compatibleWith(Unit own) {
            var units = new LinkedHashMap<String, Fraction>();
            for (Unit unit : Unit.values()) {
                if (own.compatibleWith(unit)) {
                    units.put(unit.symbol(), unit.in(own));
                }
            }
            return units;
        }

        /// Each a thousandth of the one before.
        private static Map<String, Fraction> thousandths(String... symbols) {
            var units = new LinkedHashMap<String, Fraction>();
            long size = 1;
            for (String symbol : symbols) {
                units.put(symbol, Fraction.of(1, size));
                size *= 1_000;
            }
            return units;
        }

        /// The symbol of the unit that its figures are read in.
        String ownUnit() {
            return switch (this) {
                case E_DC_BG -> "kWh";
                case C_BTG -> "kW";
                case W_IN_POT -> "m3";
                default -> units().keySet().stream().findFirst().orElse("1");
            };
        }

        /// Whether it is a part of a whole.
        boolean isShare() {
            return this == REF || this == ERF || this == LOAD;
        }

        /// Whether reports state it of all data centres together.
        boolean mayBeOfFleet() {
            return switch (this) {
                case PUE, WUE, CUE, REF, ERF, ERE, LOAD -> true;
                default -> false;
            };
        }

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
