package org.netzero.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.ActivityGrowth;
import org.netzero.gateway.roadmap.engine.Assumption;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityAssumptions;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.GridFactorPaths;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Place;
import org.netzero.gateway.roadmap.engine.Reach;
import org.netzero.gateway.roadmap.engine.Region;
import org.netzero.gateway.roadmap.engine.Scenario;

/// A company as large as the roadmap has to bear: 20 categories, 10 regions, 30 levers, 30 years.
final class LargeCompany {

    static final int BASE_YEAR = 2021;
    static final int YEARS = 30;
    static final int CATEGORIES = 20;
    static final int REGIONS = 10;
    static final int LEVERS = 30;

    private static final Evidence MADE_UP = Evidence.estimated("made up to be measured");

    private LargeCompany() {}

    static Inventory inventory() {
        SortedMap<String, Double> scope3 = new TreeMap<>();
        for (int c = 0; c < CATEGORIES; c++) {
            scope3.put(category(c), 100_000.0 + c);
        }
        return new Inventory(
                BASE_YEAR,
                10_000,
                2_000_000,
                2_000_000,
                scope3,
                new ElectricityUse(4_000_000, 10_000, 100_000, 1.3));
    }

    private static String category(int c) {
        return "CATEGORY_%02d".formatted(c);
    }

    static Scenario scenario() {
        return new Scenario(
                "large",
                "Large",
                BASE_YEAR,
                BASE_YEAR + YEARS,
                new ElectricityAssumptions(
                        new Driver(0.08, 0.02, 0.9, MADE_UP),
                        new Assumption(0.9, MADE_UP),
                        new Assumption(0.6, MADE_UP),
                        new GridFactorPaths(
                                new Assumption(-0.02, MADE_UP),
                                new Assumption(0, MADE_UP),
                                new Assumption(0, MADE_UP))),
                new Driver(0.03, 0.01, 0.8, MADE_UP),
                activities(),
                regions(),
                levers(),
                List.of(),
                new OffsetPolicy(true, OptionalDouble.empty(), MADE_UP));
    }

    private static List<ActivityGrowth> activities() {
        List<ActivityGrowth> activities = new ArrayList<>();
        for (int c = 0; c < CATEGORIES; c++) {
            activities.add(
                    new ActivityGrowth(
                            3,
                            Optional.of(category(c)),
                            Optional.empty(),
                            new Driver(0.03 + c / 1_000.0, 0.01, 0.8, MADE_UP)));
        }
        return activities;
    }

    private static List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        for (int r = 0; r < REGIONS; r++) {
            regions.add(
                    new Region(
                            "region-" + r,
                            "zone-" + r % 3,
                            1.0 / REGIONS,
                            1.0 / REGIONS,
                            1.0 / REGIONS,
                            0.5 + r / 100.0,
                            0.5 + r / 100.0,
                            Optional.empty(),
                            Optional.empty(),
                            MADE_UP));
        }
        return regions;
    }

    /// Half of them everywhere, half in one region.
    private static List<Lever> levers() {
        List<Lever> levers = new ArrayList<>();
        for (int l = 0; l < LEVERS; l++) {
            LeverNode node = NODES.get(l % NODES.size());
            levers.add(
                    new Lever(
                            "lever-" + l,
                            "Lever " + l,
                            node,
                            effect(node, l),
                            new Deployment(BASE_YEAR + 1 + l % 9, 0.1, 0, OptionalInt.empty()),
                            Optional.empty(),
                            Optional.empty(),
                            l % 2 == 0
                                    ? Place.EVERYWHERE
                                    : new Place.InRegion("region-" + l % REGIONS),
                            MADE_UP));
        }
        return levers;
    }

    private static final List<LeverNode> NODES = List.of(LeverNode.values());

    private static LeverEffect effect(LeverNode node, int l) {
        return switch (node) {
            case DEMAND ->
                    new LeverEffect.Reduction(
                            new Reach.Electricity(Reach.Electricity.Part.ALL), 0.05);
            case EFFICIENCY -> new LeverEffect.PueTarget(1.2);
            case ELECTRIFICATION -> new LeverEffect.Electrification(0.2, 2);
            case FUEL_AND_REFRIGERANT -> new LeverEffect.Reduction(new Reach.Scope1(), 0.1);
            case SUPPLIER_FACTOR, RESIDUAL ->
                    new LeverEffect.Reduction(
                            new Reach.Scope3Category(category(l % CATEGORIES)), 0.2);
            case OWN_RENEWABLES -> new LeverEffect.OwnGeneration(0.02);
            case GREEN_POWER -> new LeverEffect.RenewableShareTarget(0.8);
        };
    }
}
