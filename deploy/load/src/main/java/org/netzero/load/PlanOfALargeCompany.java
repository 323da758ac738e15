package org.netzero.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.planning.ScenarioPlan;

/// How long the least-cost plan of a scenario takes, in this process: the first of it with targets
/// that cannot be kept, then warm, missed and kept.
final class PlanOfALargeCompany implements Benchmark {

    private static final int ROUNDS = 10;
    private static final int WARM_UP = 3;
    private static final double LIMIT_SECONDS = 2;
    private static final double OUT_OF_REACH = 0.8;
    private static final double WITHIN_REACH = 1.1;
    private static final int YEARS_BETWEEN_TARGETS = 5;
    private static final Evidence MADE_UP = Evidence.estimated("made up to be measured");

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Row> run(Ground ground) {
        String size =
                "%d categories, %d regions, %d levers, %d years"
                        .formatted(
                                LargeCompany.CATEGORIES,
                                LargeCompany.REGIONS,
                                LargeCompany.LEVERS,
                                LargeCompany.YEARS);
        Scenario missed = scenario(OUT_OF_REACH);
        Scenario kept = scenario(WITHIN_REACH);
        long start = System.nanoTime();
        plan(missed, Plan.Status.SMALLEST_GAP);
        double first = Samples.secondsSince(start);
        return List.of(
                Row.below(
                        LIMIT_SECONDS,
                        "plan of %s, targets missed, first in the process".formatted(size),
                        first),
                Row.below(
                        LIMIT_SECONDS,
                        "the same warm, the slowest of %d".formatted(ROUNDS),
                        slowest(missed, Plan.Status.SMALLEST_GAP)),
                Row.below(
                        LIMIT_SECONDS,
                        "targets kept, warm, the slowest of %d".formatted(ROUNDS),
                        slowest(kept, Plan.Status.EVERY_TARGET_KEPT)));
    }

    private static double slowest(Scenario scenario, Plan.Status expected) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            plan(scenario, expected);
            if (round >= WARM_UP) {
                seconds.add(Samples.secondsSince(start));
            }
        }
        return new Samples(seconds).max();
    }

    private static void plan(Scenario scenario, Plan.Status expected) {
        Plan.Status status =
                ScenarioPlan.of(scenario, LargeCompany.inventory(), Actuals.NONE)
                        .outcome()
                        .judged()
                        .status();
        if (status != expected) {
            throw new IllegalStateException("The plan came out as " + status);
        }
    }

    /// Targets every five years, so far above or below what every lever at work leaves.
    private static Scenario scenario(double ofWhatLeversLeave) {
        Scenario scenario = LargeCompany.scenario();
        double[] gross = Roadmap.simulate(scenario, LargeCompany.inventory()).grossTonnes();
        List<Lever> levers = new ArrayList<>();
        for (Lever lever : scenario.levers()) {
            levers.add(priced(lever, levers.size() + 1));
        }
        List<Target> targets = new ArrayList<>();
        for (int y = YEARS_BETWEEN_TARGETS; y <= LargeCompany.YEARS; y += YEARS_BETWEEN_TARGETS) {
            targets.add(
                    new Target(
                            "gross-" + y,
                            TargetMetric.GROSS_EMISSIONS,
                            new TargetLevel.Tonnes(gross[y] * ofWhatLeversLeave),
                            LargeCompany.BASE_YEAR + y,
                            MADE_UP));
        }
        return scenario.withLevers(levers).withTargets(targets);
    }

    private static Lever priced(Lever lever, int place) {
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                lever.effect(),
                lever.deployment(),
                Optional.of(new Cost(3e7 * (place * 7 % 31), 1e6 * (place * 11 % 37) - 3e6, "CNY")),
                lever.exclusiveGroup(),
                lever.place(),
                lever.requires(),
                lever.evidence());
    }
}
