package org.netzero.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.netzero.journey.Api;
import org.netzero.journey.Suite;

/// Whether every acknowledged reading is counted once while parts of the suite are killed without
/// warning at random moments of the full load of [TelemetryLines]. Senders repeat a body until it
/// is acknowledged. Fails when the hours of the meters are not what the meters counted, or flagged.
final class TelemetryKills implements Benchmark {

    private static final List<String> VICTIMS =
            List.of("datacenter", "gateway", Suite.KAFKA, Suite.POSTGRES);

    private static final Duration TIME = Duration.ofSeconds(Size.of("NETZERO_LOAD_SECONDS", 120));
    private static final int KILLS_EACH = Size.of("NETZERO_LOAD_KILLS", 3);

    /// After more the stack may give up a part that never came back in between.
    private static final int MOST_KILLS_EACH = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OK = 200;
    private static final double WH_PER_KWH = 1_000;

    @Override
    public String name() {
        return "telemetry-kills";
    }

    /// A death to come.
    ///
    /// @param after the start of the load
    private record Kill(String part, Duration after) {}

    @Override
    public List<Row> run(Ground ground) throws Exception {
        if (KILLS_EACH > MOST_KILLS_EACH) {
            throw new AssertionError(
                    "NETZERO_LOAD_KILLS=%d; at most %d, or the stack may give up a part"
                            .formatted(KILLS_EACH, MOST_KILLS_EACH));
        }
        int seed = Size.of("NETZERO_LOAD_SEED", (int) System.nanoTime());
        System.err.printf("netzero: NETZERO_LOAD_SEED=%d repeats these kills%n", seed);
        requireOwn(ground);
        TelemetryLines.Begun begun =
                TelemetryLines.begin(ground, TelemetryLines.LARGE_BODY, TelemetryLines.SENDERS);
        LineSenders senders = begun.senders();
        long heldBackBefore = senders.heldBack();
        LineSenders.Sent sent;
        long lastAnswer;
        try (var killer = Executors.newSingleThreadExecutor()) {
            long start = System.nanoTime();
            Future<?> killing =
                    killer.submit(() -> {
                        kill(ground.suite(), kills(seed), start);
                        return "";
                    });
            sent = senders.sendFor(TIME, TelemetryLines.SENDERS);
            lastAnswer = System.nanoTime();
            killing.get();
        }
        Api.eventually(
                PATIENCE,
                "everything to be back",
                () -> ground.api().get("/api/health"),
                health -> health.status() == OK);
        begun.awaitHours(ground);
        double toRightHours = Samples.secondsSince(lastAnswer);
        double wattHours =
                begun.known().wattHours(begun.start().getEpochSecond(), senders::lastSecond);
        return List.of(
                Row.alone(
                        "readings acknowledged in bodies of %,d lines of %d senders while parts are killed"
                                .formatted(TelemetryLines.LARGE_BODY, TelemetryLines.SENDERS),
                        "%s readings, %s readings/s over %s s"
                                .formatted(
                                        Row.number((double) sent.readings()),
                                        Row.number(sent.perSecond()),
                                        Row.number(sent.seconds()))),
                Row.alone(
                        "killed with SIGKILL at random moments of it, seed " + seed,
                        VICTIMS.stream()
                                        .map(part -> part + " " + KILLS_EACH)
                                        .collect(Collectors.joining(", "))
                                + " times"),
                Row.alone(
                        "longest time without an acknowledgement",
                        Row.number(sent.longestSilence()) + " s"),
                Row.alone(
                        "bodies sent again",
                        "%,d times".formatted(senders.heldBack() - heldBackBefore)),
                Row.alone(
                        "from the last answer to right hours of all meters",
                        Row.number(toRightHours) + " s"),
                new Row(
                        "lost or counted twice, of %s kWh of %,d meters"
                                .formatted(
                                        Row.number(wattHours / WH_PER_KWH),
                                        begun.known().fleet().meters().size()),
                        "0 kWh, no hour flagged",
                        "limit 0 kWh",
                        "–"));
    }

    /// Servers that are not the stack's own are nobody's to kill.
    private static void requireOwn(Ground ground) throws Exception {
        if (!ground.processes().keySet().containsAll(VICTIMS)) {
            throw new AssertionError(
                    "Only a stack that runs all of %s itself can be killed; this one runs %s"
                            .formatted(VICTIMS, ground.processes().keySet()));
        }
    }

    private static List<Kill> kills(int seed) {
        var random = new Random(seed);
        var parts = new ArrayList<String>();
        for (int i = 0; i < KILLS_EACH; i++) {
            parts.addAll(VICTIMS);
        }
        Collections.shuffle(parts, random);
        long[] moments = random.longs(parts.size(), 0, TIME.toMillis()).sorted().toArray();
        var kills = new ArrayList<Kill>();
        for (int i = 0; i < moments.length; i++) {
            kills.add(new Kill(parts.get(i), Duration.ofMillis(moments[i])));
        }
        return kills;
    }

    /// Each as soon as the one before has a new process, which need not be healthy.
    private static void kill(Suite suite, List<Kill> kills, long start)
            throws InterruptedException {
        for (Kill kill : kills) {
            Thread.sleep(
                    Duration.ofNanos(
                            Math.max(0, start + kill.after().toNanos() - System.nanoTime())));
            suite.kill(kill.part());
        }
    }
}
