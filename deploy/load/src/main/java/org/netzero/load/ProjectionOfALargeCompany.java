package org.netzero.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;

/// How long the roadmap's engine takes for one projection, in this process.
final class ProjectionOfALargeCompany implements Benchmark {

    private static final int ROUNDS = 60;
    private static final int WARM_UP = 20;
    private static final int RUNS = 200;
    private static final double LIMIT_MILLIS = 0.2;
    private static final double LIMIT_EXPLAINED_MILLIS = 1;

    private final Scenario scenario = LargeCompany.scenario();
    private final Inventory base = LargeCompany.inventory();

    @Override
    public String name() {
        return "projection";
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
        return List.of(
                Row.belowMillis(
                        LIMIT_MILLIS,
                        "bare run of a projection of " + size,
                        "p50",
                        measured(run -> Roadmap.simulate(scenario, base).grossTonnes()[run])),
                Row.belowMillis(
                        LIMIT_EXPLAINED_MILLIS,
                        "the same with an equation for every figure",
                        "p50",
                        measured(run -> Roadmap.explain(scenario, base, Actuals.NONE).size())));
    }

    /// Every sample is the mean of some runs: one alone is near what a clock can tell.
    private static Samples measured(IntToDoubleFunction once) {
        List<Double> seconds = new ArrayList<>();
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int run = 0; run < RUNS; run++) {
                sum += once.applyAsDouble(run % LargeCompany.YEARS);
            }
            if (round >= WARM_UP) {
                seconds.add(Samples.secondsSince(start) / RUNS);
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("A projection came to no number");
        }
        return new Samples(seconds);
    }
}
