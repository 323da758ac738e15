package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.onlyScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AbatementCostsTest {

    private static final Deployment AT_ONCE = new Deployment(2022, 1, 0, OptionalInt.empty());

    /// 9 years of 100 t; 1,000 once and 50 a year: 1,450 over 900 t without discounting.
    @Test
    void theCostPerTonneIsThatOfTheRealisedTonnes() {
        AbatementCosts costs = costs(0, lever("one", 0.1, AT_ONCE, new Cost(1_000, 50, "CNY")));
        AbatementCosts.Ranked ranked = costs.curve().getFirst();
        assertThat(ranked.presentCost()).isCloseTo(1_450, within(1e-9));
        assertThat(ranked.tonnes()).isCloseTo(900, within(1e-9));
        assertThat(ranked.equation()).isEqualTo("1,450 CNY / 900 t = 1.611 CNY/t");
    }

    @Test
    void laterYearsAreDiscountedToTheBaseYear() {
        AbatementCosts costs =
                costs(
                        0.25,
                        lever(
                                "one",
                                0.1,
                                new Deployment(2024, 1, 0, OptionalInt.empty()),
                                new Cost(1_000, 0, "CNY")));
        assertThat(costs.curve().getFirst().presentCost())
                .isCloseTo(1_000 / Math.pow(1.25, 3), within(1e-9));
        assertThat(costs.curve().getFirst().present().equation())
                .isEqualTo("capital (1,000/1.25^3) + operation (0) - left 0/1.25^9 = 512");
    }

    /// At 8 %, twelve instalments of 1,000 from 2022 on; nine of them are within the years.
    @Test
    void capitalCostsTheInstalmentsOfTheYearsThatAreProjected() {
        AbatementCosts costs =
                costs(
                        0.08,
                        lever(
                                "one",
                                0.1,
                                new Deployment(2022, 1, 0, OptionalInt.of(12)),
                                new Cost(1_000, 0, "CNY")));
        double all = 0;
        double projected = 0;
        for (int year = 0; year < 12; year++) {
            all += Math.pow(1.08, -year);
            projected += year < 9 ? Math.pow(1.08, -year) : 0;
        }
        assertThat(costs.curve().getFirst().presentCost())
                .isCloseTo(1_000 / 1.08 * projected / all, within(1e-9));
        assertThat(costs.curve().getFirst().present().equation())
                .startsWith("capital (1,000/1.08^1) + operation (0) - left 3");
    }

    @Test
    void theCheapestRealisedTonneComesFirst() {
        AbatementCosts costs =
                costs(
                        0,
                        lever("dear", 0.1, AT_ONCE, new Cost(9_000, 0, "CNY")),
                        lever("cheap", 0.1, AT_ONCE, new Cost(900, 0, "CNY")));
        assertThat(costs.curve())
                .extracting(AbatementCosts.Ranked::leverId)
                .containsExactly("cheap", "dear");
    }

    /// Per tonne the greater saving of the deeper cut would look the smaller one.
    @Test
    void whatSavesMoneyIsShownByItsNetPresentValueAndNotRanked() {
        AbatementCosts costs =
                costs(
                        0,
                        lever("small", 0.01, AT_ONCE, new Cost(100, -100, "CNY")),
                        lever("great", 0.5, AT_ONCE, new Cost(100, -200, "CNY")));
        assertThat(costs.curve()).isEmpty();
        assertThat(costs.savings())
                .extracting(AbatementCosts.Saving::leverId)
                .containsExactly("great", "small");
        assertThat(costs.savings().getFirst().netPresentValue()).isCloseTo(1_700, within(1e-9));
    }

    @Test
    void aLeverWithoutCostOrCutHasItsReason() {
        Lever free = RoadmapFixtures.cutOfScope3("unknown", LeverNode.SUPPLIER_FACTOR, 0.1);
        AbatementCosts costs = costs(0, free, lever("idle", 0, AT_ONCE, new Cost(10, 0, "CNY")));
        assertThat(costs.curve()).isEmpty();
        assertThat(costs.notRanked())
                .containsExactly(
                        new AbatementCosts.NotRanked(
                                "idle", "It realises no cut: 0 t at a present cost of 10 CNY."),
                        new AbatementCosts.NotRanked("unknown", "Its cost is not stated."));
    }

    /// Built in 2022, 2026 and 2030; of the last one three of four years lie after 2030.
    @Test
    void aRenewalIsPaidAgainAndItsUnusedLifeIsNot() {
        Deployment renewed = new Deployment(2022, 1, 0, OptionalInt.of(4), true, new TreeMap<>());
        assertThat(
                        costs(0, lever("one", 0.1, renewed, new Cost(1_000, 0, "CNY")))
                                .curve()
                                .getFirst()
                                .presentCost())
                .isCloseTo(2_250, within(1e-9));
    }

    @Test
    void theNumbersOfTwoCurrenciesAreNotCompared() {
        AbatementCosts costs =
                costs(
                        0,
                        lever("yuan", 0.1, AT_ONCE, new Cost(900, 0, "CNY")),
                        lever("dollar", 0.1, AT_ONCE, new Cost(90, 0, "USD")));
        assertThat(costs.curve())
                .extracting(AbatementCosts.Ranked::leverId)
                .containsExactly("yuan", "dollar");
    }

    /// 100 · 8^log2(0.8) = 51.2.
    @Test
    void threeDoublingsOfTwentyPercentLeaveAboutHalf() {
        Learning learning = new Learning(0.2, 0, ASSUMED);
        assertThat(learning.costAt(100, 8)).isCloseTo(51.2, within(1e-9));
    }

    @Test
    void capitalFallsWithExperience() {
        Cost learning = new Cost(1_000, 0, "CNY", Optional.of(new Learning(0.2, 1, ASSUMED)));
        Deployment third = new Deployment(2024, 1, 0, OptionalInt.empty());
        assertThat(costs(0, lever("one", 0.1, third, learning)).curve().getFirst().presentCost())
                .isCloseTo(512, within(1e-9));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// CNY and ten thousand CNY.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theUnitOfMoneyChangesNoRank(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 8);
        Projection projection = generated.project();
        AbatementCosts yuan = AbatementCosts.of(generated.scenario(), projection, 0.08);
        AbatementCosts tenThousands =
                AbatementCosts.of(
                        generated
                                .scenario()
                                .withLevers(
                                        generated.scenario().levers().stream()
                                                .map(AbatementCostsTest::inTenThousands)
                                                .toList()),
                        projection,
                        0.08);
        assertThat(tenThousands.curve())
                .extracting(AbatementCosts.Ranked::leverId)
                .isEqualTo(yuan.curve().stream().map(AbatementCosts.Ranked::leverId).toList());
        for (int i = 0; i < yuan.curve().size(); i++) {
            double expected = yuan.curve().get(i).costPerTonne();
            assertThat(tenThousands.curve().get(i).costPerTonne() * 10_000)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(tenThousands.notRanked()).hasSameSizeAs(yuan.notRanked());
    }

    private static Lever inTenThousands(Lever lever) {
        Cost cost = lever.cost().orElseThrow();
        return lever(
                lever,
                new Cost(
                        cost.capital() / 10_000,
                        cost.operatingPerYear() / 10_000,
                        cost.currency()));
    }

    @Test
    void refusesADiscountRateThatIsNoShare() {
        assertThatThrownBy(() -> costs(-0.1))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("discountRate is -0.1 and must be 0 to 1");
    }

    @Test
    void refusesALearningRateThatLeavesNothing() {
        assertThatThrownBy(() -> new Learning(1, 0, ASSUMED))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("learningRate is 1");
    }

    private static AbatementCosts costs(double discountRate, Lever... levers) {
        Scenario scenario = withoutGrowth(levers);
        return AbatementCosts.of(
                scenario, Roadmap.project(scenario, onlyScope3(1_000), Actuals.NONE), discountRate);
    }

    private static Lever lever(String id, double depth, Deployment deployment, Cost cost) {
        return lever(
                RoadmapFixtures.lever(
                        id,
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), depth),
                        deployment),
                cost);
    }

    private static Lever lever(Lever lever, Cost cost) {
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                lever.effect(),
                lever.deployment(),
                Optional.of(cost),
                lever.exclusiveGroup(),
                lever.place(),
                lever.evidence());
    }
}
