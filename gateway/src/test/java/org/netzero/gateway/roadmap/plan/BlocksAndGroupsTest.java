package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlocksAndGroupsTest {

    private static final double EXACT = 1e-6;
    private static final Comparator<IndependentPlan.Answer> BETTER =
            Comparator.<IndependentPlan.Answer>comparingDouble(a -> rounded(a.missedTonnes()))
                    .thenComparingDouble(a -> rounded(a.missedMwh()))
                    .thenComparingDouble(a -> Double.isNaN(a.credits()) ? 0 : rounded(a.credits()))
                    .thenComparingDouble(IndependentPlan.Answer::cost);

    private static double rounded(double value) {
        return Math.rint(value * 1e5) / 1e5;
    }

    @Test
    void aBlockIsBuiltAsAWholeOrNotAtAll() {
        PlanLever dear = PlanCase.lever("dear", 50, 100, 100);
        PlanLever block = PlanCase.inBlocks(PlanCase.lever("block", 10, 90, 90), 30);
        // 40 t: one block and 10 t of the dear lever, 300 + 500, or two blocks, 600.
        Plan plan = PlanCase.of(1, 200).levers(dear, block).gross(2021, 160).plan();
        assertThat(plan.levers().getFirst().decided()).containsExactly(60.0);
        assertThat(plan.costs().real()).isCloseTo(600, within(EXACT));
        // 31 t: a second block is dearer than 1 t of the dear lever.
        Plan less = PlanCase.of(1, 200).levers(dear, block).gross(2021, 169).plan();
        assertThat(less.levers().getFirst().decided()).containsExactly(30.0);
        assertThat(less.costs().real()).isCloseTo(350, within(EXACT));
    }

    @Test
    void aBlockLargerThanTheBuildLimitIsNeverBuilt() {
        PlanLever block = PlanCase.inBlocks(PlanCase.lever("block", 10, 90, 20), 30);
        Plan plan = PlanCase.of(3, 200).levers(block).gross(2023, 190).plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.targets().getFirst().gapTonnes()).isCloseTo(10, within(EXACT));
    }

    @Test
    void blocksAreAsGoodAsTheBestOfAllTriedOneByOne() {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            PlanInput without = PlanCase.random(random);
            PlanLever first = without.levers().getFirst();
            double size = first.potential() / (2 + random.nextInt(2));
            List<PlanLever> levers = new ArrayList<>(without.levers());
            levers.set(0, PlanCase.inBlocks(first, size));
            Plan plan = LeastCostPlanner.plan(PlanCase.with(without, levers, without.credits()));
            List<IndependentPlan.Answer> answers = new ArrayList<>();
            for (double[] decided : choices(without, first, size)) {
                IndependentPlan.solveWith(without, 0, decided).ifPresent(answers::add);
            }
            assertSame("seed " + seed, plan, Collections.min(answers, BETTER));
        }
    }

    private static List<double[]> choices(PlanInput input, PlanLever lever, double size) {
        int years = input.lastYear() - input.baseYear();
        List<double[]> choices = new ArrayList<>(List.of(new double[years]));
        for (int t = 0; t < years; t++) {
            double limit = Math.min(lever.buildLimitPerYear().at(t), lever.potential());
            List<double[]> more = new ArrayList<>();
            for (double[] choice : choices) {
                for (int blocks = 0; blocks * size <= limit; blocks++) {
                    double[] next = choice.clone();
                    next[t] = blocks * size;
                    more.add(next);
                }
            }
            choices = more;
        }
        return choices;
    }

    /// Without credits, which may not count for which of them leaves the smallest gap.
    @Test
    void ofAGroupTheBestAloneIsBuilt() {
        for (int seed = 100; seed < 140; seed++) {
            PlanInput withCredits = withThree(new Random(seed));
            PlanInput random = PlanCase.with(withCredits, withCredits.levers(), Optional.empty());
            PlanInput grouped =
                    withGroups(random, List.of(new ExclusiveGroup("one", List.of("a", "b"))));
            Plan plan = LeastCostPlanner.plan(grouped);
            IndependentPlan.Answer without = IndependentPlan.solve(dropping(random, "a"));
            IndependentPlan.Answer with = IndependentPlan.solve(dropping(random, "b"));
            assertSame("seed " + seed, plan, BETTER.compare(with, without) < 0 ? with : without);
        }
    }

    @Test
    void theMembersOfAGroupWithinAGroupExcludeThoseOfTheOuter() {
        PlanCase three =
                PlanCase.of(1, 200)
                        .levers(
                                PlanCase.lever("a", 10, 30, 30),
                                PlanCase.lever("b", 20, 30, 30),
                                PlanCase.lever("c", 30, 50, 50))
                        .gross(2021, 150);
        three.groups =
                List.of(
                        new ExclusiveGroup("inner", List.of("a", "b")),
                        new ExclusiveGroup("outer", List.of("c", "inner")));
        Plan plan = three.plan();
        assertThat(plan.levers())
                .extracting(Plan.LeverPlan::id, Plan.LeverPlan::inUse)
                .containsExactly(
                        tuple("a", List.of(0.0)),
                        tuple("b", List.of(0.0)),
                        tuple("c", List.of(50.0)));
    }

    @Test
    void whatStandsAlreadyExcludesItsAlternatives() {
        PlanCase two =
                PlanCase.of(1, 200)
                        .levers(
                                PlanCase.standing(PlanCase.lever("a", 10, 30, 30), 5),
                                PlanCase.lever("b", 5, 100, 100))
                        .gross(2021, 150);
        two.groups = List.of(new ExclusiveGroup("one", List.of("a", "b")));
        Plan plan = two.plan();
        assertThat(plan.targets().getFirst().gapTonnes()).isCloseTo(20, within(EXACT));
        assertThat(plan.bindingLimits())
                .extracting(Plan.BindingLimit::kind, Plan.BindingLimit::subject)
                .contains(tuple(Plan.BindingLimit.Kind.EXCLUSIVE_GROUP, "b"));
    }

    private static void assertSame(String which, Plan plan, IndependentPlan.Answer other) {
        assertThat(PlanCase.gaps(plan)).as(which).isCloseTo(other.missedTonnes(), within(1e-4));
        if (!Double.isNaN(other.credits())) {
            assertThat(PlanCase.credits(plan)).as(which).isCloseTo(other.credits(), within(1e-4));
        }
        assertThat(PlanCase.total(plan))
                .as(which)
                .isCloseTo(other.cost(), within(1e-5 * (1 + Math.abs(other.cost()))));
    }

    private static PlanInput withThree(Random random) {
        PlanInput input = PlanCase.random(random);
        int years = input.lastYear() - input.baseYear();
        List<PlanLever> levers = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            levers.add(PlanCase.standing(PlanCase.randomLever(id, random, years), 0));
        }
        return PlanCase.with(input, levers, input.credits());
    }

    private static PlanInput dropping(PlanInput input, String id) {
        return PlanCase.with(
                input,
                input.levers().stream().filter(lever -> !lever.id().equals(id)).toList(),
                input.credits());
    }

    private static PlanInput withGroups(PlanInput input, List<ExclusiveGroup> groups) {
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                input.baselines(),
                input.levers(),
                groups,
                input.targets(),
                input.renewable(),
                input.capitalCaps(),
                input.credits(),
                input.finance());
    }
}
