package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds for every company of [GeneratedRoadmap]; the failing seed is the parameter of the failing
/// test.
class EnginePropertiesTest {

    private static final double RELATIVE = 1e-9;

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wedgesSumToTheCutExactOrSampled(long seed) {
        for (GeneratedRoadmap generated :
                List.of(
                        GeneratedRoadmap.of(seed),
                        GeneratedRoadmap.of(seed, 16),
                        GeneratedRoadmap.of(seed, 40))) {
            for (ProjectionYear year : generated.project().years()) {
                double wedges = year.wedges().stream().mapToDouble(Wedge::tonnes).sum();
                double scale = year.baselineTonnes();
                assertThat(wedges)
                        .isCloseTo(
                                year.baselineTonnes() - year.grossTonnes() + year.deviationTonnes(),
                                within(RELATIVE * scale));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutLeversTheProjectionIsTheBaseline(long seed) {
        Run run = GeneratedRoadmap.of(seed).withLevers(List.of()).run();
        assertThat(run.grossTonnes()).isEqualTo(run.baselineTonnes());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreDepthNeverRaisesGrossEmissions(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 6);
        for (int i = 0; i < 6; i++) {
            if (GeneratedRoadmap.onlyCuts(generated.scenario().levers().get(i))) {
                assertNotAbove(
                        generated
                                .replacing(
                                        i,
                                        lever ->
                                                GeneratedRoadmap.with(
                                                        lever,
                                                        deeper(lever.effect()),
                                                        lever.deployment()))
                                .run()
                                .grossTonnes(),
                        generated.run().grossTonnes());
            }
        }
    }

    private static LeverEffect deeper(LeverEffect effect) {
        return switch (effect) {
            case LeverEffect.Reduction(Reach reach, double depth) ->
                    new LeverEffect.Reduction(reach, (1 + depth) / 2);
            case LeverEffect.PueTarget(double pue) -> new LeverEffect.PueTarget((1 + pue) / 2);
            case LeverEffect.Electrification electrification -> electrification;
            case LeverEffect.OwnGeneration(double share) ->
                    new LeverEffect.OwnGeneration((1 + share) / 2);
            case LeverEffect.RenewableShareTarget(double share) ->
                    new LeverEffect.RenewableShareTarget((1 + share) / 2);
            case LeverEffect.Certificates(double mwh) -> new LeverEffect.Certificates(mwh * 1.5);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFasterRampNeverRaisesGrossEmissions(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 6);
        for (int i = 0; i < 6; i++) {
            if (GeneratedRoadmap.onlyCuts(generated.scenario().levers().get(i))) {
                assertNotAbove(
                        generated
                                .replacing(
                                        i,
                                        lever ->
                                                GeneratedRoadmap.with(
                                                        lever,
                                                        lever.effect(),
                                                        faster(lever.deployment())))
                                .run()
                                .grossTonnes(),
                        generated.run().grossTonnes());
            }
        }
    }

    private static Deployment faster(Deployment deployment) {
        return new Deployment(
                deployment.startYear(),
                Math.min(1, deployment.rampPerYear() * 1.5),
                deployment.leadTimeYears(),
                deployment.lifeYears(),
                deployment.renewed(),
                deployment.wanted());
    }

    private static void assertNotAbove(double[] lower, double[] upper) {
        for (int year = 0; year < upper.length; year++) {
            assertThat(lower[year])
                    .isLessThanOrEqualTo(upper[year] + RELATIVE * (1 + Math.abs(upper[year])));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addingALeverNeverRaisesTheCreditsNeeded(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 6);
        List<ProjectionYear> with = generated.project().years();
        for (Lever lever : generated.scenario().levers()) {
            if (GeneratedRoadmap.onlyCuts(lever)) {
                assertCreditsNotBelow(without(generated, List.of(lever)), with);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void removingGreenPowerNeverLowersTheCreditsNeeded(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 6);
        List<Lever> green =
                generated.scenario().levers().stream()
                        .filter(lever -> lever.node() == LeverNode.GREEN_POWER)
                        .toList();
        assertCreditsNotBelow(without(generated, green), generated.project().years());
    }

    private static List<ProjectionYear> without(GeneratedRoadmap generated, List<Lever> removed) {
        List<Lever> levers = new ArrayList<>(generated.scenario().levers());
        levers.removeAll(removed);
        return generated.withLevers(levers).project().years();
    }

    private static void assertCreditsNotBelow(
            List<ProjectionYear> without, List<ProjectionYear> with) {
        for (int i = 0; i < with.size(); i++) {
            double needed = with.get(i).creditsNeededTonnes();
            assertThat(without.get(i).creditsNeededTonnes())
                    .isGreaterThanOrEqualTo(needed - RELATIVE * (1 + needed));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTheInputDoesNotMatter(long seed) {
        for (GeneratedRoadmap generated :
                List.of(GeneratedRoadmap.of(seed), GeneratedRoadmap.of(seed, 14))) {
            GeneratedRoadmap shuffled = generated.shuffled(seed);
            assertThat(shuffled.project()).isEqualTo(generated.project());
            assertThat(
                            Roadmap.explain(shuffled.scenario(), shuffled.base(), Actuals.NONE)
                                    .equations(2024))
                    .isEqualTo(
                            Roadmap.explain(generated.scenario(), generated.base(), Actuals.NONE)
                                    .equations(2024));
        }
    }

    /// Thousands of tonnes and gigawatt-hours make the same plan as tonnes and megawatt-hours.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tonnesInThousandsChangeNothing(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed);
        List<ProjectionYear> tonnes = generated.project().years();
        List<ProjectionYear> kilotonnes = inThousands(generated).project().years();
        for (int i = 0; i < tonnes.size(); i++) {
            ProjectionYear expected = tonnes.get(i);
            ProjectionYear scaled = kilotonnes.get(i);
            assertScaled(scaled.baselineTonnes(), expected.baselineTonnes());
            assertScaled(scaled.grossTonnes(), expected.grossTonnes());
            assertScaled(scaled.scope2LocationTonnes(), expected.scope2LocationTonnes());
            assertScaled(scaled.electricityMwh(), expected.electricityMwh());
            assertScaled(scaled.creditsNeededTonnes(), expected.creditsNeededTonnes());
            assertScaled(scaled.creditsTonnes(), expected.creditsTonnes());
            for (int lever = 0; lever < expected.wedges().size(); lever++) {
                assertThat(scaled.wedges().get(lever).tonnes() * 1_000)
                        .isCloseTo(
                                expected.wedges().get(lever).tonnes(),
                                within(1e-6 + RELATIVE * expected.baselineTonnes()));
            }
            assertThat(scaled.renewableShare())
                    .isCloseTo(expected.renewableShare(), within(RELATIVE));
            assertThat(scaled.claim().status()).isEqualTo(expected.claim().status());
        }
    }

    private static void assertScaled(double thousands, double amount) {
        assertThat(thousands * 1_000).isCloseTo(amount, within(1e-6 + RELATIVE * amount));
    }

    private static GeneratedRoadmap inThousands(GeneratedRoadmap generated) {
        Inventory base = generated.base();
        ElectricityUse use = base.electricity();
        Scenario scenario = generated.scenario();
        return new GeneratedRoadmap(
                new Scenario(
                        scenario.id(),
                        scenario.name(),
                        scenario.baseYear(),
                        scenario.targetYear(),
                        scenario.electricity(),
                        scenario.otherActivity(),
                        scenario.activities(),
                        scenario.regions(),
                        scenario.levers().stream()
                                .map(lever ->
                                        lever.effect()
                                                        instanceof
                                                        LeverEffect.Certificates(double mwh)
                                                ? GeneratedRoadmap.with(
                                                        lever,
                                                        new LeverEffect.Certificates(mwh / 1_000),
                                                        lever.deployment())
                                                : lever)
                                .toList(),
                        scenario.targets().stream()
                                .map(target ->
                                        target.level() instanceof TargetLevel.Tonnes(double tonnes)
                                                ? new Target(
                                                        target.id(),
                                                        target.metric(),
                                                        new TargetLevel.Tonnes(tonnes / 1_000),
                                                        target.year(),
                                                        target.evidence())
                                                : target)
                                .toList(),
                        scenario.offsets()),
                new Inventory(
                        base.year(),
                        base.scope1Tonnes() / 1_000,
                        base.scope2LocationTonnes() / 1_000,
                        base.scope2MarketTonnes() / 1_000,
                        thousandths(base.scope3TonnesByCategory()),
                        new ElectricityUse(
                                use.purchasedMwh() / 1_000,
                                use.ownGenerationUsedMwh() / 1_000,
                                use.matchedMwh() / 1_000,
                                use.ownAttributesSoldMwh() / 1_000,
                                use.pue()),
                        base.scope2HeatTonnes() / 1_000));
    }

    private static SortedMap<String, Double> thousandths(SortedMap<String, Double> tonnes) {
        return tonnes.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue() / 1_000,
                                (one, _) -> one,
                                TreeMap::new));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aYearDoesNotDependOnLaterOnes(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 5);
        Scenario scenario = generated.scenario();
        Lever late =
                RoadmapFixtures.lever(
                        "late",
                        LeverNode.RESIDUAL,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.9),
                        new Deployment(scenario.targetYear() + 1, 1, 0, OptionalInt.empty()));
        List<Lever> levers = new ArrayList<>(scenario.levers());
        levers.add(late);
        Run longer =
                Roadmap.simulate(
                        new Scenario(
                                scenario.id(),
                                scenario.name(),
                                scenario.baseYear(),
                                scenario.targetYear() + 7,
                                scenario.electricity(),
                                scenario.otherActivity(),
                                scenario.activities(),
                                scenario.regions(),
                                levers,
                                scenario.targets(),
                                scenario.offsets()),
                        generated.base());
        Run run = generated.run();
        for (int year = 0; year < run.grossTonnes().length; year++) {
            assertThat(longer.grossTonnes()[year]).isEqualTo(run.grossTonnes()[year]);
            assertThat(longer.electricityMwh()[year]).isEqualTo(run.electricityMwh()[year]);
            assertThat(longer.renewableShare()[year]).isEqualTo(run.renewableShare()[year]);
        }
    }

    /// A complete inventory or a measurement of a year moves that year, and none before it.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsKnownOfAYearMovesNoEarlierOne(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 4);
        List<ProjectionYear> unknown = generated.project().years();
        Inventory base = generated.base();
        Actuals known =
                new Actuals(
                        Optional.of(
                                new Measurements(
                                        2024,
                                        List.of(
                                                RoadmapFixtures.facility(
                                                        "dc", 1_000, 5_000, 2_000)))),
                        List.of(
                                new Inventory(
                                        2025,
                                        base.scope1Tonnes() * 2 + 1,
                                        base.scope2LocationTonnes(),
                                        base.scope2MarketTonnes(),
                                        base.scope3TonnesByCategory(),
                                        base.electricity(),
                                        base.scope2HeatTonnes())));
        List<ProjectionYear> years = Roadmap.project(generated.scenario(), base, known).years();
        for (int year = 0; year < 3; year++) {
            assertThat(years.get(year)).isEqualTo(unknown.get(year));
        }
        assertThat(years.get(4)).isNotEqualTo(unknown.get(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBareRunIsTheProjection(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed);
        Run run = generated.run();
        List<ProjectionYear> years = generated.project().years();
        for (int i = 1; i < years.size(); i++) {
            assertThat(run.grossTonnes()[i]).isEqualTo(years.get(i).grossTonnes());
            assertThat(run.baselineTonnes()[i]).isEqualTo(years.get(i).baselineTonnes());
            assertThat(run.scope2LocationTonnes()[i])
                    .isEqualTo(years.get(i).scope2LocationTonnes());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRegionsMakeTheCompany(long seed) {
        for (ProjectionYear year : GeneratedRoadmap.of(seed).project().years()) {
            if (!year.regions().isEmpty()) {
                double gross =
                        year.regions().stream()
                                .mapToDouble(region ->
                                        region.scope1Tonnes()
                                                + region.scope2MarketTonnes()
                                                + region.scope3Tonnes())
                                .sum();
                assertThat(gross).isCloseTo(year.grossTonnes(), within(RELATIVE * (1 + gross)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theModelOfTheBaseYearIsTheInventory(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed);
        Run run = generated.run();
        assertThat(run.grossTonnes()[0])
                .isCloseTo(
                        generated.base().grossTonnes(),
                        within(RELATIVE * generated.base().grossTonnes()));
        assertThat(run.scope2LocationTonnes()[0])
                .isCloseTo(
                        generated.base().scope2LocationTonnes(),
                        within(RELATIVE * generated.base().scope2LocationTonnes()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noCreditIsRetiredTwiceOrBeforeItsVintage(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed);
        Map<String, Double> retired = new TreeMap<>();
        for (ProjectionYear year : generated.project().years()) {
            double sum = 0;
            for (Retirement retirement : year.retirements()) {
                retired.merge(retirement.lotId(), retirement.tonnes(), Double::sum);
                sum += retirement.tonnes();
                assertThat(lot(generated, retirement).vintageYear())
                        .isLessThanOrEqualTo(year.year());
            }
            assertThat(sum).isCloseTo(year.creditsTonnes(), within(RELATIVE * (1 + sum)));
        }
        generated.scenario().offsets().register().orElseThrow().stream()
                .sorted(Comparator.comparing(CreditLot::id))
                .forEach(lot ->
                        assertThat(retired.getOrDefault(lot.id(), 0.0))
                                .isLessThanOrEqualTo(lot.tonnes() * (1 + RELATIVE)));
    }

    private static CreditLot lot(GeneratedRoadmap generated, Retirement retirement) {
        return generated.scenario().offsets().register().orElseThrow().stream()
                .filter(lot -> lot.id().equals(retirement.lotId()))
                .findFirst()
                .orElseThrow();
    }
}
