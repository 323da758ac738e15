package org.netzero.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// PostgreSQL's own way to take the rows that a service has stored: into empty tables of the same
/// columns, defaults, checks, keys and indexes, in one transaction that is synced.
final class CopyOfStored implements AutoCloseable {

    private static final String PEER = "load_peer_";

    private final Connection connection;
    private final CopyManager copying;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long rows;

    CopyOfStored(Connection connection, List<String> tables) throws SQLException {
        this.connection = connection;
        this.copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : tables) {
            // or the server would do it of its own accord while COPY is measured
            execute("vacuum (analyze) " + table);
            execute("drop table if exists " + PEER + table);
            List<String> partitions = partitions(table);
            execute(
                    "create table %1$s%2$s (like %2$s including all)%3$s"
                            .formatted(
                                    PEER,
                                    table,
                                    partitions.isEmpty()
                                            ? ""
                                            : " partition by " + partitionKey(table)));
            for (String partition : partitions) {
                execute(partition);
            }
        }
    }

    /// What makes the same partitions of the peer; nothing where the table has none.
    private List<String> partitions(String table) throws SQLException {
        return texts(
                """
                select format('create table %1$s%%s partition of %1$s%2$s %%s', relname, pg_get_expr(relpartbound, pg_class.oid))
                from pg_inherits join pg_class on pg_class.oid = inhrelid
                where inhparent = '%2$s'::regclass and relispartition
                """
                        .formatted(PEER, table));
    }

    private String partitionKey(String table) throws SQLException {
        return texts("select pg_get_partkeydef('%s'::regclass)".formatted(table)).getFirst();
    }

    private List<String> texts(String query) throws SQLException {
        try (var once = connection.createStatement();
                var row = once.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /// Takes rows of a table as they are stored, in a file.
    void take(String table, String where) throws SQLException, IOException {
        Path file = Files.createTempFile("netzero-load-", ".copy");
        files.put(table, file);
        try (OutputStream out = Files.newOutputStream(file)) {
            rows +=
                    copying.copyOut(
                            "copy (select * from %s where %s) to stdout".formatted(table, where),
                            out);
        }
    }

    /// Rows that were taken.
    long rows() {
        return rows;
    }

    /// Seconds that all of them take.
    double seconds() throws SQLException, IOException {
        connection.setAutoCommit(false);
        long copied = 0;
        long start = System.nanoTime();
        for (Map.Entry<String, Path> taken : files.entrySet()) {
            try (InputStream in = Files.newInputStream(taken.getValue())) {
                copied +=
                        copying.copyIn(
                                "copy %s%s from stdin".formatted(PEER, taken.getKey()),
                                in,
                                1 << 16);
            }
        }
        connection.commit();
        double seconds = Samples.secondsSince(start);
        connection.setAutoCommit(true);
        if (copied != rows) {
            throw new AssertionError("%d of %d rows copied".formatted(copied, rows));
        }
        return seconds;
    }

    private void execute(String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        for (Map.Entry<String, Path> taken : files.entrySet()) {
            Files.delete(taken.getValue());
            execute("drop table " + PEER + taken.getKey());
        }
        connection.close();
    }
}
