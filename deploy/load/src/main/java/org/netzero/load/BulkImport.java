package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netzero.journey.Api;

/// How many rows of a file a second the import takes, beside PostgreSQL's own COPY of what it
/// stores of them. Import and COPY take turns on files of their own, after one file each that is
/// not counted; the figure is the median.
///
/// @param kind of the import
/// @param database of the service that stores them
/// @param table they are stored in
/// @param idColumn of this table
/// @param keys its foreign keys, each with a comma before it
/// @param header of the file
/// @param columns that COPY fills
/// @param lines how the rows look to either
record BulkImport(
        String kind,
        String database,
        String table,
        String idColumn,
        String keys,
        String header,
        String columns,
        Lines lines)
        implements Benchmark {

    private static final int ROWS = 100_000;
    private static final int WARM_UP_ROWS = 20_000;
    private static final int TIMES = 3;

    /// The rows of a file.
    interface Lines {

        /// A row of the file that is sent.
        String sent(String id, int file, int row);

        /// The same row as the table holds it.
        String stored(String id, int file, int row);
    }

    @Override
    public String name() {
        return "import-" + kind;
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        String run = "load-" + Instant.now().getEpochSecond();
        var imported = new ArrayList<Double>();
        var copied = new ArrayList<Double>();
        Api api = ground.api();
        try (var copy = new Copy(ground.database(database), table, keys)) {
            importing(api, run, 0, WARM_UP_ROWS);
            copying(copy, run, 0, WARM_UP_ROWS);
            for (int file = 1; file <= TIMES; file++) {
                imported.add(importing(api, run, file, ROWS));
                copied.add(copying(copy, run, file, ROWS));
            }
            long stored = copy.stored(idColumn, run + "-");
            if (stored != WARM_UP_ROWS + (long) TIMES * ROWS) {
                throw new AssertionError(stored + " rows are stored");
            }
        }
        return List.of(
                Row.beside(
                        "COPY into a table of the same shape and keys",
                        ROWS / new Samples(copied).median(),
                        "import of %,d %s".formatted(ROWS, kind),
                        new Row.Rate(ROWS / new Samples(imported).median(), "rows/s")));
    }

    private double importing(Api api, String run, int file, int rows) {
        String csv = header + "\n" + csv(run, file, rows, lines::sent);
        long start = System.nanoTime();
        JsonNode receipt = Ground.good(api.importing(kind, csv)).body();
        long accepted = Ground.ended(api, receipt).path("accepted").asLong();
        double seconds = Samples.secondsSince(start);
        if (accepted != rows) {
            throw new AssertionError("%d of %d rows accepted".formatted(accepted, rows));
        }
        return seconds;
    }

    private double copying(Copy copy, String run, int file, int rows) throws Exception {
        return copy.secondsOf(columns, csv(run, file, rows, lines::stored), rows);
    }

    private interface Line {
        String of(String id, int file, int row);
    }

    private static String csv(String run, int file, int rows, Line line) {
        IntFunction<String> text = row -> line.of("%s-%d-%d".formatted(run, file, row), file, row);
        return IntStream.range(0, rows).mapToObj(text).collect(Collectors.joining("\n", "", "\n"));
    }
}
