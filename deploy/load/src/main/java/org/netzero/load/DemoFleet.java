package org.netzero.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.netzero.journey.Api;
import org.netzero.load.synthetic.SyntheticFleet;

/// Puts 120 synthetic data centres into a suite that runs, with readings until now, for pictures of
/// the dashboard and for whoever wants to see it at work. All of them are named as synthetic.
///
/// The first three have plants, what is registered for these, and readings since the beginning of
/// the year before; the others have readings of the last days. Some have something wrong with them:
/// see [DemoFault]. Run again it goes on where readings ended, of those with nothing wrong.
final class DemoFleet {

    static final String NAME = "demo-fleet";

    private static final long SEED = 2_021;
    private static final int DATA_CENTRES = 120;
    private static final Instant COUNTS_SINCE = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 10;
    private static final int READINGS_PER_BODY = 5_000;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int BUSY = 503;

    /// What is told may be a second old.
    private static final double SECONDS_TO_BE_SURE = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Api api;
    private final List<DemoFacility> facilities;

    DemoFleet(Api api) {
        this.api = api;
        var fleet =
                new SyntheticFleet(
                        new SyntheticFleet.Plan(
                                SEED, "synthetic-", DATA_CENTRES, DemoFacility.METERS_EACH),
                        COUNTS_SINCE);
        this.facilities =
                IntStream.range(0, DATA_CENTRES)
                        .mapToObj(number ->
                                new DemoFacility(fleet, COUNTS_SINCE.getEpochSecond(), number))
                        .toList();
    }

    void fill(PrintStream out) {
        new DemoRegister(api, facilities).register();
        Map<String, Instant> known = knownUntil();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        long sent = 0;
        // those with years of readings come last, so that the fleet is there soon
        for (DemoFacility facility : facilities.reversed()) {
            sent += send(readings(facility, known.get(facility.id()), now));
        }
        out.printf("%,d readings of %d synthetic data centres are sent%n", sent, DATA_CENTRES);
        awaitHours();
        out.println("All of them are hours now");
    }

    private Map<String, Instant> knownUntil() {
        var known = new HashMap<String, Instant>();
        Ground.good(api.get("/api/datacenters/operations?limit=1000"))
                .body()
                .path("items")
                .forEach(facility -> {
                    if (facility.hasNonNull("knownUntil")) {
                        known.put(
                                facility.path("datacenterId").asText(),
                                Instant.parse(facility.path("knownUntil").asText()));
                    }
                });
        return known;
    }

    /// Every hour up to now, and now.
    private static List<String> readings(
            DemoFacility facility, @Nullable Instant known, Instant now) {
        DemoFault fault = DemoFault.of(facility);
        if (known != null && fault != DemoFault.NONE) {
            return List.of();
        }
        long end = now.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        Instant first =
                known != null
                        ? known.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)
                        : facility.isShown()
                                ? firstOfTheYearBefore(now)
                                : Instant.ofEpochSecond(end).minus(DAYS, ChronoUnit.DAYS);
        List<DemoPoint> points =
                facility.points().stream().map(point -> fault.of(point, end)).toList();
        var readings = new ArrayList<String>();
        for (long second = first.getEpochSecond(); second <= end; second += SECONDS_PER_HOUR) {
            add(readings, points, fault, second, end);
        }
        if (now.getEpochSecond() > end) {
            add(readings, points, fault, now.getEpochSecond(), end);
        }
        return readings;
    }

    private static Instant firstOfTheYearBefore(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .withDayOfYear(1)
                .minusYears(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private static void add(
            List<String> readings,
            List<DemoPoint> points,
            DemoFault fault,
            long second,
            long endSecond) {
        Instant time = Instant.ofEpochSecond(second);
        for (DemoPoint point : points) {
            if (fault.isSent(point, second, endSecond)) {
                readings.add(
                        "{\"point\":\"%s\",\"time\":\"%s\",\"value\":%s}"
                                .formatted(
                                        point.id(),
                                        time,
                                        String.format(
                                                Locale.ROOT,
                                                "%.3f",
                                                point.shows().applyAsDouble(second))));
            }
        }
    }

    private int send(List<String> readings) {
        for (int from = 0; from < readings.size(); from += READINGS_PER_BODY) {
            List<String> some =
                    readings.subList(from, Math.min(readings.size(), from + READINGS_PER_BODY));
            Api.Answer answer = taken("{\"readings\":[" + String.join(",", some) + "]}");
            if (answer.body().path("accepted").asInt() != some.size()) {
                throw new AssertionError(
                        "Not all of %d readings were taken, the first of the others: %s"
                                .formatted(some.size(), answer.body().path("rejected").path(0)));
            }
        }
        return readings.size();
    }

    /// Sends a body again while the suite is busy.
    private Api.Answer taken(String body) {
        long start = System.nanoTime();
        Api.Answer answer = api.post("/api/telemetry/readings", body);
        while (answer.status() == BUSY && Samples.secondsSince(start) < PATIENCE.toSeconds()) {
            Api.pause();
            answer = api.post("/api/telemetry/readings", body);
        }
        return Ground.good(answer);
    }

    private void awaitHours() {
        long start = System.nanoTime();
        long lastWaiting = start;
        while (Samples.secondsSince(lastWaiting) < SECONDS_TO_BE_SURE) {
            if (isWaiting()) {
                lastWaiting = System.nanoTime();
            }
            if (Samples.secondsSince(start) > PATIENCE.toSeconds()) {
                throw new AssertionError("Readings still wait to become hours");
            }
            Api.pause();
        }
    }

    /// Whether anything waits, or nobody knows, as where Streams is not at work.
    private boolean isWaiting() {
        boolean waiting = false;
        for (var stage :
                Ground.good(api.get("/api/datacenters/telemetry/status")).body().path("lag")) {
            waiting |= stage.path("records").asLong(1) > 0;
        }
        return waiting;
    }
}
