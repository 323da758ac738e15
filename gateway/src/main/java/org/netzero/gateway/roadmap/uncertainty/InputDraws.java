package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.engine.Variation;

/// Draws the inputs of runs. Names, not places, key the draws: the order of levers changes nothing,
/// and a lever of one id fares the same in every scenario of one seed.
final class InputDraws {

    private final Spreads spreads;
    private final Draws electricityGrowth;
    private final Draws otherGrowth;
    private final List<Draws> gridChanges;
    private final Draws scope1;
    private final Draws scope2;
    private final Draws scope3;
    private final Draws price;
    private final List<Draws> deliveries;
    private final List<Draws> delays;

    InputDraws(long seed, Spreads spreads, List<String> regions, List<String> leverIds) {
        this.spreads = spreads;
        electricityGrowth = Draws.of(seed, "growth of electricity");
        otherGrowth = Draws.of(seed, "growth of other activity");
        gridChanges = regions.stream().map(region -> Draws.of(seed, "grid of " + region)).toList();
        scope1 = Draws.of(seed, "inventory of scope 1");
        scope2 = Draws.of(seed, "inventory of scope 2");
        scope3 = Draws.of(seed, "inventory of scope 3");
        price = Draws.of(seed, "price of credits");
        deliveries = leverIds.stream().map(id -> Draws.of(seed, "delivery of " + id)).toList();
        delays = leverIds.stream().map(id -> Draws.of(seed, "delay of " + id)).toList();
    }

    Variation of(int run) {
        double[] delivered = new double[deliveries.size()];
        int[] late = new int[delivered.length];
        for (int i = 0; i < delivered.length; i++) {
            delivered[i] = delivery(deliveries.get(i).uniform(run));
            late[i] = delay(delays.get(i).uniform(run));
        }
        return new Variation(
                spreads.electricityGrowth() * electricityGrowth.normal(run),
                spreads.otherGrowth() * otherGrowth.normal(run),
                Calibration.LASTING_SHARE,
                gridChanges.stream()
                        .mapToDouble(draws -> spreads.gridChange() * draws.normal(run))
                        .toArray(),
                Math.exp(spreads.scope1Inventory() * scope1.normal(run)),
                Math.exp(spreads.scope2Inventory() * scope2.normal(run)),
                Math.exp(spreads.scope3Inventory() * scope3.normal(run)),
                delivered,
                late);
    }

    /// Factor on the expected price, median 1.
    double priceFactor(int run) {
        return Math.exp(spreads.price() * price.normal(run));
    }

    /// In full, or triangular from the least delivery to 1.
    private double delivery(double uniform) {
        double inPart = 1 - Spreads.DELIVERED_IN_FULL;
        return uniform >= inPart
                ? 1
                : spreads.leastDelivery()
                        + (1 - spreads.leastDelivery()) * Math.sqrt(uniform / inPart);
    }

    /// Geometric, cut off.
    private int delay(double uniform) {
        int years = 0;
        double late = spreads.delayProbability();
        while (years < Spreads.LONGEST_DELAY && uniform < late) {
            years++;
            late *= spreads.delayProbability();
        }
        return years;
    }
}
