package org.netzero.load;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs benchmarks and prints their figures as a Markdown table, line by line.
final class Main {

    private static final int MISUSED = 2;

    private static final ActivityImports ACTIVITY_IMPORTS = new ActivityImports();

    private static final List<Benchmark> ALL =
            List.of(
                    new Start(),
                    new ReadingToProjection(),
                    new Reads(),
                    new DashboardPages(),
                    new TelemetryIntake(),
                    new TelemetryLines(),
                    new TelemetryPoints(),
                    new TelemetryFaults(),
                    EnergyLines.benchmark(),
                    ACTIVITY_IMPORTS,
                    new LargeInventory(ACTIVITY_IMPORTS),
                    new Estimates(),
                    new IntervalImports(),
                    new HourlyMatchingOfAYear(),
                    new LargeBalance(),
                    new IndicatorsOfAYear(),
                    new ProjectionOfALargeCompany(),
                    new PlanOfALargeCompany(),
                    // last, as it leaves services that have just started
                    new TelemetryKills());

    private Main() {}

    /// Runs the named benchmarks, or all; or puts the [DemoFleet] into a suite that runs.
    ///
    /// @param arguments `--data-dir D` for a suite that runs on a folder, then names
    public static void main(String[] arguments) throws Exception {
        Optional<Path> running = Optional.empty();
        var names = new ArrayList<>(List.of(arguments));
        if (names.size() > 1 && names.getFirst().equals("--data-dir")) {
            running = Optional.of(Path.of(names.get(1)));
            names.subList(0, 2).clear();
        }
        if (names.contains(DemoFleet.NAME)) {
            fillDemoFleet(names, running);
            return;
        }
        List<Benchmark> chosen =
                names.isEmpty()
                        ? ALL
                        : ALL.stream().filter(benchmark -> names.remove(benchmark.name())).toList();
        if (!names.isEmpty()) {
            System.err.printf(
                    "netzero: no benchmark %s; there are %s%n",
                    String.join(" ", names),
                    String.join(" ", ALL.stream().map(Benchmark::name).toList()));
            System.exit(MISUSED);
        }
        run(chosen, running, System.out);
    }

    private static void fillDemoFleet(List<String> names, Optional<Path> running) {
        if (names.size() > 1 || running.isEmpty()) {
            System.err.printf(
                    "netzero: %s is asked for alone, with the folder of a suite that runs%n",
                    DemoFleet.NAME);
            System.exit(MISUSED);
        }
        new DemoFleet(new Ground(running).api()).fill(System.out);
    }

    private static void run(List<Benchmark> chosen, Optional<Path> running, PrintStream out)
            throws Exception {
        out.printf(
                "%s, %d processors, Java %s%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        out.println("| measured | figure | against | ratio |");
        out.println("| --- | --- | --- | --- |");
        var ground = new Ground(running);
        for (Benchmark benchmark : chosen) {
            for (Row row : benchmark.run(ground)) {
                out.printf(
                        "| %s | %s | %s | %s |%n",
                        row.measured(), row.figure(), row.against(), row.ratio());
            }
        }
    }
}
