package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// How many activities a second the import of one large file takes, which runs in the background,
/// beside PostgreSQL's own COPY of the same rows of records and results; and how much memory the
/// service takes for it.
final class ActivityImports implements Benchmark {

    static final String DATABASE = "netzero_emissions";

    /// The year of the activities of the measured file.
    static final int YEAR = 2024;

    private static final int FIRST_YEAR = 2025;
    private static final int ROWS = 1_000_000;

    /// As many as it takes until the service's code is compiled.
    private static final int FIRST_ROWS = 1_500_000;

    private static final double RATIO_LIMIT = 0.5;
    private static final double MEGABYTES_LIMIT = 1_024;
    private static final List<String> TABLES = List.of("activity_record", "activity_result");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A file that was imported.
    ///
    /// @param id of the import
    private record Imported(String id, double seconds) {}

    @Override
    public String name() {
        return "import-activities";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        String run = "load-" + Instant.now().getEpochSecond();
        Imported first = imported(ground, run + "-f", FIRST_YEAR, FIRST_ROWS);
        Copied firstCopied = copied(ground, first, FIRST_ROWS);
        Imported measured = imported(ground, run, YEAR, ROWS);
        double megabytes = ground.peakMegabytes("emissions");
        Copied copied = copied(ground, measured, ROWS);
        return List.of(
                beside(firstCopied, "the first import, of %,d activities", first, FIRST_ROWS),
                beside(copied, "the next import, of %,d activities", measured, ROWS)
                        .atLeast(RATIO_LIMIT),
                Row.below(
                        MEGABYTES_LIMIT,
                        "most memory of the service until then, resident",
                        megabytes,
                        "MB"));
    }

    private static Row beside(Copied copied, String measured, Imported imported, int rows) {
        return Row.beside(
                "COPY of the same rows, %,d with their results".formatted(copied.rows()),
                rows / copied.seconds(),
                measured.formatted(rows),
                new Row.Rate(rows / imported.seconds(), "activities/s"));
    }

    private static Imported imported(Ground ground, String prefix, int year, int rows)
            throws Exception {
        Path file = file(prefix, year, rows);
        try {
            long start = System.nanoTime();
            JsonNode receipt =
                    JSON.readTree(
                            new Sender(ground.suite())
                                    .file("/api/imports/activities", "text/csv", file));
            JsonNode end = Ground.ended(ground.api(), receipt);
            double seconds = Samples.secondsSince(start);
            if (!end.path("status").asText().equals("DONE")
                    || end.path("accepted").asInt() != rows) {
                throw new AssertionError("%d rows came to %s".formatted(rows, end));
            }
            return new Imported(receipt.path("importId").asText(), seconds);
        } finally {
            Files.delete(file);
        }
    }

    private static Path file(String prefix, int year, int rows) throws IOException {
        Path file = Files.createTempFile("netzero-load-", ".csv");
        var random = new SplittableRandom(year);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SampleActivity.HEADER);
            out.newLine();
            for (int row = 0; row < rows; row++) {
                out.write(SampleActivity.next(random, year).line(prefix + "-" + row));
                out.newLine();
            }
        }
        return file;
    }

    /// @param rows of all tables
    private record Copied(double seconds, long rows) {}

    /// PostgreSQL's COPY of what an import stored.
    private static Copied copied(Ground ground, Imported imported, int records) throws Exception {
        try (var copy = new CopyOfStored(ground.database(DATABASE), TABLES)) {
            String ids =
                    "select activity_id from activity_record where import_id = '%s'"
                            .formatted(imported.id());
            copy.take("activity_record", "import_id = '%s'".formatted(imported.id()));
            copy.take("activity_result", "activity_id in (%s)".formatted(ids));
            if (copy.rows() < 2L * records) {
                throw new AssertionError(
                        "%d records came to %d rows".formatted(records, copy.rows()));
            }
            return new Copied(copy.seconds(), copy.rows());
        }
    }
}
