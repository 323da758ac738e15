package org.netzero.load;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netzero.journey.Suite;
import org.netzero.load.synthetic.SyntheticFleet;

/// The same with very many points, each read once a minute: how many readings a second, first as
/// many as there can be and then at that pace, in how much memory, and how long the service takes
/// to go on after it was killed.
final class TelemetryPoints implements Benchmark {

    private static final int METERS_EACH = 10_000;
    private static final int POINTS = Size.of("NETZERO_LOAD_POINTS", 1_000_000);
    private static final int MINUTES = Size.of("NETZERO_LOAD_MINUTES", 5);
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final int PACED_MINUTES = 2;
    private static final int LINES_PER_BODY = 5_000;
    private static final int SENDERS = Size.of("NETZERO_LOAD_SENDERS", 4);
    private static final double WANTED_PER_SECOND = 100_000;
    private static final double WANTED_MEGABYTES = 1_024;
    private static final double WANTED_RESTART_SECONDS = 60;
    private static final double WANTED_LAG_SECONDS = 10;
    private static final long HOURS_AGO = 2;
    private static final String SERVICE = "datacenter";

    @Override
    public String name() {
        return "telemetry-points";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        String label = TelemetryLines.label();
        Instant start =
                Instant.now().truncatedTo(ChronoUnit.HOURS).minus(HOURS_AGO, ChronoUnit.HOURS);
        int each = Math.min(METERS_EACH, POINTS);
        var fleet =
                new SyntheticFleet(
                        new SyntheticFleet.Plan(1, label, Math.ceilDiv(POINTS, each), each), start);
        var known = new FleetInSuite(fleet, label);
        long registering = System.nanoTime();
        known.register(ground.api());
        double registered = Samples.secondsSince(registering);
        var senders =
                new LineSenders(
                        fleet,
                        new LineSenders.Cadence(start, PACE),
                        LINES_PER_BODY,
                        LineSenders.Target.of(ground.suite()));
        var rows = new ArrayList<Row>();
        rows.add(
                Row.alone(
                        "registration of %,d points".formatted(fleet.meters().size()),
                        Row.number(registered) + " s"));
        // of the first minute every series is looked for
        long bodiesPerMinute = Math.ceilDiv((long) fleet.meters().size(), LINES_PER_BODY);
        LineSenders.Sent first = senders.send(bodiesPerMinute, SENDERS);
        rows.add(
                Row.alone(
                        "%,d points for the first time".formatted(fleet.meters().size()),
                        Row.number(first.perSecond()) + " readings/s"));
        Map<String, Long> processes = ground.processes();
        ProcessorSeconds before = ProcessorSeconds.now(processes);
        LineSenders.Sent sent = senders.send(MINUTES * bodiesPerMinute, SENDERS);
        try (Connection connection = ground.database(FleetInSuite.DATABASE)) {
            double lag = known.awaitHours(connection, start.getEpochSecond(), senders::lastSecond);
            ProcessorSeconds used = ProcessorSeconds.now(processes).since(before);
            String what = "%,d points, %d readings each".formatted(fleet.meters().size(), MINUTES);
            rows.add(
                    new Row(
                            what,
                            Row.number(sent.perSecond()) + " readings/s",
                            "limit %s readings/s at least".formatted(Row.number(WANTED_PER_SECOND)),
                            Row.number(sent.perSecond() / WANTED_PER_SECOND)));
            rows.add(
                    Row.alone(
                            "from the last answer to right hours of all points",
                            Row.number(lag) + " s"));
            rows.add(
                    Row.alone(
                            "readings in right hours, from the first one sent on",
                            Row.number(sent.readings() / (sent.seconds() + lag)) + " readings/s"));
            rows.add(
                    Row.alone(
                            "processor time for a million readings",
                            used.perMillion(sent.readings())));
            senders.sendOver(
                    PACE.multipliedBy(PACED_MINUTES), PACED_MINUTES * bodiesPerMinute, SENDERS);
            rows.add(
                    Row.below(
                            WANTED_LAG_SECONDS,
                            "the same after %d minutes at the pace of the points"
                                    .formatted(PACED_MINUTES),
                            known.awaitHours(
                                    connection, start.getEpochSecond(), senders::lastSecond)));
            rows.add(
                    Row.below(
                            WANTED_MEGABYTES,
                            "heap of the service in use then",
                            ground.heapMegabytes(SERVICE),
                            "MB"));
            rows.add(
                    Row.alone(
                            "most memory of the service until then, resident",
                            Row.number(ground.peakMegabytes(SERVICE)) + " MB"));
            rows.add(
                    Row.below(
                            WANTED_RESTART_SECONDS,
                            "from the service's death to right hours of readings sent since",
                            restart(ground.suite(), known, senders, connection, start)));
        }
        return rows;
    }

    /// Seconds from the end of the service until what came after it is counted.
    private static double restart(
            Suite suite,
            FleetInSuite known,
            LineSenders senders,
            Connection connection,
            Instant start)
            throws Exception {
        long killed = System.nanoTime();
        suite.kill(SERVICE);
        senders.send(1, 1);
        known.awaitHours(connection, start.getEpochSecond(), senders::lastSecond);
        return Samples.secondsSince(killed);
    }
}
