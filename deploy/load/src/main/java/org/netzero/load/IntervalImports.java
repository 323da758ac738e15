package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/// How many hourly intervals a second the import of one large file takes, which runs in the
/// background, beside PostgreSQL's own COPY of the same rows into the same partitions, and of the
/// same sums of days.
final class IntervalImports implements Benchmark {

    private static final int YEAR = 2019;
    private static final int HOURS = 8_760;
    private static final int METERS_PER_SITE = 12;
    private static final int WARM_UP_ROWS = 100_000;
    private static final double RATIO_LIMIT = 0.5;
    private static final double MEGABYTES_LIMIT = 1_024;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A file that was imported.
    ///
    /// @param id of the import
    private record Imported(String id, int rows, double seconds) {}

    @Override
    public String name() {
        return "import-intervals";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        int rows = Size.of("NETZERO_LOAD_INTERVALS", 10_000_000);
        String run = "load-" + Instant.now().getEpochSecond();
        copied(ground, imported(ground, run + "-w", WARM_UP_ROWS));
        Imported measured = imported(ground, run, rows);
        double megabytes = ground.peakMegabytes("energy");
        double seconds = copied(ground, measured);
        return List.of(
                Row.beside(
                                "COPY of the same rows and the sums of their days",
                                rows / seconds,
                                "import of %,d hourly intervals".formatted(rows),
                                new Row.Rate(rows / measured.seconds(), "intervals/s"))
                        .atLeast(RATIO_LIMIT),
                Row.below(
                        MEGABYTES_LIMIT,
                        "most memory of the service until then, resident",
                        megabytes,
                        "MB"));
    }

    private static Imported imported(Ground ground, String prefix, int rows) throws Exception {
        int meters = Math.ceilDiv(rows, HOURS);
        var year =
                new MeteredYear(
                        prefix,
                        YEAR,
                        Math.ceilDiv(meters, METERS_PER_SITE),
                        METERS_PER_SITE,
                        List.of("PURCHASED"));
        year.register(ground.api());
        Path file = file(prefix, rows);
        try {
            long start = System.nanoTime();
            JsonNode receipt =
                    JSON.readTree(
                            new Sender(ground.suite())
                                    .file("/api/imports/intervals", "text/csv", file));
            JsonNode end = Ground.ended(ground.api(), receipt);
            double seconds = Samples.secondsSince(start);
            if (!end.path("status").asText().equals("DONE")
                    || end.path("accepted").asInt() != rows) {
                throw new AssertionError("%d rows came to %s".formatted(rows, end));
            }
            return new Imported(receipt.path("importId").asText(), rows, seconds);
        } finally {
            Files.delete(file);
        }
    }

    /// Meter after meter, hour after hour, as meters are exported.
    private static Path file(String prefix, int rows) throws IOException {
        Path file = Files.createTempFile("netzero-load-", ".csv");
        LocalDateTime first = LocalDateTime.of(YEAR, 1, 1, 0, 0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("meterId,start,quantity,unit\n");
            for (int row = 0; row < rows; row++) {
                int meter = row / HOURS;
                out.write(
                        "%s-%03d-%d,%sZ,%d.%03d,kWh\n"
                                .formatted(
                                        prefix,
                                        meter / METERS_PER_SITE,
                                        meter % METERS_PER_SITE,
                                        first.plusHours(row % HOURS),
                                        5 + row % 700,
                                        row * 7 % 1_000));
            }
        }
        return file;
    }

    /// Seconds of PostgreSQL's COPY of what an import stored.
    private static double copied(Ground ground, Imported imported) throws Exception {
        try (var connection = ground.database(MeteredYear.DATABASE)) {
            MeteredYear.awaitSummed(connection);
        }
        try (var copy =
                new CopyOfStored(
                        ground.database(MeteredYear.DATABASE),
                        List.of("meter_interval", "meter_day"))) {
            String intake =
                    "select intake from interval_intake where import_id = '%s'"
                            .formatted(imported.id());
            copy.take("meter_interval", "intake = (%s) order by meter, start_at".formatted(intake));
            copy.take(
                    "meter_day",
                    "meter in (select distinct meter from meter_interval where intake = (%s)) order by meter, day"
                            .formatted(intake));
            if (copy.rows() < imported.rows()) {
                throw new AssertionError(
                        "%d intervals came to %d rows".formatted(imported.rows(), copy.rows()));
            }
            return copy.seconds();
        }
    }
}
