package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Services, PostgreSQL and Kafka are killed without warning while readings are pushed and files
/// imported. Nobody is told of a failure of the service meanwhile, and a client that repeats what
/// was not answered finds in the end exactly what it sent. `-Dnetzero.seed=…` repeats a run.
class NothingIsLostOrCountedTwiceIT {

    private static final int FILES = 40;
    private static final int ROWS_PER_FILE = 250;
    private static final String DATACENTER = "tianjin-2";

    /// Read every minute, in line protocol, by several senders at once.
    private static final String MINUTELY = "tianjin-3";

    private static final int SENDERS = 4;
    private static final int MINUTES_PER_BODY = 2_500;
    private static final int HOURS = 40 * 24;
    private static final int HOURS_PER_REQUEST = 8;

    /// Who is killed, in an order of the seed's choosing.
    private static final List<String> VICTIMS =
            List.of(
                    "energy",
                    "emissions",
                    "datacenter",
                    "gateway",
                    Suite.POSTGRES,
                    Suite.POSTGRES,
                    Suite.POSTGRES,
                    Suite.KAFKA,
                    Suite.KAFKA,
                    Suite.KAFKA);

    /// The service is away or busy; 0 is no answer at all.
    private static final Set<Integer> AWAY = Set.of(0, 429, 503, 504);

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void start() {
        PublishedSuite.end();
        suite = Suite.start("kills");
        api = new Api(suite.address(), suite.adminKey());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void row27KilledPartsLoseNothingAndCountNothingTwice() throws Exception {
        // Given
        long seed = Long.getLong("netzero.seed", System.nanoTime());
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant start = end.minus(HOURS, ChronoUnit.HOURS);
        for (String datacenter : List.of(DATACENTER, MINUTELY)) {
            insisting(() ->
                    api.put(
                            "/api/datacenters/" + datacenter,
                            Telemetry.facility("tianjin-binhai")));
            insisting(() ->
                    api.put(
                            "/api/datacenters/" + datacenter + "/points",
                            Telemetry.points(datacenter)));
        }

        // When
        var killing = new AtomicBoolean(true);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> files = senders.submit(() -> importFiles(killing));
            Future<?> readings = senders.submit(() -> pushReadings(start, killing));
            List<Future<?>> lines = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender;
                lines.add(senders.submit(() -> pushLines(start, first, killing)));
            }
            killParts(seed);
            killing.set(false);
            files.get();
            readings.get();
            for (Future<?> sender : lines) {
                sender.get();
            }
        }

        // Then
        int year = 2022;
        BigDecimal imported = new BigDecimal(FILES).multiply(new BigDecimal(ROWS_PER_FILE));
        Api.eventually(
                "%s MWh of imported records in the balance (seed %d)".formatted(imported, seed),
                () ->
                        api.get("/api/energy/balance?period=" + year)
                                .body()
                                .at("/indirectMwh")
                                .asText(),
                mwh -> !mwh.isEmpty() && new BigDecimal(mwh).compareTo(imported) == 0);
        Api.eventually(
                "the emissions of the imported records, no more and no less (seed %d)"
                        .formatted(seed),
                () -> api.get("/api/emissions/results?limit=1000&scope=2&period=" + year).body(),
                results -> isOf(imported, results.at("/items")));

        double sent = measuredKwh(start, end);
        for (String datacenter : List.of(DATACENTER, MINUTELY)) {
            Api.eventually(
                    "%s kWh of readings in the indicators of %s (seed %d)"
                            .formatted(sent, datacenter, seed),
                    () -> facilityKwh(datacenter, end),
                    kwh -> Math.abs(kwh - sent) < 0.01);
            assertThat(facilityKwh(datacenter, end))
                    .as("%s, seed %d", datacenter, seed)
                    .isCloseTo(sent, within(0.01));
        }
    }

    /// Whether the results by location are what the same energy gives as an estimate with their
    /// factor.
    private static boolean isOf(BigDecimal mwh, JsonNode results) {
        BigDecimal sum = BigDecimal.ZERO;
        String factorId = "";
        for (JsonNode result : results) {
            if (result.at("/method").asText().equals("LOCATION_BASED")) {
                sum = sum.add(new BigDecimal(result.at("/kgCo2e").asText()));
                factorId = result.at("/factorId").asText();
            }
        }
        if (factorId.isEmpty()) {
            return false;
        }
        JsonNode estimate =
                api.post(
                                "/api/emissions/estimates",
                                """
                                [{"activity": "electricity", "quantity": {"value": "%s", "unit": "MWh"},
                                  "region": "CN", "on": "2022-06-30", "factorId": "%s"}]\
                                """
                                        .formatted(mwh, factorId))
                        .body();
        return new BigDecimal(estimate.at("/results/0/kgCo2e").asText("-1")).compareTo(sum) == 0;
    }

    private static void killParts(long seed) throws InterruptedException {
        var random = new Random(seed);
        var victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        for (String victim : victims) {
            Thread.sleep(random.nextInt(500, 4_000));
            suite.kill(victim);
            Api.eventually(
                    "everything to be back after the end of %s (seed %d: %s)"
                            .formatted(victim, seed, victims),
                    () -> api.get("/api/health"),
                    health -> health.status() == 200);
        }
    }

    /// Sends each file until it is answered, and goes round again while services are being killed.
    private static void importFiles(AtomicBoolean killing) {
        do {
            for (int file = 0; file < FILES; file++) {
                String csv = file(file);
                insisting(() -> api.importing("energy", csv));
            }
        } while (killing.get());
    }

    private static String file(int number) {
        return "recordId,siteId,carrier,source,quantity,unit,start,end,provenance\n"
                + IntStream.range(0, ROWS_PER_FILE)
                        .mapToObj(row ->
                                "kill-%d-%d,chongqing,ELECTRICITY,PURCHASED,1,MWh,2022-%02d,,INVOICED"
                                        .formatted(number, row, 1 + row % 12))
                        .collect(Collectors.joining("\n"));
    }

    private static void pushReadings(Instant start, AtomicBoolean killing) {
        do {
            for (int hour = 0; hour <= HOURS; hour += HOURS_PER_REQUEST) {
                var batch = new Telemetry();
                for (int h = hour; h <= Math.min(HOURS, hour + HOURS_PER_REQUEST - 1); h++) {
                    batch.hour(DATACENTER, start.plus(h, ChronoUnit.HOURS), h);
                }
                insisting(() -> api.post("/api/telemetry/readings", batch.json()));
            }
        } while (killing.get());
    }

    /// Sends every fourth body of readings of each minute, and goes round again while services are
    /// being killed: the load is as high as the services let it be.
    private static void pushLines(Instant start, int first, AtomicBoolean killing) {
        int minutes = HOURS * 60;
        do {
            for (int from = first * MINUTES_PER_BODY;
                    from <= minutes;
                    from += SENDERS * MINUTES_PER_BODY) {
                String body = lines(start, from, Math.min(minutes, from + MINUTES_PER_BODY - 1));
                insisting(() -> api.lines(body));
            }
        } while (killing.get());
    }

    /// The counters of each minute, from the first to the last; both rise by whole kilowatt-hours.
    private static String lines(Instant start, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(minute -> {
                    long time = start.plus(minute, ChronoUnit.MINUTES).getEpochSecond();
                    return "energy,point=%1$s-facility value=%2$d %4$d\nenergy,point=%1$s-it value=%3$d %4$d\n"
                            .formatted(
                                    MINUTELY,
                                    Math.round(Telemetry.facilityCounterKwh(minute) / 60),
                                    Math.round(Telemetry.itCounterKwh(minute) / 60),
                                    time);
                })
                .collect(Collectors.joining());
    }

    /// Repeats a request until it is answered with success; an answer that does not ask for that
    /// fails the test.
    private static void insisting(Supplier<Api.Answer> request) {
        Api.Answer answer = request.get();
        while (!answer.isGood()) {
            if (!AWAY.contains(answer.status())) {
                throw new AssertionError("refused: " + answer);
            }
            if (answer.status() == 503 && answer.retryAfter().isEmpty()) {
                throw new AssertionError("does not say when to try again: " + answer);
            }
            Api.pause();
            answer = request.get();
        }
    }

    /// What the facility's counter rose by since the start of the year or of the readings,
    /// whichever is later.
    private static double measuredKwh(Instant start, Instant end) {
        Instant newYear =
                end.atZone(ZoneOffset.ofHours(8))
                        .withDayOfYear(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        Instant from = start.isBefore(newYear) ? newYear : start;
        return Telemetry.facilityCounterKwh(ChronoUnit.HOURS.between(start, end))
                - Telemetry.facilityCounterKwh(ChronoUnit.HOURS.between(start, from));
    }

    private static double facilityKwh(String datacenter, Instant end) {
        int year = end.atZone(ZoneOffset.ofHours(8)).getYear();
        return api.get(
                        "/api/datacenters/%s/indicators?period=%d&granularity=year"
                                .formatted(datacenter, year))
                .body()
                .at("/intervals/0/facilityKwh")
                .asDouble();
    }
}
