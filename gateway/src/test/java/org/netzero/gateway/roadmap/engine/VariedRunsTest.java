package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A varied run against the scenario written anew with the varied inputs.
class VariedRunsTest {

    private static final int LONGEST_DELAY = 5;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aVariedRunIsTheScenarioOfTheseInputsToTheBit(long seed) {
        // Given
        GeneratedRoadmap generated = generated(seed);
        Variation variation = variation(generated.scenario(), seed);
        // When
        Run varied =
                VariedRuns.of(generated.scenario(), generated.base(), Actuals.NONE, LONGEST_DELAY)
                        .run(variation);
        // Then
        Written written = new Written(generated, variation);
        Run run = Roadmap.simulate(written.scenario(), written.base());
        for (int y = 1; y < run.grossTonnes().length; y++) {
            assertThat(varied.grossTonnes()[y]).isEqualTo(run.grossTonnes()[y]);
            assertThat(varied.scope1Tonnes()[y]).isEqualTo(run.scope1Tonnes()[y]);
            assertThat(varied.scope2LocationTonnes()[y]).isEqualTo(run.scope2LocationTonnes()[y]);
            assertThat(varied.scope2MarketTonnes()[y]).isEqualTo(run.scope2MarketTonnes()[y]);
            assertThat(varied.scope3Tonnes()[y]).isEqualTo(run.scope3Tonnes()[y]);
            assertThat(varied.electricityMwh()[y]).isEqualTo(run.electricityMwh()[y]);
            assertThat(varied.renewableShare()[y]).isEqualTo(run.renewableShare()[y]);
        }
        assertThat(varied.grossTonnes()[0]).isEqualTo(written.base().grossTonnes());
        assertThat(varied.baselineTonnes()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aYearWithAnInventoryIsWhatItSaysInEveryRun(long seed) {
        GeneratedRoadmap generated = generated(seed);
        Inventory base = generated.base();
        Inventory later =
                new Inventory(
                        2023,
                        1,
                        base.scope2LocationTonnes(),
                        base.scope2MarketTonnes(),
                        base.scope3TonnesByCategory(),
                        base.electricity(),
                        base.scope2HeatTonnes());
        Run run =
                VariedRuns.of(
                                generated.scenario(),
                                base,
                                new Actuals(Optional.empty(), List.of(later)),
                                LONGEST_DELAY)
                        .run(variation(generated.scenario(), seed));
        assertThat(run.scope1Tonnes()[2]).isEqualTo(1);
        assertThat(run.grossTonnes()[2]).isEqualTo(later.grossTonnes());
    }

    @Test
    void anInventoryOfAnotherYearIsRefused() {
        GeneratedRoadmap generated = generated(1);
        Scenario scenario = generated.scenario();
        Inventory base = generated.base();
        Inventory other =
                new Inventory(
                        2020,
                        base.scope1Tonnes(),
                        base.scope2LocationTonnes(),
                        base.scope2MarketTonnes(),
                        base.scope3TonnesByCategory(),
                        base.electricity(),
                        base.scope2HeatTonnes());
        assertThatThrownBy(() -> VariedRuns.of(scenario, other, Actuals.NONE, LONGEST_DELAY))
                .isInstanceOf(InventoryOfAnotherYear.class);
    }

    /// With levers that want shares and require each other, the later one the earlier.
    private static GeneratedRoadmap generated(long seed) {
        GeneratedRoadmap plain = GeneratedRoadmap.of(seed);
        SplittableRandom random = new SplittableRandom(seed + 1_000);
        Scenario scenario = plain.scenario();
        List<Lever> levers = new ArrayList<>();
        for (Lever lever : scenario.levers()) {
            List<String> required =
                    levers.isEmpty() || random.nextBoolean()
                            ? List.of()
                            : List.of(levers.get(random.nextInt(levers.size())).id());
            Deployment deployment = lever.deployment();
            TreeMap<Integer, Double> wanted = new TreeMap<>();
            if (random.nextBoolean()) {
                wanted.put(2023, random.nextDouble());
                wanted.put(2150, 1.0);
            }
            levers.add(
                    new Lever(
                            lever.id(),
                            lever.name(),
                            lever.node(),
                            lever.effect(),
                            new Deployment(
                                    deployment.startYear(),
                                    deployment.rampPerYear(),
                                    deployment.leadTimeYears(),
                                    deployment.lifeYears(),
                                    deployment.renewed(),
                                    wanted),
                            lever.cost(),
                            lever.exclusiveGroup(),
                            lever.place(),
                            required,
                            lever.evidence()));
        }
        return new GeneratedRoadmap(with(scenario, levers.reversed()), plain.base());
    }

    private static Scenario with(Scenario scenario, List<Lever> levers) {
        return new Scenario(
                scenario.id(),
                scenario.name(),
                scenario.baseYear(),
                scenario.targetYear(),
                scenario.electricity(),
                scenario.otherActivity(),
                scenario.activities(),
                scenario.regions(),
                levers,
                scenario.targets(),
                scenario.offsets());
    }

    private static Variation variation(Scenario scenario, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int levers = scenario.levers().size();
        double[] deliveries = new double[levers];
        int[] delays = new int[levers];
        for (int i = 0; i < levers; i++) {
            deliveries[i] = random.nextBoolean() ? 1 : random.nextDouble();
            delays[i] = random.nextInt(LONGEST_DELAY + 1);
        }
        return new Variation(
                random.nextDouble(-1.2, 1.2),
                random.nextDouble(-0.2, 0.2),
                0.5,
                random.doubles(Math.max(1, scenario.regions().size()), -0.6, 0.6).toArray(),
                random.nextDouble(0.5, 2),
                random.nextDouble(0.5, 2),
                random.nextDouble(0.5, 2),
                deliveries,
                delays);
    }

    /// The same inputs as a scenario and an inventory of their own.
    private record Written(GeneratedRoadmap generated, Variation variation) {

        Inventory base() {
            Inventory base = generated.base();
            TreeMap<String, Double> scope3 = new TreeMap<>(base.scope3TonnesByCategory());
            scope3.replaceAll((_, tonnes) -> tonnes * variation.scope3Factor());
            return new Inventory(
                    base.year(),
                    base.scope1Tonnes() * variation.scope1Factor(),
                    base.scope2LocationTonnes() * variation.scope2Factor(),
                    base.scope2MarketTonnes() * variation.scope2Factor(),
                    scope3,
                    base.electricity(),
                    base.scope2HeatTonnes() * variation.scope2Factor());
        }

        Scenario scenario() {
            Scenario scenario = generated.scenario();
            ElectricityAssumptions electricity = scenario.electricity();
            GridFactorPaths grid = electricity.gridFactors();
            double shock = variation.gridChanges()[0];
            List<Lever> levers = new ArrayList<>();
            for (int i = 0; i < scenario.levers().size(); i++) {
                levers.add(lever(i));
            }
            return new Scenario(
                    scenario.id(),
                    scenario.name(),
                    scenario.baseYear(),
                    scenario.targetYear(),
                    new ElectricityAssumptions(
                            driver(electricity.driver(), variation.electricityGrowth()),
                            electricity.dataCenterShare(),
                            electricity.itLoad(),
                            new GridFactorPaths(
                                    change(grid.locationChangePerYear(), shock),
                                    change(grid.residualChangePerYear(), shock),
                                    new Assumption(
                                            Math.min(
                                                    2,
                                                    grid.contractTonnesPerMwh().value()
                                                            * variation.scope2Factor()),
                                            ASSUMED))),
                    driver(scenario.otherActivity(), variation.otherGrowth()),
                    scenario.activities().stream().map(this::activity).toList(),
                    regions(grid),
                    levers,
                    List.of(),
                    scenario.offsets());
        }

        private ActivityGrowth activity(ActivityGrowth activity) {
            return new ActivityGrowth(
                    activity.scope(),
                    activity.category(),
                    activity.region(),
                    driver(
                            activity.driver(),
                            activity.scope() == 2
                                    ? variation.electricityGrowth()
                                    : variation.otherGrowth()));
        }

        private List<Region> regions(GridFactorPaths grid) {
            List<Region> regions = new ArrayList<>();
            for (int i = 0; i < generated.scenario().regions().size(); i++) {
                Region region = generated.scenario().regions().get(i);
                double shock = variation.gridChanges()[i];
                regions.add(
                        new Region(
                                region.id(),
                                region.marketZone(),
                                region.shareOfElectricity(),
                                region.shareOfScope1(),
                                region.shareOfScope3(),
                                region.relativeGridFactor(),
                                region.relativeResidualFactor(),
                                Optional.of(
                                        change(
                                                region.locationChangePerYear()
                                                        .orElse(grid.locationChangePerYear()),
                                                shock)),
                                Optional.of(
                                        change(
                                                region.residualChangePerYear()
                                                        .orElse(grid.residualChangePerYear()),
                                                shock)),
                                ASSUMED));
            }
            return regions;
        }

        private Lever lever(int i) {
            Lever lever = generated.scenario().levers().get(i);
            Deployment deployment = lever.deployment();
            int delay = variation.delays()[i];
            TreeMap<Integer, Double> wanted = new TreeMap<>();
            deployment
                    .wanted()
                    .forEach((year, share) -> wanted.put(Math.min(2150, year + delay), share));
            return new Lever(
                    lever.id(),
                    lever.name(),
                    lever.node(),
                    effect(lever.effect(), variation.deliveries()[i]),
                    new Deployment(
                            deployment.startYear() + delay,
                            deployment.rampPerYear(),
                            deployment.leadTimeYears(),
                            deployment.lifeYears(),
                            deployment.renewed(),
                            wanted),
                    lever.cost(),
                    lever.exclusiveGroup(),
                    lever.place(),
                    lever.requires(),
                    ASSUMED);
        }

        private LeverEffect effect(LeverEffect effect, double share) {
            ElectricityUse electricity = generated.base().electricity();
            return share == 1
                    ? effect
                    : switch (effect) {
                        case LeverEffect.Reduction(var reach, double depth) ->
                                new LeverEffect.Reduction(reach, depth * share);
                        case LeverEffect.PueTarget(double pue) ->
                                new LeverEffect.PueTarget(
                                        electricity.pue() + (pue - electricity.pue()) * share);
                        case LeverEffect.Electrification(double depth, double added) ->
                                new LeverEffect.Electrification(depth * share, added);
                        case LeverEffect.OwnGeneration(double of) ->
                                new LeverEffect.OwnGeneration(of * share);
                        case LeverEffect.RenewableShareTarget(double target) ->
                                new LeverEffect.RenewableShareTarget(
                                        electricity.renewableShare()
                                                + (target - electricity.renewableShare()) * share);
                        case LeverEffect.Certificates(double mwh) ->
                                new LeverEffect.Certificates(mwh * share);
                    };
        }

        private static Driver driver(Driver driver, double shift) {
            return new Driver(
                    Math.clamp(driver.initialGrowthPerYear() + shift, -1.0, 1.0),
                    Math.clamp(driver.longTermGrowthPerYear() + 0.5 * shift, -1.0, 1.0),
                    driver.damping(),
                    ASSUMED);
        }

        private static Assumption change(Assumption changePerYear, double shock) {
            return new Assumption(Math.clamp(changePerYear.value() + shock, -0.5, 0.5), ASSUMED);
        }
    }
}
