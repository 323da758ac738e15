package org.netzero.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netzero.load.synthetic.SyntheticFleet;

/// How many readings a second the suite takes as line protocol through the gateway, each of them
/// durable and counted once, and how long it takes until the hours of all meters are right; beside
/// InfluxDB, which takes the same bodies from the same senders.
final class TelemetryLines implements Benchmark {

    private static final int DATACENTERS = 100;
    private static final int METERS_EACH = 50;
    static final int LARGE_BODY = DATACENTERS * METERS_EACH;
    private static final int SMALL_BODY = 100;
    static final int SENDERS = Size.of("NETZERO_LOAD_SENDERS", 4);

    /// Small bodies are those of many senders.
    private static final int SENDERS_OF_SMALL = Size.of("NETZERO_LOAD_SMALL_SENDERS", 16);

    private static final Duration TIME = Duration.ofSeconds(Size.of("NETZERO_LOAD_SECONDS", 300));

    /// Small bodies, and the same beside InfluxDB, are sent for a minute at most.
    private static final Duration TIME_BESIDE =
            TIME.compareTo(Duration.ofMinutes(1)) < 0 ? TIME : Duration.ofMinutes(1);

    private static final Duration STEP =
            Duration.ofSeconds(Size.of("NETZERO_LOAD_STEP_SECONDS", 1));

    /// A service that has just started is still being compiled.
    private static final Duration WARM_UP = Duration.ofSeconds(Size.of("NETZERO_LOAD_WARM_UP", 40));

    /// Readings of more than a day ago go the way of history, which yields to others. With the step
    /// there is room for 72,000 readings of each meter until now.
    private static final Duration FIRST_AGO = Duration.ofHours(20);

    private static final long LABELS = 36 * 36 * 36 * 36 * 36;
    private static final double WANTED_PER_SECOND = 500_000;
    private static final double WANTED_SMALL_PER_SECOND = 100_000;
    private static final double WANTED_LAG_SECONDS = 10;
    private static final double WANTED_RATIO = 1.2;

    @Override
    public String name() {
        return "telemetry-lines";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        var rows = new ArrayList<Row>();
        LineSenders.Sent large =
                measure(ground, LARGE_BODY, SENDERS, TIME, WANTED_PER_SECOND, rows);
        measure(ground, SMALL_BODY, SENDERS_OF_SMALL, TIME_BESIDE, WANTED_SMALL_PER_SECOND, rows);
        rows.add(besideInflux(large));
        return rows;
    }

    private static LineSenders.Sent measure(
            Ground ground,
            int linesPerBody,
            int sending,
            Duration time,
            double wanted,
            List<Row> rows)
            throws Exception {
        Begun begun = begin(ground, linesPerBody, sending);
        LineSenders senders = begun.senders();
        Map<String, Long> processes = ground.processes();
        ProcessorSeconds before = ProcessorSeconds.now(processes);
        LineSenders.Sent sent = senders.sendFor(time, sending);
        double lag = begun.awaitHours(ground);
        ProcessorSeconds used = ProcessorSeconds.now(processes).since(before);
        String what =
                "readings in bodies of %,d lines of %d senders through the gateway"
                        .formatted(linesPerBody, sending);
        rows.add(
                new Row(
                        what,
                        "%s readings/s over %s s%s"
                                .formatted(
                                        Row.number(sent.perSecond()),
                                        Row.number(sent.seconds()),
                                        heldBack(senders)),
                        "limit %s readings/s at least".formatted(Row.number(wanted)),
                        Row.number(sent.perSecond() / wanted)));
        rows.add(
                Row.below(
                        WANTED_LAG_SECONDS,
                        "from the last answer to right hours of all meters",
                        lag));
        rows.add(
                Row.alone(
                        "processor time for a million readings in bodies of %,d"
                                .formatted(linesPerBody),
                        used.perMillion(sent.readings())));
        return sent;
    }

    /// A fleet whose readings the suite has taken for a while.
    ///
    /// @param start the time of its first readings
    record Begun(FleetInSuite known, Instant start, LineSenders senders) {

        /// Seconds until every hour of every meter is right.
        double awaitHours(Ground ground) throws IOException, SQLException {
            try (var connection = ground.database(FleetInSuite.DATABASE)) {
                return known.awaitHours(connection, start.getEpochSecond(), senders::lastSecond);
            }
        }
    }

    /// Registers a fleet and warms the suite up with its first readings.
    static Begun begin(Ground ground, int linesPerBody, int sending) throws Exception {
        String label = label();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(FIRST_AGO);
        var fleet = new SyntheticFleet(plan(label), start);
        var known = new FleetInSuite(fleet, label);
        known.register(ground.api());
        var senders =
                new LineSenders(
                        fleet,
                        new LineSenders.Cadence(start, STEP),
                        linesPerBody,
                        LineSenders.Target.of(ground.suite()));
        senders.sendFor(WARM_UP, sending);
        return new Begun(known, start, senders);
    }

    /// Another one for each run, and short, as it stands in every line.
    static String label() {
        return "s" + Long.toString(Instant.now().getEpochSecond() % LABELS, 36);
    }

    private static String heldBack(LineSenders senders) {
        return senders.heldBack() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d bodies sent again", senders.heldBack());
    }

    private static SyntheticFleet.Plan plan(String label) {
        return new SyntheticFleet.Plan(1, label, DATACENTERS, METERS_EACH);
    }

    private static Row besideInflux(LineSenders.Sent suite) throws Exception {
        String measured = "the same bodies from the same senders";
        Optional<InfluxServer> started = InfluxServer.start();
        if (started.isEmpty()) {
            return new Row(
                    measured,
                    Row.number(suite.perSecond()) + " readings/s",
                    "left out: there is no influxd; install the Debian package influxdb",
                    "–");
        }
        try (InfluxServer influx = started.get()) {
            Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(FIRST_AGO);
            var fleet = new SyntheticFleet(plan(label()), start);
            var senders =
                    new LineSenders(
                            fleet,
                            new LineSenders.Cadence(start, STEP),
                            LARGE_BODY,
                            new LineSenders.Target(
                                    influx.address(),
                                    "/write?precision=ns&db=" + InfluxServer.DATABASE,
                                    Map.of()));
            senders.sendFor(WARM_UP, SENDERS);
            Map<String, Long> processes =
                    Map.of("InfluxDB", influx.pid(), "sender", ProcessHandle.current().pid());
            ProcessorSeconds before = ProcessorSeconds.now(processes);
            LineSenders.Sent sent = senders.sendFor(TIME_BESIDE, SENDERS);
            ProcessorSeconds used = ProcessorSeconds.now(processes).since(before);
            return Row.beside(
                            "InfluxDB 1.6, %s for a million"
                                    .formatted(used.perMillion(sent.readings())),
                            sent.perSecond(),
                            measured,
                            new Row.Rate(suite.perSecond(), "readings/s"))
                    .atLeast(WANTED_RATIO);
        }
    }
}
