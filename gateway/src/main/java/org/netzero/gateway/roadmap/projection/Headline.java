package org.netzero.gateway.roadmap.projection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.ProjectionYear;

/// The figures of a projected year by which projections are held against each other.
enum Headline {
    BASELINE_TONNES("baselineTonnes", Unit.TONNES),
    SCOPE_1_TONNES("scope1Tonnes", Unit.TONNES),
    SCOPE_2_LOCATION_TONNES("scope2LocationTonnes", Unit.TONNES),
    SCOPE_2_MARKET_TONNES("scope2MarketTonnes", Unit.TONNES),
    SCOPE_3_TONNES("scope3Tonnes", Unit.TONNES),
    GROSS_TONNES("grossTonnes", Unit.TONNES),
    ELECTRICITY_MWH("electricityMwh", Unit.MWH),
    PUE("pue", Unit.RATIO),
    RENEWABLE_SHARE("renewableShare", Unit.RATIO),
    CREDITS_NEEDED_TONNES("creditsNeededTonnes", Unit.TONNES),
    CREDITS_TONNES("creditsTonnes", Unit.TONNES),
    NET_TONNES("netTonnes", Unit.TONNES),
    TARGET_TONNES("targetTonnes", Unit.TONNES),
    GAP_TONNES("gapTonnes", Unit.TONNES);

    private final String label;
    private final Unit unit;

    Headline(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /// In what a figure is told, and to how many decimal places two of them are held apart.
    enum Unit {
        TONNES("tCO2e", 6),
        MWH("MWh", 6),
        RATIO("1", 12);

        private final String symbol;
        private final int places;

        Unit(String symbol, int places) {
            this.symbol = symbol;
            this.places = places;
        }

        String symbol() {
            return symbol;
        }

        int places() {
            return places;
        }
    }

    /// The field of a projected year.
    String label() {
        return label;
    }

    Unit unit() {
        return unit;
    }

    /// As it is shown.
    double rounded(double exact) {
        return unit == Unit.RATIO ? Rounded.ratio(exact) : Rounded.amount(exact);
    }

    /// The figures of every year; a target that is not set has none.
    static SortedMap<Integer, Map<Headline, Double>> of(Projection projection) {
        SortedMap<Integer, Map<Headline, Double>> years = new TreeMap<>();
        for (ProjectionYear year : projection.years()) {
            Map<Headline, Double> figures = new EnumMap<>(Headline.class);
            for (Headline figure : values()) {
                figure.of(year).ifPresent(value -> figures.put(figure, value));
            }
            years.put(year.year(), Collections.unmodifiableMap(figures));
        }
        return Collections.unmodifiableSortedMap(years);
    }

    private OptionalDouble of(ProjectionYear year) {
        return switch (this) {
            case BASELINE_TONNES -> OptionalDouble.of(year.baselineTonnes());
            case SCOPE_1_TONNES -> OptionalDouble.of(year.scope1Tonnes());
            case SCOPE_2_LOCATION_TONNES -> OptionalDouble.of(year.scope2LocationTonnes());
            case SCOPE_2_MARKET_TONNES -> OptionalDouble.of(year.scope2MarketTonnes());
            case SCOPE_3_TONNES -> OptionalDouble.of(year.scope3Tonnes());
            case GROSS_TONNES -> OptionalDouble.of(year.grossTonnes());
            case ELECTRICITY_MWH -> OptionalDouble.of(year.electricityMwh());
            case PUE -> OptionalDouble.of(year.pue());
            case RENEWABLE_SHARE -> OptionalDouble.of(year.renewableShare());
            case CREDITS_NEEDED_TONNES -> OptionalDouble.of(year.creditsNeededTonnes());
            case CREDITS_TONNES -> OptionalDouble.of(year.creditsTonnes());
            case NET_TONNES -> OptionalDouble.of(year.netTonnes());
            case TARGET_TONNES -> year.targetTonnes();
            case GAP_TONNES -> year.gapTonnes();
        };
    }
}
