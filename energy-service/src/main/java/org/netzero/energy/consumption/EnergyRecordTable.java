package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.OnFile;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The records, read and written a batch at a time.
@ApplicationScoped
class EnergyRecordTable {

    private static final String SELECT =
            """
            select record_id, revision, superseded_by is not null, site_id, carrier, source, quantity, unit,
                start_at, end_at, provenance, evidence, supersedes, reversed
            from energy_record where record_id = any (?) order by record_id, revision
            """;

    private static final String INSERT =
            """
            insert into energy_record (record_id, revision, site_id, carrier, source, quantity, unit, start_at, end_at,
                local_start, local_end, period_start, period_end, provenance, evidence, supersedes, stored_by,
                import_id)
            select id, revision::int, site, carrier, source, quantity::numeric, unit, start_at::timestamptz,
                end_at::timestamptz, local_start::date, local_end::date, period_start::date, period_end::date,
                provenance, evidence, supersedes, ?, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, revision, site, carrier, source,
                quantity, unit, start_at, end_at, local_start, local_end, period_start, period_end, provenance,
                evidence, supersedes)
            on conflict (record_id, revision) do nothing
            returning sequence
            """;

    private static final String SUPERSEDE =
            """
            update energy_record old set superseded_by = new.sequence
            from unnest(?, ?, ?, ?) as pair (old_id, old_revision, new_id, new_revision)
            join energy_record new on new.record_id = pair.new_id and new.revision = pair.new_revision::int
            where old.record_id = pair.old_id and old.revision = pair.old_revision::int
            """;

    private final DataSource database;

    EnergyRecordTable(DataSource database) {
        this.database = database;
    }

    /// Every revision of these ids, the oldest first.
    List<OnFile<RecordContent>> named(Collection<String> recordIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, SqlArray.of(connection, recordIds, id -> id));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<OnFile<RecordContent>>();
                while (row.next()) {
                    found.add(new OnFile<>(recordOf(row), row.getBoolean(14)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Energy records", failed);
        }
    }

    /// Stores records and marks those they correct.
    ///
    /// @return the sequence numbers of those stored: fewer than given, if somebody else stored one
    ///   of the ids at this moment
    List<Long> insert(
            List<Insertion<DatedRecord, RecordContent>> unordered,
            String caller,
            Optional<UUID> importId) {
        List<Insertion<DatedRecord, RecordContent>> insertions =
                unordered.stream()
                        .sorted(
                                Comparator.comparing((Insertion<DatedRecord, RecordContent> i) ->
                                        i.record().record().recordId()))
                        .toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            bind(insert, connection, insertions, caller, importId);
            var sequences = new ArrayList<Long>();
            try (var row = insert.executeQuery()) {
                while (row.next()) {
                    sequences.add(row.getLong(1));
                }
            }
            supersede(
                    connection,
                    insertions.stream().filter(i -> i.corrected().isPresent()).toList());
            return sequences;
        } catch (SQLException failed) {
            throw new DatabaseFailure("Energy records", failed);
        }
    }

    private static void bind(
            PreparedStatement insert,
            Connection connection,
            List<Insertion<DatedRecord, RecordContent>> rows,
            String caller,
            Optional<UUID> importId)
            throws SQLException {
        List<DatedRecord> dated = rows.stream().map(Insertion::record).toList();
        List<EnergyRecord> records = dated.stream().map(DatedRecord::record).toList();
        List<Span> periods = dated.stream().map(d -> d.days().totalled()).toList();
        insert.setString(1, caller);
        insert.setObject(2, importId.orElse(null));
        insert.setArray(3, SqlArray.of(connection, records, EnergyRecord::recordId));
        insert.setArray(4, SqlArray.of(connection, rows, Insertion::revision));
        insert.setArray(5, SqlArray.of(connection, records, EnergyRecord::siteId));
        insert.setArray(6, SqlArray.of(connection, records, r -> r.carrier().name()));
        insert.setArray(7, SqlArray.of(connection, records, r -> r.source().name()));
        insert.setArray(8, SqlArray.of(connection, records, r -> r.quantity().value()));
        insert.setArray(9, SqlArray.of(connection, records, r -> r.quantity().unit().symbol()));
        insert.setArray(10, SqlArray.of(connection, dated, d -> d.interval().start()));
        insert.setArray(11, SqlArray.of(connection, dated, d -> d.interval().end()));
        insert.setArray(12, SqlArray.of(connection, dated, d -> d.days().start()));
        insert.setArray(13, SqlArray.of(connection, dated, d -> d.days().end()));
        insert.setArray(14, SqlArray.of(connection, periods, Span::start));
        insert.setArray(15, SqlArray.of(connection, periods, Span::end));
        insert.setArray(16, SqlArray.of(connection, records, r -> r.provenance().name()));
        insert.setArray(17, SqlArray.of(connection, records, r -> r.evidence().orElse(null)));
        insert.setArray(18, SqlArray.of(connection, records, r -> r.supersedes().orElse(null)));
    }

    private static void supersede(
            Connection connection, List<Insertion<DatedRecord, RecordContent>> corrections)
            throws SQLException {
        if (corrections.isEmpty()) {
            return;
        }
        List<Stored<RecordContent>> corrected =
                corrections.stream().map(c -> c.corrected().orElseThrow()).toList();
        try (var update = connection.prepareStatement(SUPERSEDE)) {
            update.setArray(1, SqlArray.of(connection, corrected, Stored::id));
            update.setArray(2, SqlArray.of(connection, corrected, Stored::revision));
            update.setArray(
                    3, SqlArray.of(connection, corrections, c -> c.record().record().recordId()));
            update.setArray(4, SqlArray.of(connection, corrections, Insertion::revision));
            update.executeUpdate();
        }
    }

    private static Stored<RecordContent> recordOf(ResultSet row) throws SQLException {
        return new Stored<>(
                row.getString(1),
                row.getInt(2),
                row.getBoolean(3),
                new RecordContent(
                        new Series(
                                row.getString(4),
                                EnergyCarrier.valueOf(row.getString(5)),
                                EnergySource.valueOf(row.getString(6))),
                        new Quantity(row.getBigDecimal(7), Unit.parse(row.getString(8))),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        Provenance.valueOf(row.getString(11)),
                        Optional.ofNullable(row.getString(12)),
                        Optional.ofNullable(row.getString(13))));
    }
}
