package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;
import org.netzero.gateway.roadmap.backtest.Calibration;

/// How far the inputs of a projection spread. Rates are standard deviations of a yearly logarithmic
/// or relative rate that holds for a whole run, so errors grow about with the horizon; inventory
/// and price are those of a logarithm.
///
/// @param electricityGrowth of the electricity driver's growth rate
/// @param otherGrowth of the other activities'
/// @param gridChange of the yearly change of grid factors, one shock for a whole region
/// @param leastDelivery a lever that does not deliver in full delivers at least this share of its
///   depth, likeliest nearly all
/// @param delayProbability that a lever is a year late, and again that it is another
/// @param price of a credit
public record Spreads(
        double electricityGrowth,
        double otherGrowth,
        double gridChange,
        double scope1Inventory,
        double scope2Inventory,
        double scope3Inventory,
        double leastDelivery,
        double delayProbability,
        double price) {

    static final int LONGEST_DELAY = 5;

    /// Probability that a lever delivers all of its depth.
    static final double DELIVERED_IN_FULL = 0.5;

    public Spreads {
        between("electricityGrowth", electricityGrowth, 0, 0.3);
        between("otherGrowth", otherGrowth, 0, 0.3);
        between("gridChange", gridChange, 0, 0.1);
        between("scope1Inventory", scope1Inventory, 0, 1);
        between("scope2Inventory", scope2Inventory, 0, 1);
        between("scope3Inventory", scope3Inventory, 0, 1);
        between("leastDelivery", leastDelivery, 0, 1);
        between("delayProbability", delayProbability, 0, 0.9);
        between("price", price, 0, 2);
    }

    /// Growth as the engine's rule erred on the shipped series; the rest assumed.
    public static Spreads shipped(Calibration calibration) {
        return new Spreads(
                calibration.deviation(Calibration.Group.ENERGY),
                calibration.deviation(Calibration.Group.SUPPLY),
                0.02,
                0.03,
                0.05,
                0.2,
                0.6,
                0.3,
                1.1);
    }

    /// No uncertainty at all: every run is the projection.
    static Spreads none() {
        return new Spreads(0, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    /// Where the shipped ones come from.
    static List<String> sources() {
        return List.of(
                "Growth: errors of the engine's rule on the shipped series (energy; scope 3 and"
                        + " totals), 80 % quantile of the company where it is largest, taken as that of"
                        + " a normal distribution; half of the error of a rate lasts, the rest is"
                        + " damped like the rate.",
                "Grid factors: China's factor without market-traded non-fossil power moved by -1.5"
                        + " % and +4.1 % in two years (MEE and NBS, 2021 to 2023); 2 % a year assumed.",
                "Inventory: the published restatement of 2021 moved scope 1 by -1 %, scope 2 by +5"
                        + " % and scope 3 by +23 %; 3, 5 and 20 % assumed.",
                "Levers: assumed to deliver in full with probability 0.5, else 60 to 100 % of their"
                        + " depth, and to be late by a year with probability 0.3, again with 0.3, at"
                        + " most five years.",
                "Credit price: around the expected one, a quarter of it as P10 and four times it as"
                        + " P90; assumed.");
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s: has to lie from %s to %s".formatted(name, value, least, most));
        }
    }
}
