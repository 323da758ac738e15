package org.netzero.load;

import java.util.ArrayList;
import java.util.Collections;
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
            ask(api, paths(question, WARM_UP));
            rows.add(row(question, "1 client", new Samples(ask(api, paths(question, REQUESTS)))));
            rows.add(
                    row(
                            question,
                            CLIENTS + " clients",
                            new Samples(together(() -> ask(api, paths(question, REQUESTS))))));
        }
        return rows;
    }

    private static Row row(Question question, String clients, Samples samples) {
        return Row.of("read %s, %s".formatted(question.name(), clients), samples);
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

    private static List<String> paths(Question question, int times) {
        return Collections.nCopies(times, question.path());
    }

    /// Seconds that each answer took, one after the other.
    static List<Double> ask(Api api, List<String> paths) {
        var seconds = new ArrayList<Double>();
        for (String path : paths) {
            long start = System.nanoTime();
            Ground.good(api.get(path));
            seconds.add(Samples.secondsSince(start));
        }
        return seconds;
    }
}
