package org.netzero.gateway.roadmap.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The emissions of one full year, in tonnes of CO2e, with the electricity behind scope 2.
///
/// @param scope2LocationTonnes scope 2 by grid averages, heat included
/// @param scope2MarketTonnes scope 2 by contracts and the residual mix, heat included; this one
///   enters gross emissions
/// @param scope3TonnesByCategory by category name, `UNSPECIFIED` for a total without split; at most
///   50
/// @param scope2HeatTonnes purchased heat, steam and cooling, part of both figures of scope 2
public record Inventory(
        int year,
        double scope1Tonnes,
        double scope2LocationTonnes,
        double scope2MarketTonnes,
        SortedMap<String, Double> scope3TonnesByCategory,
        ElectricityUse electricity,
        double scope2HeatTonnes) {

    private static final int MAXIMUM_CATEGORIES = 50;

    public Inventory {
        Require.calendarYear("year", year);
        Require.amount("scope1Tonnes", scope1Tonnes);
        Require.amount("scope2LocationTonnes", scope2LocationTonnes);
        Require.amount("scope2MarketTonnes", scope2MarketTonnes);
        Require.between(
                "scope2HeatTonnes",
                scope2HeatTonnes,
                0,
                Math.min(scope2LocationTonnes, scope2MarketTonnes),
                "heat is part of both figures of scope 2");
        Require.atMost("scope3TonnesByCategory", scope3TonnesByCategory.size(), MAXIMUM_CATEGORIES);
        scope3TonnesByCategory.forEach((category, tonnes) -> {
            Require.text("scope3TonnesByCategory key", category, 100);
            Require.amount("scope3TonnesByCategory." + category, tonnes);
        });
        scope3TonnesByCategory =
                Collections.unmodifiableSortedMap(new TreeMap<>(scope3TonnesByCategory));
    }

    /// Scope 2 is electricity alone, or its heat is not told apart and moves with it.
    public Inventory(
            int year,
            double scope1Tonnes,
            double scope2LocationTonnes,
            double scope2MarketTonnes,
            SortedMap<String, Double> scope3TonnesByCategory,
            ElectricityUse electricity) {
        this(
                year,
                scope1Tonnes,
                scope2LocationTonnes,
                scope2MarketTonnes,
                scope3TonnesByCategory,
                electricity,
                0);
    }

    public double scope3Tonnes() {
        return Footprint.sum(scope3TonnesByCategory);
    }

    /// Scope 1 + scope 2 market-based + scope 3.
    public double grossTonnes() {
        return scope1Tonnes + scope2MarketTonnes + scope3Tonnes();
    }
}
