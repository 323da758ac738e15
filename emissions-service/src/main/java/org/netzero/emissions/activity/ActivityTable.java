package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.messaging.DatabaseFailure;

/// Writes records a batch at a time, within the transaction of the caller.
@ApplicationScoped
class ActivityTable {

    private static final String INSERT =
            """
            insert into activity_record (activity_id, revision, scope, category, activity, value, unit, site_id,
                region, starts_on, ends_on, method, factor_id, provenance, evidence, supersedes, recorded_at,
                recorded_by, inputs, import_id)
            select id, revision::int, scope, category, activity, value::numeric, unit, site, region, starts_on::date,
                ends_on::date, method, factor, provenance, evidence, supersedes, ?, ?, inputs, import_id
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, revision, scope, category,
                activity, value, unit, site, region, starts_on, ends_on, method, factor, provenance, evidence,
                supersedes, inputs), (values (?::uuid)) as origin (import_id)
            on conflict do nothing
            """;

    private static final String SUPERSEDE =
            """
            update activity_record old set superseded = true
            from unnest(?, ?) as pair (id, revision)
            where old.activity_id = pair.id and old.revision = pair.revision::int
            """;

    private final DataSource database;

    ActivityTable(DataSource database) {
        this.database = database;
    }

    /// Stores records and marks those they correct.
    ///
    /// @throws ConcurrentIntake when somebody else stored one of the ids at this moment
    void insert(
            List<Insertion<Activity, Activity>> unordered,
            Instant at,
            String by,
            Optional<UUID> importId) {
        List<Insertion<Activity, Activity>> insertions =
                unordered.stream()
                        .sorted(Comparator.comparing(insertion -> insertion.record().activityId()))
                        .toList();
        List<Stored<Activity>> corrected =
                insertions.stream().flatMap(insertion -> insertion.corrected().stream()).toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT);
                var supersede = connection.prepareStatement(SUPERSEDE)) {
            insert.setTimestamp(1, Timestamp.from(at));
            insert.setString(2, by);
            bind(insert, connection, insertions);
            insert.setObject(20, importId.orElse(null));
            if (insert.executeUpdate() < insertions.size()) {
                throw new ConcurrentIntake();
            }
            supersede.setArray(1, SqlArray.of(connection, corrected, Stored::id));
            supersede.setArray(2, SqlArray.of(connection, corrected, Stored::revision));
            supersede.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Activity records", failed);
        }
    }

    private static void bind(
            PreparedStatement insert,
            Connection connection,
            List<Insertion<Activity, Activity>> rows)
            throws SQLException {
        List<Activity> activities = rows.stream().map(Insertion::record).toList();
        insert.setArray(3, SqlArray.of(connection, activities, Activity::activityId));
        insert.setArray(4, SqlArray.of(connection, rows, Insertion::revision));
        insert.setArray(5, SqlArray.of(connection, activities, a -> a.scope().orElse(null)));
        insert.setArray(6, SqlArray.of(connection, activities, a -> a.category().orElse(null)));
        insert.setArray(7, SqlArray.of(connection, activities, Activity::activity));
        insert.setArray(8, SqlArray.of(connection, activities, a -> a.quantity().value()));
        insert.setArray(9, SqlArray.of(connection, activities, a -> a.quantity().unit().symbol()));
        insert.setArray(10, SqlArray.of(connection, activities, a -> a.siteId().orElse(null)));
        insert.setArray(11, SqlArray.of(connection, activities, a -> a.region().orElse(null)));
        insert.setArray(12, SqlArray.of(connection, activities, Activity::start));
        insert.setArray(13, SqlArray.of(connection, activities, Activity::end));
        insert.setArray(14, SqlArray.of(connection, activities, a -> a.method().orElse(null)));
        insert.setArray(15, SqlArray.of(connection, activities, a -> a.factorId().orElse(null)));
        insert.setArray(16, SqlArray.of(connection, activities, Activity::provenance));
        insert.setArray(17, SqlArray.of(connection, activities, a -> a.evidence().orElse(null)));
        insert.setArray(18, SqlArray.of(connection, activities, a -> a.supersedes().orElse(null)));
        insert.setArray(
                19,
                SqlArray.of(connection, activities, a -> a.inputs().isEmpty() ? null : a.inputs()));
    }
}
