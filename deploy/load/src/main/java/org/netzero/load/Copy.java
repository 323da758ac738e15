package org.netzero.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// PostgreSQL's own way to take many rows, as the peer of an import: into an empty table of the
/// same columns, defaults, checks, keys and indexes, in one transaction that is synced.
final class Copy implements AutoCloseable {

    private static final String PEER = "load_peer";

    private final Connection connection;
    private final String table;

    /// @param keys foreign keys, which `like` does not take over; empty for none
    Copy(Connection connection, String table, String keys) throws SQLException {
        this.connection = connection;
        this.table = table;
        connection.setAutoCommit(false);
        execute("drop table if exists " + PEER);
        execute("create table %s (like %s including all%s)".formatted(PEER, table, keys));
        connection.commit();
    }

    /// Seconds that a file takes.
    double secondsOf(String columns, String csv, long rows) throws SQLException, IOException {
        long start = System.nanoTime();
        long copied =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin with (format csv)"
                                        .formatted(PEER, columns),
                                new StringReader(csv));
        connection.commit();
        if (copied != rows) {
            throw new AssertionError("%d of %d rows copied".formatted(copied, rows));
        }
        return Samples.secondsSince(start);
    }

    /// Rows of the table itself whose id begins like this.
    long stored(String idColumn, String idPrefix) throws SQLException {
        try (var count =
                connection.prepareStatement(
                        "select count(*) from %s where %s like ?".formatted(table, idColumn))) {
            count.setString(1, idPrefix + "%");
            try (var answer = count.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } finally {
            connection.commit();
        }
    }

    private void execute(String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table " + PEER);
        connection.commit();
        connection.close();
    }
}
