package org.netzero.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.netzero.journey.Api;

/// How long the questions of a dashboard take through the gateway, one client after the other and
/// several at once.
final class Reads implements Benchmark {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 500;
    private static final int CLIENTS = 4;
    private static final double MILLIS_PER_SECOND = 1e3;

    private record Question(String name, String path) {}

    private static final List<Question> QUESTIONS =
            List.of(
                    new Question("inventory", "/api/emissions/inventory?period=2021"),
                    new Question("energy balance", "/api/energy/balance?period=2021"),
                    new Question("projection", "/api/roadmap/scenarios/committed/projection"),
                    new Question("fleet indicators", "/api/datacenters/indicators?year=2021"));

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        Api api = ground.api();
        var rows = new ArrayList<Row>();
        for (Question question : QUESTIONS) {
            ask(api, question, WARM_UP);
            rows.add(row(question, "1 client", new Samples(ask(api, question, REQUESTS))));
            rows.add(
                    row(
                            question,
                            CLIENTS + " clients",
                            new Samples(together(() -> ask(api, question, REQUESTS)))));
        }
        return rows;
    }

    private static Row row(Question question, String clients, Samples samples) {
        return Row.alone(
                "read %s, %s".formatted(question.name(), clients),
                "p50 %s ms, p99 %s ms"
                        .formatted(
                                Row.number(samples.median() * MILLIS_PER_SECOND),
                                Row.number(samples.quantile(0.99) * MILLIS_PER_SECOND)));
    }

    private static List<Double> together(Callable<List<Double>> client) throws Exception {
        var seconds = new ArrayList<Double>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<List<Double>>>();
            for (int i = 0; i < CLIENTS; i++) {
                asked.add(clients.submit(client));
            }
            for (Future<List<Double>> answered : asked) {
                seconds.addAll(answered.get());
            }
        }
        return seconds;
    }

    private static List<Double> ask(Api api, Question question, int times) {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            Ground.good(api.get(question.path()));
            seconds.add(Samples.secondsSince(start));
        }
        return seconds;
    }
}
