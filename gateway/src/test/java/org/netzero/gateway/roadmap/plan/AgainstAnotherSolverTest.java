package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The planner beside Hipparchus' simplex on an independent formulation, and the shadow prices
/// beside the cost of a tighter target.
class AgainstAnotherSolverTest {

    private static final int INSTANCES = 300;

    @Test
    void gapsCreditsAndCostAreTheSameOnRandomInputs() {
        int missed = 0;
        int withCredits = 0;
        for (int seed = 0; seed < INSTANCES; seed++) {
            PlanInput input =
                    seed % 3 == 0
                            ? PlanCase.randomHolding(new Random(seed))
                            : PlanCase.random(new Random(seed));
            Plan plan = LeastCostPlanner.plan(input);
            IndependentPlan.Answer other = IndependentPlan.solve(input);
            String which = "seed " + seed;
            assertThat(PlanCase.gaps(plan)).as(which).isCloseTo(other.missedTonnes(), within(1e-4));
            assertThat(plan.shareTargets().stream().mapToDouble(Plan.ShareResult::gapMwh).sum())
                    .as(which)
                    .isCloseTo(other.missedMwh(), within(1e-4));
            if (!Double.isNaN(other.credits())) {
                withCredits++;
                assertThat(PlanCase.credits(plan))
                        .as(which)
                        .isCloseTo(other.credits(), within(1e-4));
            }
            assertThat(PlanCase.total(plan))
                    .as(which)
                    .isCloseTo(other.cost(), within(1e-6 * (1 + Math.abs(other.cost()))));
            missed += plan.status() == Plan.Status.SMALLEST_GAP ? 1 : 0;
        }
        assertThat(missed).isBetween(INSTANCES / 20, INSTANCES * 19 / 20);
        assertThat(withCredits).isGreaterThan(INSTANCES / 5);
    }

    @Test
    void aShadowPriceLiesBetweenTheCostOfATonneMoreAndOfATonneLess() {
        int compared = 0;
        for (int seed = 0; seed < INSTANCES; seed++) {
            PlanInput input = PlanCase.random(new Random(seed));
            Plan plan = LeastCostPlanner.plan(input);
            for (Plan.TargetResult result : plan.targets()) {
                OptionalDouble price = result.shadowPricePerTonne();
                if (plan.status() != Plan.Status.EVERY_TARGET_KEPT || price.isEmpty()) {
                    continue;
                }
                double step = 1e-3;
                Plan tighter = LeastCostPlanner.plan(moved(input, result.target(), -step));
                Plan looser = LeastCostPlanner.plan(moved(input, result.target(), step));
                if (tighter.status() != Plan.Status.EVERY_TARGET_KEPT) {
                    continue;
                }
                double up = (PlanCase.total(tighter) - PlanCase.total(plan)) / step;
                double down = (PlanCase.total(plan) - PlanCase.total(looser)) / step;
                assertThat(price.getAsDouble())
                        .as("seed %d, %s", seed, result.target().id())
                        .isBetween(Math.min(up, down) - 1e-3, Math.max(up, down) + 1e-3);
                compared += price.getAsDouble() > 0 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static PlanInput moved(PlanInput input, EmissionTarget target, double tonnes) {
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                input.baselines(),
                input.levers(),
                input.groups(),
                input.targets().stream()
                        .map(other ->
                                other.equals(target)
                                        ? new EmissionTarget(
                                                other.id(),
                                                other.measure(),
                                                other.fromYear(),
                                                other.untilYear(),
                                                other.nodes(),
                                                Math.max(0, other.tonnes() + tonnes))
                                        : other)
                        .toList(),
                input.renewable(),
                input.capitalCaps(),
                input.credits(),
                input.finance());
    }
}
