package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// Levers that multiply: `1000 · Π(1 − depth · use)` of power, less what is renewable.
class SimulatedPlannerTest {

    private static final Map<String, Double> DEPTHS =
            Map.of("pue", 0.1, "efficiency", 0.2, "green", 0.6);

    private static SimulatedPlanner.State simulate(int year, SortedMap<String, Double> inUse) {
        double demand = 1_000 * (1 + 0.02 * (year - PlanCase.BASE));
        demand *= left("pue", inUse) * left("efficiency", inUse);
        double emitted = demand * left("green", inUse);
        return new SimulatedPlanner.State(Map.of("all", emitted), demand, demand - emitted);
    }

    private static double left(String lever, Map<String, Double> inUse) {
        return 1 - DEPTHS.getOrDefault(lever, 0.0) * inUse.getOrDefault(lever, 0.0);
    }

    private static PlanLever share(String id, double costOfAll, double perYear) {
        return PlanCase.lever(id, costOfAll, 1, perYear);
    }

    private static PlanCase three(int years) {
        return PlanCase.of(years, 1_000)
                .levers(
                        share("pue", 900, 0.3),
                        share("efficiency", 4_000, 0.2),
                        share("green", 20_000, 0.25));
    }

    @Test
    void planAndSimulatorAgreeWhereLeversMultiply() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PlanCase made = three(6);
            made.gross(PlanCase.BASE + 3, 750 + random.nextDouble() * 250);
            made.gross(PlanCase.BASE + 6, 330 + random.nextDouble() * 500);
            SimulatedPlanner.Outcome outcome =
                    SimulatedPlanner.plan(made.input(), SimulatedPlannerTest::simulate);
            assertThat(outcome.agreed()).as("seed %d", seed).isTrue();
            for (int t = 0; t < 6; t++) {
                double planned = outcome.plan().years().get(t).grossTonnes();
                assertThat(outcome.simulated().get(t).grossTonnes())
                        .as("seed %d", seed)
                        .isCloseTo(planned, within(1.2));
            }
            if (outcome.plan().status() == Plan.Status.EVERY_TARGET_KEPT) {
                assertThat(outcome.simulated().get(5).grossTonnes())
                        .isLessThanOrEqualTo(made.targets.getLast().tonnes() + 1.2);
            }
        }
    }

    @Test
    void allLeversTogetherLeaveTheirProduct() {
        // Known: 1,000 less 10 %, 20 % and 60 % is 288, not 100.
        SimulatedPlanner.Outcome outcome =
                SimulatedPlanner.plan(
                        three(5).gross(PlanCase.BASE + 5, 0).input(),
                        (_, inUse) -> simulate(PlanCase.BASE, inUse));
        assertThat(outcome.plan().status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(outcome.plan().targets().getFirst().gapTonnes()).isCloseTo(288, within(0.3));
    }

    @Test
    void aRenewablePathIsKeptInTheSimulatorToo() {
        PlanCase made = three(6);
        made.renewable =
                Optional.of(
                        new RenewablePath(
                                YearPath.constant(1),
                                YearPath.constant(0),
                                List.of(
                                        new RenewablePath.ShareTarget(
                                                "half", PlanCase.BASE + 6, 0.5))));
        SimulatedPlanner.Outcome outcome =
                SimulatedPlanner.plan(made.input(), SimulatedPlannerTest::simulate);
        SimulatedPlanner.State last = outcome.simulated().getLast();
        assertThat(outcome.agreed()).isTrue();
        assertThat(last.renewableMwh() / last.demandMwh()).isCloseTo(0.5, within(1e-3));
    }
}
