package org.netzero.platform.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.database.TurnTaking;
import org.netzero.platform.messaging.DatabaseFailure;

/// The imports on record, their errors and reversals; within the transaction of the caller where
/// there is one.
@ApplicationScoped
class ImportTable {

    /// Reasons kept of one import; the count of rejected rows goes on.
    static final int MAX_REASONS = 1_000_000;

    private static final String VIEW =
            """
            select r.*, v.reversed_at, v.reversed_by, v.reason
            from import_record r left join import_reversal v using (import_id)\
            """;

    private final DataSource database;
    private final Statements statements;

    ImportTable(DataSource database) {
        this.database = database;
        this.statements = new Statements(database, "The import");
    }

    /// An import as it is taken down.
    ///
    /// @param mapping the stated mapping in JSON
    record Taken(
            UUID importId,
            String kind,
            Instant recordedAt,
            String recordedBy,
            String mediaType,
            ImportFolder.Spooled file,
            long fileRows,
            Optional<String> mappingName,
            Optional<String> mapping,
            ImportStatus status,
            boolean background) {}

    /// An import that waits for the worker, or was interrupted.
    record Waiting(
            UUID importId,
            String kind,
            String recordedBy,
            String mediaType,
            long fileRows,
            Optional<String> mapping,
            long throughLine,
            long rowsRead) {}

    void add(Taken taken) {
        statements.update(
                """
                insert into import_record (import_id, kind, recorded_at, recorded_by, media_type, file_sha256, file_bytes,
                    file_rows, mapping_name, mapping, status, background, started_at, folder)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                statement -> {
                    statement.setObject(1, taken.importId());
                    statement.setString(2, taken.kind());
                    statement.setTimestamp(3, Timestamp.from(taken.recordedAt()));
                    statement.setString(4, taken.recordedBy());
                    statement.setString(5, taken.mediaType());
                    statement.setString(6, taken.file().sha256());
                    statement.setLong(7, taken.file().bytes());
                    statement.setLong(8, taken.fileRows());
                    statement.setString(9, taken.mappingName().orElse(null));
                    statement.setString(10, taken.mapping().orElse(null));
                    statement.setString(11, taken.status().name());
                    statement.setBoolean(12, taken.background());
                    statement.setTimestamp(
                            13, taken.background() ? null : Timestamp.from(taken.recordedAt()));
                    statement.setString(14, taken.file().folder());
                });
    }

    /// Takes down an import that waits for the worker.
    ///
    /// @throws TooManyImports when `most` of the same folder, and so of the same instance, wait
    ///   already, or are at work; those of an instance that is gone are in nobody's way
    void queue(Taken taken, int most) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    if (waiting(taken.file().folder()) >= most) {
                        throw new TooManyImports(most);
                    }
                    add(taken);
                });
    }

    /// Waits for a turn that lasts until the transaction ends.
    void takeTurn(String name) {
        try (var connection = database.getConnection()) {
            TurnTaking.take(connection, name);
        } catch (SQLException failed) {
            throw new DatabaseFailure("The import", failed);
        }
    }

    private long waiting(String folder) {
        takeTurn("import_record");
        return statements
                .query(
                        "select count(*) from import_record where folder = ? and status in ('QUEUED', 'RUNNING') and background",
                        statement -> statement.setString(1, folder),
                        row -> row.getLong(1))
                .getFirst();
    }

    /// Notes a stretch, if the import stands where it is expected to.
    ///
    /// @return whether it was noted
    boolean advance(UUID importId, long fromLine, Stretch stretch, long bytesRead) {
        int updated =
                statements.update(
                        """
                        update import_record set through_line = ?, bytes_read = least(?, file_bytes), rows_read = rows_read + ?,
                            accepted = accepted + ?, duplicates = duplicates + ?, rejected_rows = rejected_rows + ?,
                            reasons = reasons + ?
                        where import_id = ? and through_line = ? and status = 'RUNNING'
                        """,
                        statement -> {
                            statement.setLong(1, stretch.throughLine());
                            statement.setLong(2, bytesRead);
                            statement.setLong(3, stretch.rows());
                            statement.setLong(4, stretch.accepted());
                            statement.setLong(5, stretch.duplicates());
                            statement.setLong(6, stretch.rejectedRows());
                            statement.setLong(7, stretch.errors().size());
                            statement.setObject(8, importId);
                            statement.setLong(9, fromLine);
                        });
        if (updated == 1 && !stretch.errors().isEmpty()) {
            keep(importId, stretch.errors());
        }
        return updated == 1;
    }

    private void keep(UUID importId, List<RowError> errors) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into import_error (import_id, line, field, code, message)
                                select ?, line::bigint, field, code, message
                                from unnest(?, ?, ?, ?) with ordinality as new (line, field, code, message, place)
                                where (select reasons from import_record where import_id = ?) <= ?
                                order by place
                                """)) {
            insert.setObject(1, importId);
            insert.setArray(2, SqlArray.of(connection, errors, RowError::line));
            insert.setArray(3, SqlArray.of(connection, errors, error -> storable(error.column())));
            insert.setArray(4, SqlArray.of(connection, errors, RowError::code));
            insert.setArray(5, SqlArray.of(connection, errors, error -> storable(error.message())));
            insert.setObject(6, importId);
            insert.setLong(7, MAX_REASONS);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The errors of an import", failed);
        }
    }

    /// PostgreSQL has no text with a null character in it.
    private static String storable(String text) {
        return text.replace("\0", "\uFFFD");
    }

    /// @return false when it has ended by now
    boolean start(UUID importId, Instant at) {
        return statements.update(
                        "update import_record set status = 'RUNNING', started_at = coalesce(started_at, ?) where import_id = ? and status in ('QUEUED', 'RUNNING')",
                        statement -> {
                            statement.setTimestamp(1, Timestamp.from(at));
                            statement.setObject(2, importId);
                        })
                == 1;
    }

    /// @throws IllegalStateException when it has ended by now
    void done(UUID importId, Instant at) {
        int updated =
                statements.update(
                        "update import_record set status = 'DONE', ended_at = ?, bytes_read = file_bytes where import_id = ? and status = 'RUNNING'",
                        statement -> {
                            statement.setTimestamp(1, Timestamp.from(at));
                            statement.setObject(2, importId);
                        });
        if (updated == 0) {
            throw new IllegalStateException(
                    "Import %s was ended while it was worked through".formatted(importId));
        }
    }

    /// Ends an import that has not ended yet; what has ended stays as it is.
    void fail(UUID importId, Instant at, ImportView.Failure reason) {
        statements.update(
                "update import_record set status = 'FAILED', ended_at = ?, problem_code = ?, problem_detail = ? where import_id = ? and status in ('QUEUED', 'RUNNING')",
                statement -> {
                    statement.setTimestamp(1, Timestamp.from(at));
                    statement.setString(2, reason.code());
                    statement.setString(3, storable(reason.detail()));
                    statement.setObject(4, importId);
                });
    }

    /// Up to which line an import is noted.
    long throughLine(UUID importId) {
        return statements
                .query(
                        "select through_line from import_record where import_id = ?",
                        statement -> statement.setObject(1, importId),
                        row -> row.getLong(1))
                .getFirst();
    }

    /// The oldest of these imports that has work left.
    Optional<Waiting> next(List<UUID> held) {
        return statements
                .query(
                        """
                        select * from import_record
                        where import_id = any (?) and background and status in ('QUEUED', 'RUNNING')
                        order by import_id limit 1
                        """,
                        statement -> statement.setArray(1, uuids(statement.getConnection(), held)),
                        row ->
                                new Waiting(
                                        row.getObject("import_id", UUID.class),
                                        row.getString("kind"),
                                        row.getString("recorded_by"),
                                        row.getString("media_type"),
                                        row.getLong("file_rows"),
                                        Optional.ofNullable(row.getString("mapping")),
                                        row.getLong("through_line"),
                                        row.getLong("rows_read")))
                .stream()
                .findFirst();
    }

    /// Those of the imports that are on record in one of these states, and whether in the
    /// background.
    List<UUID> standing(List<UUID> held, boolean background, ImportStatus... states) {
        return statements.query(
                "select import_id from import_record where import_id = any (?) and background = ? and status = any (?)",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(1, uuids(connection, held));
                    statement.setBoolean(2, background);
                    statement.setArray(
                            3, SqlArray.of(connection, List.of(states), ImportStatus::name));
                },
                row -> row.getObject(1, UUID.class));
    }

    /// The imports with work left whose files were taken down in a folder.
    List<UUID> unended(String folder, boolean background) {
        return statements.query(
                """
                select import_id from import_record
                where folder = ? and background = ? and status in ('QUEUED', 'RUNNING')
                """,
                statement -> {
                    statement.setString(1, folder);
                    statement.setBoolean(2, background);
                },
                row -> row.getObject(1, UUID.class));
    }

    /// Notes that the instance with a folder is there.
    ///
    /// @return whether it was within a time before as well
    boolean beat(String folder, Duration within) {
        return statements
                .query(
                        """
                        insert into import_folder as known (folder, seen_at) values (?, now())
                        on conflict (folder) do update set seen_at = now()
                        returning coalesce((select seen_at > now() - make_interval(secs => ?) from import_folder where folder = known.folder), false)
                        """,
                        statement -> {
                            statement.setString(1, folder);
                            statement.setLong(2, within.toSeconds());
                        },
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /// The imports with work left whose instance was not there for a time.
    List<UUID> abandoned(Duration since) {
        return statements.query(
                """
                select import_id from import_record join import_folder using (folder)
                where status in ('QUEUED', 'RUNNING') and seen_at < now() - make_interval(secs => ?)
                order by import_id
                """,
                statement -> statement.setLong(1, since.toSeconds()),
                row -> row.getObject(1, UUID.class));
    }

    /// Those of the imports that are on record.
    List<UUID> known(List<UUID> importIds) {
        return statements.query(
                "select import_id from import_record where import_id = any (?)",
                statement -> statement.setArray(1, uuids(statement.getConnection(), importIds)),
                row -> row.getObject(1, UUID.class));
    }

    private static Array uuids(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    Optional<ImportView> find(String kind, UUID importId) {
        return statements
                .query(
                        VIEW + " where r.kind = ? and r.import_id = ?",
                        statement -> {
                            statement.setString(1, kind);
                            statement.setObject(2, importId);
                        },
                        ImportTable::view)
                .stream()
                .findFirst();
    }

    /// The newest first.
    List<ImportView> before(String kind, Optional<UUID> cursor, int count) {
        return statements.query(
                VIEW
                        + " where r.kind = ? and (?::uuid is null or r.import_id < ?) order by r.import_id desc limit ?",
                statement -> {
                    statement.setString(1, kind);
                    statement.setObject(2, cursor.orElse(null));
                    statement.setObject(3, cursor.orElse(null));
                    statement.setInt(4, count);
                },
                ImportTable::view);
    }

    /// A reason on file, and its place in the list.
    record KeptError(long position, RowError error) {}

    List<KeptError> errorsAfter(UUID importId, long position, int count) {
        return statements.query(
                "select position, line, field, code, message from import_error where import_id = ? and position > ? order by position limit ?",
                statement -> {
                    statement.setObject(1, importId);
                    statement.setLong(2, position);
                    statement.setInt(3, count);
                },
                row ->
                        new KeptError(
                                row.getLong(1),
                                new RowError(
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5))));
    }

    /// Locks an import until the transaction ends.
    Optional<ImportStatus> held(String kind, UUID importId) {
        return statements
                .query(
                        "select status from import_record where kind = ? and import_id = ? for update",
                        statement -> {
                            statement.setString(1, kind);
                            statement.setObject(2, importId);
                        },
                        row -> ImportStatus.valueOf(row.getString(1)))
                .stream()
                .findFirst();
    }

    void reverse(UUID importId, Instant at, String by, String reason) {
        statements.update(
                "insert into import_reversal (import_id, reversed_at, reversed_by, reason) values (?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, importId);
                    statement.setTimestamp(2, Timestamp.from(at));
                    statement.setString(3, by);
                    statement.setString(4, reason);
                });
        statements.update(
                "update import_record set status = 'REVERSED' where import_id = ?",
                statement -> statement.setObject(1, importId));
    }

    private static ImportView view(ResultSet row) throws SQLException {
        return new ImportView(
                row.getObject("import_id", UUID.class),
                row.getString("kind"),
                ImportStatus.valueOf(row.getString("status")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("media_type"),
                row.getString("file_sha256"),
                row.getString("mapping_name"),
                row.getBoolean("background"),
                row.getLong("file_bytes"),
                row.getLong("bytes_read"),
                row.getLong("file_rows"),
                row.getLong("rows_read"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected_rows"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                failure(row),
                reversal(row));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static ImportView.@Nullable Failure failure(ResultSet row) throws SQLException {
        @Nullable String code = row.getString("problem_code");
        return code == null ? null : new ImportView.Failure(code, row.getString("problem_detail"));
    }

    private static ImportView.@Nullable Reversal reversal(ResultSet row) throws SQLException {
        @Nullable Instant at = instant(row, "reversed_at");
        return at == null
                ? null
                : new ImportView.Reversal(
                        at, row.getString("reversed_by"), row.getString("reason"));
    }
}
