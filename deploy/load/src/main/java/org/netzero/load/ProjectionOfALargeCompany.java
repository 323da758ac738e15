package org.netzero.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/// How long the roadmap's engine takes for one projection and for ten thousand runs, by JMH in a
/// process of its own.
final class ProjectionOfALargeCompany implements Benchmark {

    private static final double LIMIT_MILLIS = 0.2;
    private static final double LIMIT_EXPLAINED_MILLIS = 1;
    private static final double LIMIT_ATTRIBUTED_MILLIS = 2;
    private static final double LIMIT_RUNS_MILLIS = 1_000;
    private static final TimeValue ITERATION = TimeValue.seconds(2);
    private static final int WARM_UP = 5;
    private static final int MEASURED = 5;
    private static final int WARM_UP_SHOTS = 10;
    private static final int SHOTS = 20;

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public List<Row> run(Ground ground) throws RunnerException {
        String size =
                "%d categories, %d regions, %d levers, %d years"
                        .formatted(
                                LargeCompany.CATEGORIES,
                                LargeCompany.REGIONS,
                                LargeCompany.LEVERS,
                                LargeCompany.YEARS);
        List<Row> rows = new ArrayList<>();
        rows.add(
                row(
                        "bare run of a projection of " + size,
                        LIMIT_MILLIS,
                        measured("bareRun", WARM_UP, MEASURED)));
        rows.add(
                row(
                        "the same with an equation for every figure",
                        LIMIT_EXPLAINED_MILLIS,
                        measured("explained", WARM_UP, MEASURED)));
        rows.add(
                row(
                        "the same with the wedge of each lever in every year",
                        LIMIT_ATTRIBUTED_MILLIS,
                        measured("attributed", WARM_UP, MEASURED)));
        rows.add(
                row(
                        "%,d seeded runs of the same with bands, chances and sensitivities"
                                .formatted(RoadmapEngine.RUNS),
                        LIMIT_RUNS_MILLIS,
                        measured("tenThousandRuns", WARM_UP_SHOTS, SHOTS)));
        return rows;
    }

    private static Statistics measured(String method, int warmUp, int iterations)
            throws RunnerException {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(
                                "^"
                                        + Pattern.quote(
                                                RoadmapEngine.class.getName() + "." + method)
                                        + "$")
                        .forks(1)
                        .warmupIterations(warmUp)
                        .warmupTime(ITERATION)
                        .measurementIterations(iterations)
                        .measurementTime(ITERATION)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        Collection<RunResult> results = new Runner(options.build()).run();
        if (results.size() != 1) {
            throw new IllegalStateException(
                    "%d benchmarks are called %s; there has to be one"
                            .formatted(results.size(), method));
        }
        return results.iterator().next().getPrimaryResult().getStatistics();
    }

    private static Row row(String measured, double limitMillis, Statistics millis) {
        return new Row(
                measured,
                "p50 %s ms, p99 %s ms"
                        .formatted(
                                Row.number(millis.getPercentile(50)),
                                Row.number(millis.getPercentile(99))),
                "limit p50 %s ms".formatted(Row.number(limitMillis)),
                Row.number(millis.getPercentile(50) / limitMillis));
    }
}
