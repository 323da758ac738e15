package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.platform.database.CopyRows;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The records on file: written a batch at a time, read by id, by import or by year, within the
/// transaction of the caller.
@ApplicationScoped
class ActivityTable {

    private static final String COLUMNS =
            "activity_id, revision, scope, category, activity, value, unit, site_id, region, starts_on, ends_on,"
                    + " method, inputs, factor_id, provenance, evidence, uncertainty, quality, supersedes";

    private static final int STRETCH = 5_000;

    /// How PostgreSQL names a value that stands there already.
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String SUPERSEDE =
            """
            update activity_record old set superseded = true
            from unnest(?, ?) as pair (id, revision)
            where old.activity_id = pair.id and old.revision = pair.revision::int
            """;

    private final DataSource database;
    private final Statements statements;

    ActivityTable(DataSource database) {
        this.database = database;
        this.statements = new Statements(database, "Activity records");
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
                var supersede = connection.prepareStatement(SUPERSEDE)) {
            var rows = new CopyRows();
            insertions.forEach(insertion -> copy(insertion, at, by, importId.orElse(null), rows));
            rows.into(
                    connection,
                    "activity_record (" + COLUMNS + ", recorded_at, recorded_by, import_id)");
            if (!corrected.isEmpty()) {
                supersede.setArray(1, SqlArray.of(connection, corrected, Stored::id));
                supersede.setArray(2, SqlArray.of(connection, corrected, Stored::revision));
                supersede.executeUpdate();
            }
        } catch (SQLException failed) {
            if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
                throw new ConcurrentIntake();
            }
            throw new DatabaseFailure("Activity records", failed);
        }
    }

    private static void copy(
            Insertion<Activity, Activity> insertion,
            Instant at,
            String by,
            @Nullable UUID importId,
            CopyRows rows) {
        Activity activity = insertion.record();
        rows.add(activity.activityId())
                .add(insertion.revision())
                .add(activity.scope().orElse(null))
                .add(activity.category().orElse(null))
                .add(activity.activity())
                .add(activity.quantity().value())
                .add(activity.quantity().unit().symbol())
                .add(activity.siteId().orElse(null))
                .add(activity.region().orElse(null))
                .add(activity.start())
                .add(activity.end())
                .add(activity.method().orElse(null))
                .add(activity.inputs().isEmpty() ? null : activity.inputs())
                .add(activity.factorId().orElse(null))
                .add(activity.provenance())
                .add(activity.evidence().orElse(null))
                .add(activity.quality().halfWidth().map(HalfWidth::share).orElse(null))
                .add(activity.quality().indicators().orElse(null))
                .add(activity.supersedes().orElse(null))
                .add(at)
                .add(by)
                .add(importId)
                .endRow();
    }

    /// A record as it is on file.
    ///
    /// @param revision 1, and one more for each record of the same id before it
    /// @param superseded whether it counts no more
    /// @param reversed whether the import it came with was taken back
    record OnFile(Activity activity, int revision, boolean superseded, boolean reversed) {

        Intake.OnFile<Activity> known() {
            return new Intake.OnFile<>(
                    new Stored<>(activity.activityId(), revision, superseded, activity), reversed);
        }
    }

    /// Whether each of the ids has a record, as far as is committed.
    boolean knows(Set<String> activityIds) {
        return statements
                        .query(
                                "select count(distinct activity_id) from activity_record where activity_id = any(?)",
                                query ->
                                        query.setArray(
                                                1,
                                                SqlArray.of(
                                                        query.getConnection(),
                                                        activityIds,
                                                        id -> id)),
                                row -> row.getInt(1))
                        .getFirst()
                == activityIds.size();
    }

    /// Every revision of these ids, the oldest first, held until the transaction ends.
    List<OnFile> named(Collection<String> activityIds) {
        return statements.query(
                "select * from activity_record where activity_id = any(?) order by activity_id, revision for update",
                query ->
                        query.setArray(
                                1, SqlArray.of(query.getConnection(), activityIds, id -> id)),
                ActivityTable::onFile);
    }

    /// Records of an import behind a place in the order of ids and revisions.
    List<OnFile> ofImport(UUID importId, String activityId, int revision, int count) {
        return statements.query(
                "select * from activity_record where import_id = ? and (activity_id, revision) > (?, ?)"
                        + " order by activity_id, revision limit ?",
                query -> {
                    query.setObject(1, importId);
                    query.setString(2, activityId);
                    query.setInt(3, revision);
                    query.setInt(4, count);
                },
                ActivityTable::onFile);
    }

    private static OnFile onFile(ResultSet row) throws SQLException {
        return new OnFile(
                activity(row),
                row.getInt("revision"),
                row.getBoolean("superseded"),
                row.getBoolean("reversed"));
    }

    /// Hands on the records that count and start in the year, a stretch at a time, in no order; in
    /// constant memory, within the transaction of the caller.
    void eachOf(int year, Consumer<List<Activity>> reader) {
        each(
                "starts_on >= ? and starts_on < ?",
                query -> {
                    query.setObject(1, LocalDate.of(year, 1, 1));
                    query.setObject(2, LocalDate.of(year + 1, 1, 1));
                },
                reader);
    }

    /// Hands on the records of an import that count, in the same way.
    void eachOf(UUID importId, Consumer<List<Activity>> reader) {
        each("import_id = ?", query -> query.setObject(1, importId), reader);
    }

    private void each(String which, Statements.Binding binding, Consumer<List<Activity>> reader) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select * from activity_record where not superseded and "
                                        + which)) {
            binding.to(query);
            query.setFetchSize(STRETCH);
            var stretch = new ArrayList<Activity>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    stretch.add(activity(row));
                    if (stretch.size() == STRETCH) {
                        reader.accept(List.copyOf(stretch));
                        stretch.clear();
                    }
                }
            }
            if (!stretch.isEmpty()) {
                reader.accept(List.copyOf(stretch));
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Activity records", failed);
        }
    }

    /// Those of the ids that have a record that counts.
    List<Activity> standing(Collection<String> activityIds) {
        return standing(activityIds, "");
    }

    /// The same, held until the transaction ends.
    List<Activity> hold(Collection<String> activityIds) {
        return standing(activityIds, " for update");
    }

    private List<Activity> standing(Collection<String> activityIds, String hold) {
        return statements.query(
                "select * from activity_record where activity_id = any(?) and not superseded order by activity_id"
                        + hold,
                query ->
                        query.setArray(
                                1, SqlArray.of(query.getConnection(), activityIds, id -> id)),
                ActivityTable::activity);
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getString("activity_id"),
                Optional.ofNullable(row.getString("scope")).map(Scope::valueOf),
                Optional.ofNullable(row.getString("category")).map(Scope3Category::valueOf),
                row.getString("activity"),
                new Quantity(row.getBigDecimal("value"), Unit.parse(row.getString("unit"))),
                Optional.ofNullable(row.getString("site_id")),
                Optional.ofNullable(row.getString("region")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Optional.ofNullable(row.getString("method")).map(CalculationMethod::valueOf),
                StatedInputs.parse(row.getString("inputs")),
                Optional.ofNullable(row.getString("factor_id")),
                Provenance.valueOf(row.getString("provenance")),
                Optional.ofNullable(row.getString("evidence")),
                new RecordQuality(
                        Optional.ofNullable(row.getBigDecimal("uncertainty")).map(HalfWidth::new),
                        Optional.ofNullable(row.getString("quality")).map(DataQuality::parse)),
                Optional.ofNullable(row.getString("supersedes")));
    }
}
