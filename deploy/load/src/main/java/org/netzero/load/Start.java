package org.netzero.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.netzero.journey.Suite;

/// How long a built suite takes to be healthy and to hold the published data set, on an empty data
/// folder and again on the same one.
final class Start implements Benchmark {

    private static final double FIRST_LIMIT_SECONDS = 40;
    private static final double SECOND_LIMIT_SECONDS = 25;

    /// Kafka and the four services.
    private static final int START_CACHES = 5;

    private static final int CACHE_PATIENCE_SECONDS = 300;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        long start = System.nanoTime();
        Suite suite = Suite.start("load-start");
        double first = Samples.secondsSince(start);
        try {
            awaitStartCaches(suite.data().resolve("start-caches"));
            suite.down();
            start = System.nanoTime();
            suite.up();
            double second = Samples.secondsSince(start);
            return List.of(
                    Row.below(FIRST_LIMIT_SECONDS, "first start, on an empty data folder", first),
                    Row.below(SECOND_LIMIT_SECONDS, "second start, on the same folder", second));
        } finally {
            suite.down();
            suite.forget();
        }
    }

    /// They are made in the background of the first run, which is over sooner only here.
    private static void awaitStartCaches(Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (countOf(folder) < START_CACHES) {
            if (Samples.secondsSince(start) > CACHE_PATIENCE_SECONDS) {
                throw new AssertionError("No start caches in " + folder);
            }
            Thread.sleep(500);
        }
    }

    private static long countOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count();
        }
    }
}
