package org.netzero.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.netzero.journey.Api;

/// How long the inventory of a year with very many results takes, a page of its results, and the
/// way to one of them. The year's records and results are those of [ActivityImports], each ten
/// times under other ids.
final class LargeInventory implements Benchmark {

    private static final int YEAR = ActivityImports.YEAR;
    private static final long IMPORTED = 1_000_000;
    private static final long RESULTS = 10_000_000;
    private static final int WARM_UP = 50;
    private static final int REQUESTS = 200;
    private static final double INVENTORY_LIMIT_MILLIS = 300;
    private static final double TRACE_LIMIT_MILLIS = 20;

    private final ActivityImports imports;

    LargeInventory(ActivityImports imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "inventory-large";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        var rows = new ArrayList<Row>();
        List<String> any;
        List<String> ofTravel;
        long results;
        try (Connection connection = ground.database(ActivityImports.DATABASE)) {
            if (results(connection) < IMPORTED) {
                rows.addAll(imports.run(ground));
            }
            multiply(connection, Math.ceilDiv(RESULTS, results(connection)));
            results = results(connection);
            check(connection);
            any = some(connection, "true");
            ofTravel = some(connection, "category = 6");
        }
        Api api = ground.api();
        String inventory = "/api/emissions/inventory?period=" + YEAR;
        String page =
                "/api/emissions/results?period=%d&category=C6_BUSINESS_TRAVEL&limit=100"
                        .formatted(YEAR);
        rows.add(
                Row.belowMillis(
                        INVENTORY_LIMIT_MILLIS,
                        "inventory of a year with %,d results".formatted(results),
                        "p99",
                        measured(api, Collections.nCopies(WARM_UP + REQUESTS, inventory))));
        rows.add(
                Row.of(
                        "its first 100 results of a category",
                        measured(api, Collections.nCopies(WARM_UP + REQUESTS, page))));
        rows.add(
                Row.of(
                        "100 results of the category further down",
                        measured(
                                api,
                                ofTravel.stream().map(id -> page + "&cursor=" + id).toList())));
        rows.add(
                Row.belowMillis(
                        TRACE_LIMIT_MILLIS,
                        "trace of one of its results",
                        "p50",
                        measured(
                                api,
                                any.stream()
                                        .map(id -> "/api/emissions/results/%s/trace".formatted(id))
                                        .toList())));
        return rows;
    }

    private static Samples measured(Api api, List<String> paths) {
        return new Samples(Reads.ask(api, paths).subList(WARM_UP, paths.size()));
    }

    private static long results(Connection connection) throws SQLException {
        try (var count =
                        connection.prepareStatement(
                                "select count(*) from activity_result where year = " + YEAR);
                var answer = count.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /// Copies records and results of the year, and lets its sums follow.
    private static void multiply(Connection connection, long times) throws SQLException {
        if (times <= 1) {
            return;
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create temporary table once on commit drop as select activity_id from activity_record
                    where not superseded and starts_on >= '%d-01-01' and starts_on < '%d-01-01'
                    """
                            .formatted(YEAR, YEAR + 1));
            statement.execute("create unique index on once (activity_id)");
            statement.execute("analyze once");
            for (String table : List.of("activity_record", "activity_result", "activity_finding")) {
                List<String> columns = columns(connection, table);
                String values =
                        columns.stream()
                                .map(column ->
                                        column.equals("activity_id")
                                                ? "'copy-%d-' || activity_id"
                                                : column)
                                .collect(Collectors.joining(", "));
                for (int copy = 1; copy < times; copy++) {
                    statement.executeUpdate(
                            "insert into %s (%s) select %s from %s where activity_id in (select activity_id from once)"
                                    .formatted(
                                            table,
                                            String.join(", ", columns),
                                            values.formatted(copy),
                                            table));
                }
            }
            statement.executeUpdate(
                    """
                    update activity_result_total set results = results * %1$d, kg_ar4 = kg_ar4 * %1$d,
                        kg_ar5 = kg_ar5 * %1$d, kg_ar6 = kg_ar6 * %1$d, squares = squares * %1$d,
                        digest = digest * %1$d, masses = array(select mass * %1$d
                            from unnest(masses) with ordinality as its (mass, place) order by place)
                    where year = %2$d
                    """
                            .formatted(times, YEAR));
            statement.executeUpdate(
                    "update activity_amount set records = records * %1$d, value = value * %1$d where year = %2$d"
                            .formatted(times, YEAR));
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) activity_record");
            statement.execute("vacuum (analyze) activity_result");
            statement.execute("vacuum (analyze) activity_result_total");
        }
    }

    /// What was copied has to be what an inventory adds up.
    private static void check(Connection connection) throws SQLException {
        try (var both =
                        connection.prepareStatement(
                                """
                                select (select sum(kg_ar5) from activity_result
                                        where year = %1$d and accounting = 'INSIDE_INVENTORY'),
                                    (select sum(kg_ar5) from activity_result_total where year = %1$d)
                                """
                                        .formatted(YEAR));
                var sums = both.executeQuery()) {
            sums.next();
            if (sums.getBigDecimal(1).compareTo(sums.getBigDecimal(2)) != 0) {
                throw new AssertionError(
                        "Results come to %s, their sums to %s"
                                .formatted(sums.getBigDecimal(1), sums.getBigDecimal(2)));
            }
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    /// The ids of some results, picked at random.
    private static List<String> some(Connection connection, String which) throws SQLException {
        var ids = new ArrayList<String>();
        try (var some =
                        connection.prepareStatement(
                                """
                                select '%1$d.AR5_100.' || method || '.' || activity_id
                                from activity_result tablesample system (1)
                                where year = %1$d and accounting = 'INSIDE_INVENTORY' and %2$s
                                order by random() limit %3$d
                                """
                                        .formatted(YEAR, which, WARM_UP + REQUESTS));
                var row = some.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }
}
