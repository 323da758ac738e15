package org.netzero.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long the largest batch of estimates takes through the gateway, with the way to each.
final class Estimates implements Benchmark {

    private static final int ITEMS = 10_000;
    private static final int WARM_UP = 5;
    private static final int TIMES = 20;
    private static final double LIMIT_MILLIS = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "estimates";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        var sender = new Sender(ground.suite());
        var random = new SplittableRandom(1);
        byte[] body =
                Stream.generate(() -> SampleActivity.next(random, ActivityImports.YEAR).item())
                        .limit(ITEMS)
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(UTF_8);
        var seconds = new ArrayList<Double>();
        int bytes = 0;
        for (int time = 0; time < WARM_UP + TIMES; time++) {
            long start = System.nanoTime();
            byte[] answer = sender.json("/api/emissions/estimates", body);
            if (time == 0) {
                check(answer);
            }
            if (time >= WARM_UP) {
                seconds.add(Samples.secondsSince(start));
                bytes = answer.length;
            }
        }
        return List.of(
                Row.belowMillis(
                        LIMIT_MILLIS,
                        "%,d estimates in one request, an answer of %.1f MB"
                                .formatted(ITEMS, bytes / 1e6),
                        "p50",
                        new Samples(seconds)));
    }

    private static void check(byte[] answer) throws Exception {
        JsonNode results = JSON.readTree(answer).path("results");
        for (JsonNode result : results) {
            if (!result.has("kgCo2e")) {
                throw new AssertionError("No estimate: " + result);
            }
        }
        if (results.size() != ITEMS) {
            throw new AssertionError(results.size() + " estimates");
        }
    }
}
