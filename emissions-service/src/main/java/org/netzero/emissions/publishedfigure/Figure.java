package org.netzero.emissions.publishedfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netzero.quantities.Unit;

/// A figure that reports print and the suite computes.
public enum Figure {
    TOTAL_EMISSIONS(Kind.EMISSIONS),
    SCOPE_1(Kind.EMISSIONS),
    SCOPE_2(Kind.EMISSIONS),
    SCOPE_3(Kind.EMISSIONS),
    EMISSIONS_PER_REVENUE(Kind.EMISSIONS_PER_MONEY),
    TOTAL_ENERGY(Kind.ENERGY),
    DIRECT_ENERGY(Kind.ENERGY),
    INDIRECT_ENERGY(Kind.ENERGY),
    PURCHASED_RENEWABLE(Kind.ENERGY),
    OWN_RENEWABLE(Kind.ENERGY),
    PUE(Kind.RATIO),
    WATER(Kind.MASS),
    HAZARDOUS_WASTE(Kind.MASS),
    NON_HAZARDOUS_WASTE(Kind.MASS);

    /// What a figure measures, and so which units it may be printed in.
    public enum Kind {
        EMISSIONS(Unit.T_CO2E),
        ENERGY(Unit.MWH),
        MASS(Unit.T),
        /// Dimensionless; its unit is written `1`.
        RATIO(Unit.COUNT),
        /// Emissions per money: `tCO2e per million CNY`.
        EMISSIONS_PER_MONEY(Unit.T_CO2E);

        private final Unit usual;

        Kind(Unit usual) {
            this.usual = usual;
        }

        /// The unit that reports usually print, of the numerator where it is a quotient.
        public Unit usual() {
            return usual;
        }
    }

    private final Kind kind;

    Figure(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// `scope-1`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> ofKey(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Figure::key).toList();
    }
}
