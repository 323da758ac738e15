package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds for every scenario; the failing seed is the parameter of the failing test.
class ProjectionPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wedgesSumToBaselineLessGross(long seed) {
        for (ProjectionYear year : generated(seed).project().years()) {
            double wedges = year.wedges().stream().mapToDouble(Wedge::tonnes).sum();
            assertThat(year.baselineTonnes() - wedges)
                    .isCloseTo(year.grossTonnes(), within(1e-9 * (1 + year.baselineTonnes())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameInputGivesTheSameOutput(long seed) {
        assertThat(generated(seed).project()).isEqualTo(generated(seed).project());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void creditsNeverChangeGrossEmissionsOrTheRenewableShare(long seed) {
        Generated permitted = generated(seed);
        List<ProjectionYear> with = permitted.project().years();
        List<ProjectionYear> without =
                permitted
                        .with(new OffsetPolicy(false, OptionalDouble.empty(), ASSUMED))
                        .project()
                        .years();
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).grossTonnes()).isEqualTo(without.get(i).grossTonnes());
            assertThat(with.get(i).renewableShare()).isEqualTo(without.get(i).renewableShare());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void creditsAreUsedOnlyUnderAnAllowedClaimAndNeverBelowZero(long seed) {
        for (ProjectionYear year : generated(seed).project().years()) {
            assertThat(year.creditsTonnes()).isNotNegative();
            assertThat(year.netTonnes()).isEqualTo(year.grossTonnes() - year.creditsTonnes());
            if (year.claim().status() != Claim.Status.ALLOWED) {
                assertThat(year.creditsTonnes()).isZero();
                assertThat(year.claim().reasons()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void figuresStayInsideTheirPhysicalRange(long seed) {
        for (ProjectionYear year : generated(seed).project().years()) {
            assertThat(year.renewableShare()).isBetween(0.0, 1 + 1e-12);
            assertThat(year.pue()).isBetween(1.0, 2.0);
            assertThat(year.scope1Tonnes()).isNotNegative();
            assertThat(year.scope2LocationTonnes()).isNotNegative();
            assertThat(year.scope2MarketTonnes()).isNotNegative();
            assertThat(year.scope3TonnesByCategory().values()).allMatch(tonnes -> tonnes >= 0);
            assertThat(year.scope1Tonnes() + year.scope2MarketTonnes() + year.scope3Tonnes())
                    .isEqualTo(year.grossTonnes());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTheMeasuredFacilitiesDoesNotMatter(long seed) {
        Generated generated = generated(seed);
        Measurements measurements = generated.actuals().measurements().orElseThrow();
        Actuals reversed =
                Actuals.measured(
                        new Measurements(
                                measurements.year(), measurements.facilities().reversed()));
        assertThat(Roadmap.project(generated.scenario(), generated.base(), reversed))
                .isEqualTo(generated.project());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneMoreHourOfTheSameLoadMovesTheMeasuredYearTowardsTheLoad(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double loadMw = random.nextDouble(1, 50);
        int hours = random.nextInt(1, 8_760);
        FacilityStanding.Counted before = measuredAt(loadMw, hours);
        FacilityStanding.Counted after = measuredAt(loadMw, hours + 1);
        double direction = Math.signum(loadMw * 8_760 - before.expectedMwh());
        assertThat(direction * (after.rebasedMwh() - before.rebasedMwh())).isPositive();
        assertThat(after.weight()).isGreaterThan(before.weight()).isLessThanOrEqualTo(1);
    }

    private static FacilityStanding.Counted measuredAt(double loadMw, int hours) {
        Projection projection =
                Roadmap.project(
                        ShippedScenarios.committed(),
                        RoadmapFixtures.published2021(),
                        RoadmapFixtures.measuredIn2026(
                                facility("dc", 20_000, loadMw * hours, hours)));
        return (FacilityStanding.Counted)
                projection.rebasing().orElseThrow().facilities().getFirst();
    }

    private record Generated(Scenario scenario, Inventory base, Actuals actuals) {

        Projection project() {
            return Roadmap.project(scenario, base, actuals);
        }

        Generated with(OffsetPolicy offsets) {
            return new Generated(
                    new Scenario(
                            scenario.id(),
                            scenario.name(),
                            scenario.baseYear(),
                            scenario.targetYear(),
                            scenario.electricity(),
                            scenario.otherActivity(),
                            scenario.levers(),
                            scenario.targets(),
                            offsets),
                    base,
                    actuals);
        }
    }

    private static Generated generated(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int targetYear = 2021 + random.nextInt(1, 16);
        Scenario scenario =
                new Scenario(
                        "seed-" + seed,
                        "Generated",
                        2021,
                        targetYear,
                        new ElectricityAssumptions(
                                driver(random),
                                new Assumption(random.nextDouble(), ASSUMED),
                                new Assumption(random.nextDouble(0.1, 1), ASSUMED),
                                new GridFactorPaths(
                                        new Assumption(random.nextDouble(-0.1, 0.1), ASSUMED),
                                        new Assumption(random.nextDouble(-0.1, 0.1), ASSUMED),
                                        new Assumption(0, ASSUMED))),
                        driver(random),
                        levers(random),
                        targets(random, targetYear),
                        CREDITS_PERMITTED);
        return new Generated(scenario, inventory(random), measured(random));
    }

    private static Driver driver(SplittableRandom random) {
        return new Driver(
                random.nextDouble(-0.1, 0.2),
                random.nextDouble(-0.05, 0.05),
                random.nextDouble(),
                ASSUMED);
    }

    private static Inventory inventory(SplittableRandom random) {
        double purchased = random.nextDouble(1, 1e7);
        return new Inventory(
                2021,
                random.nextDouble(1e5),
                random.nextDouble(1e7),
                random.nextDouble(1e7),
                new TreeMap<>(
                        Map.of(
                                "UNSPECIFIED",
                                random.nextDouble(1e6),
                                "C6_BUSINESS_TRAVEL",
                                random.nextDouble(1e5))),
                new ElectricityUse(
                        purchased,
                        random.nextDouble(1e5),
                        purchased * random.nextDouble(0.9),
                        random.nextDouble(1, 2)));
    }

    private static Actuals measured(SplittableRandom random) {
        List<MeasuredFacility> facilities = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 6); i++) {
            facilities.add(
                    facility(
                            "dc-" + i,
                            random.nextDouble(1, 1e5),
                            random.nextDouble(1e5),
                            random.nextDouble(8_760)));
        }
        return Actuals.measured(new Measurements(2021 + random.nextInt(0, 17), facilities));
    }

    private static List<Target> targets(SplittableRandom random, int targetYear) {
        return List.of(
                new Target(
                        "net",
                        TargetMetric.NET_EMISSIONS,
                        new TargetLevel.Tonnes(0),
                        targetYear,
                        ASSUMED),
                new Target(
                        "gross",
                        TargetMetric.GROSS_EMISSIONS,
                        new TargetLevel.ChangeFromBase(random.nextDouble(-1, 1)),
                        targetYear,
                        ASSUMED),
                new Target(
                        "share",
                        TargetMetric.RENEWABLE_SHARE,
                        new TargetLevel.Share(random.nextDouble()),
                        targetYear,
                        ASSUMED));
    }

    private static List<Lever> levers(SplittableRandom random) {
        List<Lever> levers = new ArrayList<>();
        for (int i = 0; i < random.nextInt(0, 8); i++) {
            LeverNode node = anyOf(List.of(LeverNode.values()), random);
            levers.add(
                    new Lever(
                            "lever-" + i,
                            "Lever " + i,
                            node,
                            effect(node, random),
                            new Deployment(
                                    2022 + random.nextInt(5),
                                    1 - random.nextDouble(),
                                    random.nextInt(3),
                                    random.nextBoolean()
                                            ? OptionalInt.empty()
                                            : OptionalInt.of(random.nextInt(1, 8))),
                            Optional.empty(),
                            Optional.empty(),
                            ASSUMED));
        }
        return levers;
    }

    private static LeverEffect effect(LeverNode node, SplittableRandom random) {
        double share = random.nextDouble();
        return switch (node) {
            case DEMAND -> new LeverEffect.Reduction(electricity(random), share);
            case EFFICIENCY -> new LeverEffect.PueTarget(1 + share);
            case ELECTRIFICATION -> new LeverEffect.Electrification(share, random.nextDouble(5));
            case FUEL_AND_REFRIGERANT -> new LeverEffect.Reduction(new Reach.Scope1(), share);
            case SUPPLIER_FACTOR ->
                    new LeverEffect.Reduction(
                            new Reach.Scope3Category("C6_BUSINESS_TRAVEL"), share);
            case OWN_RENEWABLES -> new LeverEffect.OwnGeneration(share);
            case GREEN_POWER -> new LeverEffect.RenewableShareTarget(share);
            case RESIDUAL -> new LeverEffect.Reduction(new Reach.Scope3(), share);
        };
    }

    private static Reach electricity(SplittableRandom random) {
        return new Reach.Electricity(anyOf(List.of(Reach.Electricity.Part.values()), random));
    }

    private static <T> T anyOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
