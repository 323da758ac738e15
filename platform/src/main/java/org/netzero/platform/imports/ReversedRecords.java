package org.netzero.platform.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.DatabaseFailure;

/// Marks the records of an import as reversed, in a table that has the columns `revision`,
/// `supersedes`, `import_id` and `reversed`; within the transaction of the caller.
public final class ReversedRecords {

    private static final int MOST_NAMED = 20;

    private final DataSource database;
    private final Statements statements;
    private final Names names;

    public ReversedRecords(DataSource database, Names names) {
        this.database = database;
        this.statements = new Statements(database, "Records of an import");
        this.names = names;
    }

    /// What a table calls things.
    ///
    /// @param table of records
    /// @param id the column of their ids
    /// @param isSuperseded the condition that a record counts no more
    /// @param becomesSuperseded the assignment that makes it so without a successor
    /// @param becomesStanding the assignment that makes it count
    public record Names(
            String table,
            String id,
            String isSuperseded,
            String becomesSuperseded,
            String becomesStanding) {

        /// A table with a column `superseded`.
        public Names(String table, String id) {
            this(table, id, "superseded", "superseded = true", "superseded = false");
        }

        /// The last revision that an id has from elsewhere is what the import superseded.
        private String superseded() {
            return """
            select distinct on (before.%2$s) before.%2$s, before.revision
            from %1$s own join %1$s before on before.%2$s = own.supersedes
            where own.import_id = ? and not before.reversed and before.import_id is distinct from own.import_id
                and (before.%2$s <> own.%2$s or before.revision < own.revision)
            order by before.%2$s, before.revision desc
            """
                    .formatted(table, id);
        }
    }

    /// Holds the import's records, which nothing can supersede from here to the end of the
    /// transaction, and finds the first of them that something else superseded before. What took
    /// the place of a record names its id, and comes after it where it has the same.
    public List<Reversal.Superseded> supersededSince(UUID importId) {
        try (var connection = database.getConnection();
                var hold =
                        connection.prepareStatement(
                                "select count(*) from (select 1 from %1$s where import_id = ? order by %2$s, revision for update) held"
                                        .formatted(names.table(), names.id()))) {
            hold.setObject(1, importId);
            hold.execute();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Records of an import", failed);
        }
        return statements.query(
                """
                select own.%2$s, later.%2$s, later.import_id, count(*) over ()
                from %1$s own join %1$s later on later.supersedes = own.%2$s
                where own.import_id = ? and own.%3$s and not later.reversed
                    and later.import_id is distinct from own.import_id
                    and (later.%2$s <> own.%2$s or later.revision > own.revision)
                order by own.%2$s limit ?
                """
                        .formatted(names.table(), names.id(), names.isSuperseded()),
                select -> {
                    select.setObject(1, importId);
                    select.setInt(2, MOST_NAMED);
                },
                row ->
                        new Reversal.Superseded(
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getObject(3, UUID.class)),
                                row.getLong(4)));
    }

    /// Lets what the import's records had superseded count again.
    ///
    /// @param returning columns of each record that does, for `row`
    public <T> List<T> restore(UUID importId, String returning, Statements.Row<T> row) {
        return statements.query(
                "update %1$s old set %3$s from (%4$s) as restored where old.%2$s = restored.%2$s and old.revision = restored.revision returning %5$s"
                        .formatted(
                                names.table(),
                                names.id(),
                                names.becomesStanding(),
                                names.superseded(),
                                returning),
                update -> update.setObject(1, importId),
                row);
    }

    /// Lets the import's records count no more.
    ///
    /// @param returning columns of each of them, for `row`, of which those that differ are read
    public <T> List<T> reverse(UUID importId, String returning, Statements.Row<T> row) {
        return statements.query(
                """
                with own as (
                    update %1$s as old set reversed = true, %2$s where import_id = ? returning %3$s
                )
                select distinct * from own
                """
                        .formatted(names.table(), names.becomesSuperseded(), returning),
                update -> update.setObject(1, importId),
                row);
    }
}
