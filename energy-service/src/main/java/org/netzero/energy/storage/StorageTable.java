package org.netzero.energy.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// The storage on file, revision by revision. The last one of each is what is stated of it.
@ApplicationScoped
class StorageTable {

    private static final String COLUMNS =
            """
            storage_id, revision, name, site_id, usable_capacity_kwh, charge_power_kw, discharge_power_kw, commissioned,
                decommissioned, initial_state_kwh, round_trip_efficiency, evidence
            """;

    private static final String STATED =
            "select distinct on (storage_id) %s, recorded_at, recorded_by from storage_revision where storage_id "
                    .formatted(COLUMNS);

    private static final String IN_ORDER = " order by storage_id, revision desc";

    private final Statements statements;

    StorageTable(DataSource database) {
        this.statements = new Statements(database, "Storage");
    }

    /// Holds the id of a storage until the transaction ends, whether there is one or not.
    void hold(String storageId) {
        statements.update(
                "insert into storage (storage_id) values (?) on conflict do nothing",
                insert -> insert.setString(1, storageId));
        statements.query(
                "select 1 from storage where storage_id = ? for update",
                select -> select.setString(1, storageId),
                row -> row.getInt(1));
    }

    List<StorageRevision> named(Collection<String> storageIds) {
        return statements.query(
                STATED + "= any (?)" + IN_ORDER,
                select ->
                        select.setArray(
                                1, SqlArray.of(select.getConnection(), storageIds, id -> id)),
                StorageTable::revisionOf);
    }

    List<StorageRevision> after(String cursor, int count) {
        return statements.query(
                STATED + "> ?" + IN_ORDER + " limit ?",
                select -> {
                    select.setString(1, cursor);
                    select.setInt(2, count);
                },
                StorageTable::revisionOf);
    }

    /// Everything that was ever stated of a storage, the oldest first.
    List<StorageRevision> revisionsOf(String storageId) {
        return statements.query(
                "select %s, recorded_at, recorded_by from storage_revision where storage_id = ? order by revision"
                        .formatted(COLUMNS),
                select -> select.setString(1, storageId),
                StorageTable::revisionOf);
    }

    List<Storage> ofSite(String siteId) {
        return statements
                .query(
                        "select * from (%s) as stated where site_id = ? order by storage_id"
                                .formatted(STATED + "is not null" + IN_ORDER),
                        select -> select.setString(1, siteId),
                        StorageTable::revisionOf)
                .stream()
                .map(StorageRevision::storage)
                .toList();
    }

    void insert(Storage storage, int revision, String caller) {
        statements.update(
                "insert into storage_revision (%s, recorded_by) values (?%s)"
                        .formatted(COLUMNS, ", ?".repeat(12)),
                insert -> {
                    insert.setString(1, storage.storageId());
                    insert.setInt(2, revision);
                    insert.setString(3, storage.name());
                    insert.setString(4, storage.siteId());
                    insert.setBigDecimal(5, storage.usableCapacityKwh());
                    insert.setBigDecimal(6, storage.chargePowerKw());
                    insert.setBigDecimal(7, storage.dischargePowerKw());
                    insert.setObject(8, storage.commissioned());
                    insert.setObject(9, storage.decommissioned().orElse(null), Types.DATE);
                    insert.setBigDecimal(10, storage.initialStateOfChargeKwh().orElse(null));
                    insert.setBigDecimal(11, storage.roundTripEfficiency().orElse(null));
                    insert.setString(12, storage.evidence().orElse(null));
                    insert.setString(13, caller);
                });
    }

    private static StorageRevision revisionOf(ResultSet row) throws SQLException {
        return new StorageRevision(
                new Storage(
                        row.getString(1),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getObject(8, LocalDate.class),
                        Optional.ofNullable(row.getObject(9, LocalDate.class)),
                        Optional.ofNullable(row.getBigDecimal(10)),
                        Optional.ofNullable(row.getBigDecimal(11)),
                        Optional.ofNullable(row.getString(12))),
                row.getInt(2),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(row.getString(14)));
    }
}
