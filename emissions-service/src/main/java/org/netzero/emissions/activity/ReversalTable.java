package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.platform.database.TurnTaking;
import org.netzero.platform.messaging.DatabaseFailure;

/// Marks the records of an import as reversed, within the transaction of the caller.
@ApplicationScoped
class ReversalTable {

    private static final int MOST_NAMED = 20;

    private static final String HOLD =
            "select count(*) from (select 1 from activity_record where import_id = ? order by activity_id, revision for update) held";

    /// What took the place of a record names its id, and comes after it where it has the same.
    private static final String SUPERSEDED_SINCE =
            """
            select own.activity_id, later.activity_id, later.import_id, count(*) over ()
            from activity_record own join activity_record later on later.supersedes = own.activity_id
            where own.import_id = ? and own.superseded and not later.reversed
                and later.import_id is distinct from own.import_id
                and (later.activity_id <> own.activity_id or later.revision > own.revision)
            order by own.activity_id limit ?
            """;

    /// The last revision that an id has from elsewhere is what the import superseded.
    private static final String RESTORE =
            """
            update activity_record old set superseded = false
            from (
                select distinct on (before.activity_id) before.activity_id, before.revision
                from activity_record own join activity_record before on before.activity_id = own.supersedes
                where own.import_id = ? and not before.reversed and before.import_id is distinct from own.import_id
                    and (before.activity_id <> own.activity_id or before.revision < own.revision)
                order by before.activity_id, before.revision desc
            ) as restored
            where old.activity_id = restored.activity_id and old.revision = restored.revision
            returning extract(year from old.starts_on)::int, old.activity_id
            """;

    private static final String REVERSE =
            """
            with own as (
                update activity_record set reversed = true, superseded = true where import_id = ? returning starts_on
            )
            select distinct extract(year from starts_on)::int from own
            """;

    private final DataSource database;

    ReversalTable(DataSource database) {
        this.database = database;
    }

    /// A record whose place another one took.
    ///
    /// @param all how many there are
    record Superseded(String activityId, String by, Optional<UUID> importId, long all) {

        @Override
        public String toString() {
            return importId.map(id -> "'%s' by '%s' of import %s".formatted(activityId, by, id))
                    .orElse("'%s' by '%s'".formatted(activityId, by));
        }
    }

    /// One reversal at a time: each changes many sums, in no order.
    void takeTurn() {
        try (var connection = database.getConnection()) {
            TurnTaking.take(connection, "reversals of activity imports");
        } catch (SQLException failed) {
            throw new DatabaseFailure("Records of an import", failed);
        }
    }

    /// The first of the import's records that were superseded by what does not belong to it; no
    /// record of the import can be superseded from here to the end of the transaction.
    List<Superseded> supersededSince(UUID importId) {
        try (var connection = database.getConnection();
                var hold = connection.prepareStatement(HOLD);
                var select = connection.prepareStatement(SUPERSEDED_SINCE)) {
            hold.setObject(1, importId);
            hold.execute();
            select.setObject(1, importId);
            select.setInt(2, MOST_NAMED);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Superseded>();
                while (row.next()) {
                    found.add(
                            new Superseded(
                                    row.getString(1),
                                    row.getString(2),
                                    Optional.ofNullable(row.getObject(3, UUID.class)),
                                    row.getLong(4)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Records of an import", failed);
        }
    }

    /// What a reversal changes.
    ///
    /// @param years whose records changed
    /// @param restored ids of records that count again
    record Changes(Set<Integer> years, List<String> restored) {}

    Changes reverse(UUID importId) {
        Set<Integer> years = new HashSet<>();
        List<String> restored = new ArrayList<>();
        try (var connection = database.getConnection();
                var restore = connection.prepareStatement(RESTORE);
                var reverse = connection.prepareStatement(REVERSE)) {
            restore.setObject(1, importId);
            try (var row = restore.executeQuery()) {
                while (row.next()) {
                    years.add(row.getInt(1));
                    restored.add(row.getString(2));
                }
            }
            reverse.setObject(1, importId);
            try (var row = reverse.executeQuery()) {
                while (row.next()) {
                    years.add(row.getInt(1));
                }
            }
            return new Changes(years, restored);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Records of an import", failed);
        }
    }
}
