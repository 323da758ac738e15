package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.SortedMap;

/// The figures of one year, whether an inventory states them or the model gives them.
///
/// @param regions the modelled parts; empty where there is one, and of an inventory
record Footprint(
        double scope1Tonnes,
        double scope2LocationTonnes,
        double scope2MarketTonnes,
        SortedMap<String, Double> scope3TonnesByCategory,
        double electricityMwh,
        double pue,
        double renewableShare,
        List<RegionYear> regions) {

    static Footprint of(Inventory inventory) {
        ElectricityUse electricity = inventory.electricity();
        return new Footprint(
                inventory.scope1Tonnes(),
                inventory.scope2LocationTonnes(),
                inventory.scope2MarketTonnes(),
                inventory.scope3TonnesByCategory(),
                electricity.consumptionMwh(),
                electricity.pue(),
                electricity.renewableShare(),
                List.of());
    }

    double scope3Tonnes() {
        return sum(scope3TonnesByCategory);
    }

    double grossTonnes() {
        return scope1Tonnes + scope2MarketTonnes + scope3Tonnes();
    }

    /// In the order of the keys, so that the same map gives the same bits.
    static double sum(SortedMap<String, Double> tonnesByCategory) {
        double sum = 0;
        for (double tonnes : tonnesByCategory.values()) {
            sum += tonnes;
        }
        return sum;
    }
}
