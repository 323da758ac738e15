package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.cutOfScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.lever;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.onlyScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final Lever[] THREE = {
        cutOfScope3("pue", LeverNode.DEMAND, 0.1),
        cutOfScope3("efficiency", LeverNode.EFFICIENCY, 0.2),
        cutOfScope3("renewables", LeverNode.SUPPLIER_FACTOR, 0.6)
    };

    /// Closed form: 1,000 · (1 − 0.9 · 0.8 · 0.4) = 712, by Shapley 64 / 134 / 514; the naive sum
    /// would be 900.
    @Test
    void cutsOfTenTwentyAndSixtyPercentMake712NotNineHundred() {
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(THREE), onlyScope3(1_000), Actuals.NONE));

        assertThat(year.baselineTonnes() - year.grossTonnes()).isCloseTo(712, within(1e-9));
        assertThat(year.wedges())
                .extracting(Wedge::leverId)
                .containsExactly("pue", "efficiency", "renewables");
        assertThat(tonnes(year).stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {64, 134, 514}, within(1e-9));
    }

    @Test
    void leversActInTheOrderOfTheirNodesHoweverTheyAreListed() {
        Projection listedBackwards =
                Roadmap.project(
                        withoutGrowth(THREE[2], THREE[1], THREE[0]),
                        onlyScope3(1_000),
                        Actuals.NONE);
        assertThat(in(2030, listedBackwards).wedges())
                .isEqualTo(
                        in(
                                        2030,
                                        Roadmap.project(
                                                withoutGrowth(THREE),
                                                onlyScope3(1_000),
                                                Actuals.NONE))
                                .wedges());
    }

    @Test
    void aLeverBeforeItsStartHasNoWedge() {
        Lever late =
                lever(
                        "late",
                        LeverNode.RESIDUAL,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.5),
                        Deployment.evenly(2028, 2030));
        Projection projection =
                Roadmap.project(withoutGrowth(THREE[0], late), onlyScope3(1_000), Actuals.NONE);
        assertThat(in(2028, projection).wedges().getLast())
                .isEqualTo(new Wedge("late", 0, 0, 0, OptionalDouble.empty()));
        assertThat(in(2029, projection).wedges().getLast().tonnes()).isPositive();
    }

    @Test
    void electrificationOnADirtyGridHasANegativeWedge() {
        Lever heatPumps =
                lever(
                        "heat-pumps",
                        LeverNode.ELECTRIFICATION,
                        new LeverEffect.Electrification(0.5, 4));
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(heatPumps), published2021(), Actuals.NONE));

        double avoided = 15_282.54 / 2;
        assertThat(year.scope1Tonnes()).isCloseTo(avoided, within(1e-6));
        assertThat(tonnes(year).getFirst())
                .isCloseTo(avoided * (1 - 4 * 0.5942), within(1e-5))
                .isNegative();
    }

    @Test
    void twelveLeversAreStillExact() {
        Lever[] twelve =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> cutOfScope3("l" + i, LeverNode.SUPPLIER_FACTOR, 0.05))
                        .toArray(Lever[]::new);
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(twelve), onlyScope3(1_000), Actuals.NONE));

        double each = 1_000 * (1 - Math.pow(0.95, 12)) / 12;
        assertThat(tonnes(year))
                .hasSize(12)
                .allSatisfy(tonnes -> assertThat(tonnes).isCloseTo(each, within(1e-9)));
    }

    /// What levers leave as a product is exact at any number of them.
    @Test
    void thirtyCutsOfScope3AreExact() {
        Lever[] thirty = cuts(30);
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(thirty), onlyScope3(1_000), Actuals.NONE));

        double cut = year.baselineTonnes() - year.grossTonnes();
        assertThat(tonnes(year).stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(cut, within(1e-9 * cut));
        double[] exact = exactSharesOfProducts(thirty, 1_000);
        for (int i = 0; i < exact.length; i++) {
            assertThat(year.wedges().get(i).standardErrorTonnes()).isEmpty();
            assertThat(tonnes(year).get(i)).isCloseTo(exact[i], within(1e-7));
        }
    }

    /// 2,000 t of electricity that levers leave as a product.
    @Test
    void thirtyCutsOfElectricityAreExact() {
        Lever[] thirty = savings(30);
        List<Wedge> wedges =
                in(2030, Roadmap.project(withoutGrowth(thirty), onlyScope2(2_000, 0), Actuals.NONE))
                        .wedges();
        double[] exact = exactSharesOfProducts(thirty, 2_000);
        for (int i = 0; i < exact.length; i++) {
            assertThat(wedges.get(i).standardErrorTonnes()).isEmpty();
            assertThat(wedges.get(i).tonnes()).isCloseTo(exact[i], within(1e-6));
        }
    }

    /// Where what was bought green in the base year is more than what is left to buy, the cut is no
    /// product.
    @Test
    void thirtyLeversThatMeetALimitAreSampledWithTheirStandardError() {
        ProjectionYear year =
                in(
                        2030,
                        Roadmap.project(
                                withoutGrowth(savings(30)),
                                onlyScope2(2_000, 1_000),
                                Actuals.NONE));

        double cut = year.baselineTonnes() - year.grossTonnes();
        assertThat(tonnes(year).stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(cut, within(1e-9 * cut));
        assertThat(year.wedges())
                .allSatisfy(wedge ->
                        assertThat(wedge.standardErrorTonnes().orElseThrow())
                                .isPositive()
                                .isLessThan(0.005 * cut));
    }

    private static Lever[] savings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        lever(
                                "l%02d".formatted(i),
                                LeverNode.DEMAND,
                                new LeverEffect.Reduction(
                                        new Reach.Electricity(Reach.Electricity.Part.ALL),
                                        0.01 + 0.005 * i)))
                .toArray(Lever[]::new);
    }

    private static Inventory onlyScope2(double tonnes, double matchedMwh) {
        return RoadmapFixtures.inventory(2021, 0, tonnes, tonnes, 0, 4_000, 0, matchedMwh, 1.3);
    }

    /// The share of lever i in `b · Π(1 − a_j)` is `b · a_i · ∫₀¹ Π_{j≠i}(1 − a_j·x) dx`, from the
    /// multilinear extension of the game (Owen, "Multilinear extensions of games", 1972).
    private static double[] exactSharesOfProducts(Lever[] levers, double base) {
        double[] depths = new double[levers.length];
        for (int i = 0; i < levers.length; i++) {
            depths[i] = ((LeverEffect.Reduction) levers[i].effect()).depth();
        }
        int steps = 20_000;
        double[] shares = new double[depths.length];
        for (int i = 0; i < depths.length; i++) {
            for (int step = 0; step < steps; step++) {
                double x = (step + 0.5) / steps;
                double product = base * depths[i] / steps;
                for (int j = 0; j < depths.length; j++) {
                    product *= j == i ? 1 : 1 - depths[j] * x;
                }
                shares[i] += product;
            }
        }
        return shares;
    }

    @Test
    void twelveDeployedLeversAreExactAmongMoreThatAreNot() {
        Lever[] levers = savings(30);
        for (int i = 12; i < 30; i++) {
            levers[i] =
                    lever(
                            "z" + i,
                            LeverNode.DEMAND,
                            levers[i].effect(),
                            new Deployment(2029, 1, 0, OptionalInt.empty()));
        }
        Projection projection =
                Roadmap.project(withoutGrowth(levers), onlyScope2(2_000, 1_000), Actuals.NONE);
        assertThat(in(2028, projection).wedges())
                .allSatisfy(wedge -> assertThat(wedge.standardErrorTonnes()).isEmpty());
        assertThat(in(2029, projection).wedges())
                .allSatisfy(wedge -> assertThat(wedge.standardErrorTonnes()).isPresent());
    }

    /// Of 10, 20 and 60 % on 1,000: alone 100, 200, 600; last in 1,000 · 0.1 · 0.8 · 0.4 = 32, 72
    /// and 432.
    @Test
    void whatALeverDoesAloneAndLastInStandsBesideItsShare() {
        List<Wedge> wedges =
                in(2030, Roadmap.project(withoutGrowth(THREE), onlyScope3(1_000), Actuals.NONE))
                        .wedges();
        assertThat(wedges.stream().mapToDouble(Wedge::aloneTonnes).toArray())
                .containsExactly(new double[] {100, 200, 600}, within(1e-9));
        assertThat(wedges.stream().mapToDouble(Wedge::lastInTonnes).toArray())
                .containsExactly(new double[] {32, 72, 432}, within(1e-9));
    }

    @Test
    void refusesTheSixtyFirstLever() {
        assertThatThrownBy(() -> withoutGrowth(cuts(61)))
                .isInstanceOf(TooManyLevers.class)
                .hasMessage(
                        "levers holds 61 and may hold at most 60: merge levers of one node and target");
    }

    private static Lever[] cuts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        cutOfScope3(
                                "l%02d".formatted(i), LeverNode.SUPPLIER_FACTOR, 0.01 + 0.005 * i))
                .toArray(Lever[]::new);
    }

    private static List<Double> tonnes(ProjectionYear year) {
        return year.wedges().stream().map(Wedge::tonnes).toList();
    }
}
