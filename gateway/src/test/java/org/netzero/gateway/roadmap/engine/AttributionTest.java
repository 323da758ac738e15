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
        assertThat(in(2028, projection).wedges().getLast()).isEqualTo(new Wedge("late", 0));
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

    @Test
    void refusesTheThirteenthLever() {
        Lever[] thirteen =
                IntStream.rangeClosed(1, 13)
                        .mapToObj(i -> cutOfScope3("l" + i, LeverNode.SUPPLIER_FACTOR, 0.05))
                        .toArray(Lever[]::new);
        assertThatThrownBy(() -> withoutGrowth(thirteen))
                .isInstanceOf(TooManyLevers.class)
                .hasMessage(
                        "levers holds 13 and may hold at most 12: merge levers of one node and target, so that each one's share of the cut stays exact");
    }

    private static List<Double> tonnes(ProjectionYear year) {
        return year.wedges().stream().map(Wedge::tonnes).toList();
    }
}
