package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The published data set of 2021 and a small language for scenarios in tests.
final class RoadmapFixtures {

    static final Evidence ASSUMED = Evidence.estimated("assumed for the test");
    static final OffsetPolicy CREDITS_PERMITTED =
            new OffsetPolicy(true, OptionalDouble.empty(), ASSUMED);

    private RoadmapFixtures() {}

    static Inventory published2021() {
        return inventory(
                2021,
                15_282.54,
                2_399_228.928,
                2_522_949.432,
                2_743_000,
                4_308_960,
                2_334,
                63_000,
                1.32);
    }

    static Inventory inventory(
            int year,
            double scope1,
            double scope2Location,
            double scope2Market,
            double scope3,
            double purchasedMwh,
            double ownMwh,
            double matchedMwh,
            double pue) {
        return new Inventory(
                year,
                scope1,
                scope2Location,
                scope2Market,
                new TreeMap<>(Map.of("UNSPECIFIED", scope3)),
                new ElectricityUse(purchasedMwh, ownMwh, matchedMwh, pue));
    }

    /// Nothing but scope 3.
    static Inventory onlyScope3(double tonnes) {
        return inventory(2021, 0, 0, 0, tonnes, 0, 0, 0, 1);
    }

    static Driver noGrowth() {
        return new Driver(0, 0, 0.5, ASSUMED);
    }

    static ElectricityAssumptions electricity(Driver driver) {
        return new ElectricityAssumptions(
                driver,
                new Assumption(0.9, ASSUMED),
                new Assumption(0.6, ASSUMED),
                new GridFactorPaths(
                        new Assumption(0, ASSUMED),
                        new Assumption(0, ASSUMED),
                        new Assumption(0, ASSUMED)));
    }

    static Scenario withoutGrowth(List<Lever> levers, List<Target> targets, OffsetPolicy offsets) {
        return new Scenario(
                "test",
                "Test",
                2021,
                2030,
                electricity(noGrowth()),
                noGrowth(),
                levers,
                targets,
                offsets);
    }

    static Scenario withoutGrowth(Lever... levers) {
        return withoutGrowth(List.of(levers), List.of(), CREDITS_PERMITTED);
    }

    static Lever lever(String id, LeverNode node, LeverEffect effect) {
        return lever(id, node, effect, Deployment.evenly(2021, 2030));
    }

    static Lever lever(String id, LeverNode node, LeverEffect effect, Deployment deployment) {
        return new Lever(
                id,
                "Lever " + id,
                node,
                effect,
                deployment,
                Optional.empty(),
                Optional.empty(),
                ASSUMED);
    }

    static Lever cutOfScope3(String id, LeverNode node, double depth) {
        return lever(id, node, new LeverEffect.Reduction(new Reach.Scope3(), depth));
    }

    static Target target(String id, TargetMetric metric, TargetLevel level) {
        return new Target(id, metric, level, 2030, ASSUMED);
    }

    static MeasuredFacility facility(
            String id, double capacityKw, double facilityMwh, double hours) {
        return new MeasuredFacility(
                id,
                OptionalDouble.of(capacityKw),
                facilityMwh,
                OptionalDouble.empty(),
                hours,
                List.of());
    }

    static Actuals measuredIn2026(MeasuredFacility... facilities) {
        return Actuals.measured(new Measurements(2026, List.of(facilities)));
    }

    static ProjectionYear in(int year, Projection projection) {
        return projection.year(year).orElseThrow();
    }
}
