package org.netzero.load;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.Explanation;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Run;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.uncertainty.MonteCarlo;
import org.netzero.gateway.roadmap.uncertainty.Outlook;
import org.netzero.gateway.roadmap.uncertainty.Question;
import org.netzero.gateway.roadmap.uncertainty.Spreads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What JMH measures of the roadmap's engine, all of it with the large company.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RoadmapEngine {

    static final int RUNS = 10_000;

    /// About as wide as those the suite ships.
    private static final Spreads SPREADS =
            new Spreads(0.07, 0.16, 0.02, 0.03, 0.05, 0.2, 0.6, 0.3, 1.1);

    private final Scenario scenario = LargeCompany.scenario();
    private final Inventory base = LargeCompany.inventory();
    private final Question question =
            new Question(
                    scenario,
                    base,
                    Actuals.NONE,
                    Roadmap.project(scenario, base, Actuals.NONE),
                    SPREADS,
                    CreditPriceRange.of(scenario.offsets(), OptionalDouble.empty()));

    /// Every year with its levers, and the baseline beside it.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Run bareRun() {
        return Roadmap.simulate(scenario, base);
    }

    /// The same with an equation for every figure.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Explanation explained() {
        return Roadmap.explain(scenario, base, Actuals.NONE);
    }

    /// The whole projection: every year with its wedges, targets, claim and remarks.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Projection attributed() {
        return Roadmap.project(scenario, base, Actuals.NONE);
    }

    /// From the first draw to the last quantile.
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public Outlook tenThousandRuns() {
        return MonteCarlo.outlook(question, RUNS, 1);
    }
}
