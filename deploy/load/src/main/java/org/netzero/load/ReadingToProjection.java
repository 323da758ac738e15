package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.netzero.journey.Api;
import org.netzero.journey.Telemetry;

/// How long after a reading was sent every figure that follows from it has changed.
///
/// A month of two counters is filled in; then the facility's counter of one more hour is pushed,
/// after that of the IT equipment, so that the one reading completes the hour. Of that way the last
/// part is told apart: from the indicator of the year in Kafka to the projection that the API
/// answers.
final class ReadingToProjection implements Benchmark {

    private static final double LIMIT_SECONDS = 10;
    private static final double EVENT_LIMIT_SECONDS = 0.2;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final String PROJECTION = "the projection of 2030";
    private static final int TIMES = 5;
    private static final int HOURS = 31 * 24;

    /// More than the load before, so that the yearly PUE changes too.
    private static final double FACILITY_KW = 9_000;

    private static final double IT_KW = 6_000;

    private static final int LOOK_EVERY_MILLIS = 10;
    private static final int QUIET_LOOKS = 8;
    private static final int QUIET_MILLIS = 500;

    @Override
    public String name() {
        return "reading-to-projection";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        Api api = ground.api();
        String datacenter = "load-" + Instant.now().getEpochSecond();
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant filledTo = end.minus(TIMES, ChronoUnit.HOURS);
        fillIn(api, datacenter, filledTo);
        Map<String, Supplier<String>> figures = figures(api, datacenter, end);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        List<Double> sinceEvent = new ArrayList<>();
        String indicator = "%s/%d".formatted(datacenter, yearOf(end));
        for (int time = 1; time <= TIMES; time++) {
            Instant hour = filledTo.plus(time, ChronoUnit.HOURS);
            push(api, new Telemetry().add(datacenter + "-it", hour, itKwh(time)));
            Map<String, String> before = settled(figures);
            var last = new Telemetry().add(datacenter + "-facility", hour, facilityKwh(time));
            try (var indicators = new TopicEnd(ground.kafka(), "datacenter.indicator")) {
                long start = System.currentTimeMillis();
                Map<String, Double> taken = measure(figures, before, () -> push(api, last));
                taken.forEach((figure, each) ->
                        seconds.computeIfAbsent(figure, first -> new ArrayList<>()).add(each));
                double written =
                        (indicators.firstOf(indicator).toEpochMilli() - start) / MILLIS_PER_SECOND;
                sinceEvent.add(Math.max(0, taken.getOrDefault(PROJECTION, 0.0) - written));
            }
        }
        List<Row> rows = new ArrayList<>();
        seconds.forEach(
                (figure, taken) -> rows.add(row("one reading to " + figure, taken, LIMIT_SECONDS)));
        rows.add(row("one indicator in Kafka to " + PROJECTION, sinceEvent, EVENT_LIMIT_SECONDS));
        return rows;
    }

    private static int yearOf(Instant end) {
        return end.atZone(ZoneOffset.ofHours(8)).getYear();
    }

    private static Row row(String what, List<Double> seconds, double limit) {
        var samples = new Samples(seconds);
        return new Row(
                what,
                "min %s, median %s, max %s s"
                        .formatted(
                                Row.number(samples.min()),
                                Row.number(samples.median()),
                                Row.number(samples.max())),
                "limit " + Row.number(limit) + " s",
                Row.number(samples.max() / limit));
    }

    private static void fillIn(Api api, String datacenter, Instant to) {
        Ground.good(
                api.put("/api/datacenters/" + datacenter, Telemetry.facility("tianjin-binhai")));
        Ground.good(
                api.put(
                        "/api/datacenters/" + datacenter + "/points",
                        Telemetry.points(datacenter)));
        Instant from = to.minus(HOURS, ChronoUnit.HOURS);
        var month = new Telemetry();
        for (int hour = 0; hour <= HOURS; hour++) {
            month.hour(datacenter, from.plus(hour, ChronoUnit.HOURS), hour);
        }
        push(api, month);
    }

    private static double itKwh(int hoursAfter) {
        return Telemetry.itCounterKwh(HOURS) + IT_KW * hoursAfter;
    }

    private static double facilityKwh(int hoursAfter) {
        return Telemetry.facilityCounterKwh(HOURS) + FACILITY_KW * hoursAfter;
    }

    private static void push(Api api, Telemetry readings) {
        int accepted =
                Ground.good(api.post("/api/telemetry/readings", readings.json()))
                        .body()
                        .path("accepted")
                        .asInt();
        if (accepted != readings.count()) {
            throw new AssertionError(
                    "%d of %d readings accepted".formatted(accepted, readings.count()));
        }
    }

    private static Map<String, Supplier<String>> figures(Api api, String datacenter, Instant end) {
        int year = yearOf(end);
        Map<String, Supplier<String>> figures = new LinkedHashMap<>();
        figures.put(
                "PUE of the year",
                () ->
                        api.get(
                                        "/api/datacenters/%s/indicators?period=%d&granularity=year"
                                                .formatted(datacenter, year))
                                .body()
                                .at("/intervals/0/pue")
                                .asText());
        figures.put(
                "the energy balance",
                () ->
                        api.get("/api/energy/balance?period=" + year)
                                .body()
                                .at("/indirectMwh")
                                .asText());
        figures.put(
                "the inventory",
                () ->
                        api.get("/api/emissions/inventory?period=" + year)
                                .body()
                                .at("/scope2/locationBased/kgCo2e")
                                .asText());
        figures.put(PROJECTION, () -> electricityIn2030(api));
        return figures;
    }

    private static String electricityIn2030(Api api) {
        for (JsonNode year :
                api.get("/api/roadmap/scenarios/committed/projection").body().at("/years")) {
            if (year.path("year").asInt() == 2030) {
                return year.path("electricityMwh").asText();
            }
        }
        return "";
    }

    /// The figures once nothing has changed them for a while.
    private static Map<String, String> settled(Map<String, Supplier<String>> figures)
            throws InterruptedException {
        Map<String, String> last = Map.of();
        int looks = 0;
        while (looks < QUIET_LOOKS || last.containsValue("")) {
            Map<String, String> now = new LinkedHashMap<>();
            figures.forEach((figure, ask) -> now.put(figure, ask.get()));
            looks = now.equals(last) ? looks + 1 : 0;
            last = now;
            Thread.sleep(QUIET_MILLIS);
        }
        return last;
    }

    /// Seconds from the start of an action until each figure is another one.
    private static Map<String, Double> measure(
            Map<String, Supplier<String>> figures, Map<String, String> before, Runnable action)
            throws Exception {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long start = System.nanoTime();
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            action.run();
            Map<String, Future<Double>> watched = new LinkedHashMap<>();
            figures.forEach((figure, ask) ->
                    watched.put(
                            figure,
                            watchers.submit(
                                    () -> change(ask, before.getOrDefault(figure, ""), start))));
            for (Map.Entry<String, Future<Double>> figure : watched.entrySet()) {
                seconds.put(figure.getKey(), figure.getValue().get());
            }
        }
        return seconds;
    }

    private static double change(Supplier<String> figure, String before, long start)
            throws InterruptedException {
        String now = figure.get();
        while (now.isEmpty() || now.equals(before)) {
            if (Samples.secondsSince(start) > 12 * LIMIT_SECONDS) {
                throw new AssertionError("A figure stays " + before);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            now = figure.get();
        }
        return Samples.secondsSince(start);
    }
}
