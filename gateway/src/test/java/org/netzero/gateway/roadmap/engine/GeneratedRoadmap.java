package org.netzero.gateway.roadmap.engine;

import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A company of several regions, categories and market zones, with levers everywhere, from a seed.
/// Green power emits nothing, so that it never adds to gross emissions.
record GeneratedRoadmap(Scenario scenario, Inventory base) {

    static GeneratedRoadmap of(long seed) {
        return of(seed, new SplittableRandom(seed).nextInt(0, 9));
    }

    static GeneratedRoadmap of(long seed, int levers) {
        SplittableRandom random = new SplittableRandom(seed);
        Inventory base = inventory(random);
        List<Region> regions = regions(random);
        List<Lever> chosen = new ArrayList<>();
        for (int i = 0; i < levers; i++) {
            chosen.add(lever(i, regions, random));
        }
        int targetYear = 2025 + random.nextInt(10);
        return new GeneratedRoadmap(
                new Scenario(
                        "generated",
                        "Generated",
                        2021,
                        targetYear,
                        RoadmapFixtures.electricity(driver(random)),
                        driver(random),
                        activities(regions, random),
                        regions,
                        chosen,
                        targets(targetYear, random),
                        new OffsetPolicy(
                                true,
                                OptionalDouble.empty(),
                                Optional.of(new CreditPrice(50, "CNY", ASSUMED)),
                                Optional.of(
                                        List.of(
                                                new CreditLot("old", 2020, 1e6, ASSUMED),
                                                new CreditLot("new", 2024, 1e8, ASSUMED))),
                                ASSUMED)),
                base);
    }

    Projection project() {
        return Roadmap.project(scenario, base, Actuals.NONE);
    }

    Run run() {
        return Roadmap.simulate(scenario, base);
    }

    GeneratedRoadmap withLevers(List<Lever> levers) {
        return new GeneratedRoadmap(scenario.withLevers(levers), base);
    }

    GeneratedRoadmap replacing(int lever, UnaryOperator<Lever> change) {
        List<Lever> levers = new ArrayList<>(scenario.levers());
        levers.set(lever, change.apply(levers.get(lever)));
        return withLevers(levers);
    }

    /// Everything that is a list, listed otherwise.
    GeneratedRoadmap shuffled(long seed) {
        return new GeneratedRoadmap(
                new Scenario(
                        scenario.id(),
                        scenario.name(),
                        scenario.baseYear(),
                        scenario.targetYear(),
                        scenario.electricity(),
                        scenario.otherActivity(),
                        shuffled(scenario.activities(), seed),
                        shuffled(scenario.regions(), seed),
                        shuffled(scenario.levers(), seed),
                        shuffled(scenario.targets(), seed),
                        new OffsetPolicy(
                                true,
                                scenario.offsets().maximumTonnesPerYear(),
                                scenario.offsets().price(),
                                scenario.offsets().register().map(List::reversed),
                                ASSUMED)),
                base);
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    /// Electrification adds emissions where the grid is dirtier than the fuel.
    static boolean onlyCuts(Lever lever) {
        return !(lever.effect() instanceof LeverEffect.Electrification);
    }

    static Lever with(Lever lever, LeverEffect effect, Deployment deployment) {
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                effect,
                deployment,
                lever.cost(),
                lever.exclusiveGroup(),
                lever.place(),
                lever.evidence());
    }

    private static Inventory inventory(SplittableRandom random) {
        SortedMap<String, Double> scope3 = new TreeMap<>();
        scope3.put("C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES", random.nextDouble(1e5));
        scope3.put("C6_BUSINESS_TRAVEL", random.nextDouble(1e5));
        scope3.put("UNSPECIFIED", random.nextDouble(1e6));
        double purchased = random.nextDouble(1, 1e7);
        double own = random.nextDouble(1e5);
        double heat = random.nextDouble(1e4);
        return new Inventory(
                2021,
                random.nextDouble(1e5),
                heat + random.nextDouble(1e7),
                heat + random.nextDouble(1e7),
                scope3,
                new ElectricityUse(
                        purchased,
                        own,
                        purchased * random.nextDouble(0.9),
                        own * random.nextDouble(),
                        random.nextDouble(1, 2)),
                heat);
    }

    private static List<Region> regions(SplittableRandom random) {
        int count = random.nextInt(0, 5);
        double[] electricity = shares(count, random);
        double[] scope1 = shares(count, random);
        double[] scope3 = shares(count, random);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            regions.add(
                    new Region(
                            "region-" + i,
                            "zone-" + i % 2,
                            electricity[i],
                            scope1[i],
                            scope3[i],
                            random.nextDouble(0.1, 1),
                            random.nextDouble(0.1, 1),
                            Optional.of(new Assumption(random.nextDouble(-0.1, 0.05), ASSUMED)),
                            Optional.empty(),
                            ASSUMED));
        }
        return regions;
    }

    private static double[] shares(int count, SplittableRandom random) {
        double[] shares = random.doubles(count, 0.1, 1).toArray();
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static List<ActivityGrowth> activities(List<Region> regions, SplittableRandom random) {
        List<ActivityGrowth> activities = new ArrayList<>();
        activities.add(
                new ActivityGrowth(
                        3, Optional.of("C6_BUSINESS_TRAVEL"), Optional.empty(), driver(random)));
        activities.add(new ActivityGrowth(1, Optional.empty(), Optional.empty(), driver(random)));
        for (Region region : regions) {
            activities.add(
                    new ActivityGrowth(
                            random.nextInt(1, 4),
                            Optional.empty(),
                            Optional.of(region.id()),
                            driver(random)));
        }
        return activities;
    }

    private static Driver driver(SplittableRandom random) {
        return new Driver(
                random.nextDouble(-0.1, 0.2),
                random.nextDouble(-0.05, 0.05),
                random.nextDouble(),
                ASSUMED);
    }

    private static List<Target> targets(int year, SplittableRandom random) {
        return List.of(
                new Target(
                        "net",
                        TargetMetric.NET_EMISSIONS,
                        new TargetLevel.Tonnes(random.nextDouble(1e5)),
                        year,
                        ASSUMED),
                new Target(
                        "gross",
                        TargetMetric.GROSS_EMISSIONS,
                        new TargetLevel.ChangeFromBase(random.nextDouble(-1, 1)),
                        year,
                        ASSUMED),
                new Target(
                        "share",
                        TargetMetric.RENEWABLE_SHARE,
                        new TargetLevel.Share(random.nextDouble()),
                        year,
                        ASSUMED));
    }

    private static Lever lever(int i, List<Region> regions, SplittableRandom random) {
        LeverNode node = anyOf(List.of(LeverNode.values()), random);
        LeverEffect effect = effect(node, random);
        return new Lever(
                "lever-" + i,
                "Lever " + i,
                node,
                effect,
                new Deployment(
                        2022 + random.nextInt(5),
                        1 - random.nextDouble(),
                        random.nextInt(3),
                        OptionalInt.of(random.nextInt(1, 8)),
                        random.nextBoolean(),
                        Collections.emptySortedMap()),
                Optional.of(new Cost(random.nextDouble(1e6), random.nextDouble(-1e5, 1e5), "CNY")),
                Optional.empty(),
                place(effect, regions, random),
                ASSUMED);
    }

    private static Place place(LeverEffect effect, List<Region> regions, SplittableRandom random) {
        boolean zoned = effect instanceof LeverEffect.Certificates;
        if (regions.isEmpty() || (!zoned && random.nextBoolean())) {
            return Place.EVERYWHERE;
        }
        Region region = regions.get(random.nextInt(regions.size()));
        return zoned || random.nextBoolean()
                ? new Place.InMarketZone(region.marketZone())
                : new Place.InRegion(region.id());
    }

    private static LeverEffect effect(LeverNode node, SplittableRandom random) {
        double share = random.nextDouble();
        return switch (node) {
            case DEMAND ->
                    new LeverEffect.Reduction(
                            new Reach.Electricity(
                                    anyOf(List.of(Reach.Electricity.Part.values()), random)),
                            share);
            case EFFICIENCY -> new LeverEffect.PueTarget(1 + share);
            case ELECTRIFICATION -> new LeverEffect.Electrification(share, random.nextDouble(5));
            case FUEL_AND_REFRIGERANT ->
                    new LeverEffect.Reduction(
                            random.nextBoolean() ? new Reach.Scope1() : new Reach.Heat(), share);
            case SUPPLIER_FACTOR ->
                    new LeverEffect.Reduction(
                            new Reach.Scope3Category("C6_BUSINESS_TRAVEL"), share);
            case OWN_RENEWABLES -> new LeverEffect.OwnGeneration(share);
            case GREEN_POWER ->
                    random.nextBoolean()
                            ? new LeverEffect.RenewableShareTarget(share)
                            : new LeverEffect.Certificates(share * 1e6);
            case RESIDUAL -> new LeverEffect.Reduction(new Reach.Scope3(), share);
        };
    }

    private static <T> T anyOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
