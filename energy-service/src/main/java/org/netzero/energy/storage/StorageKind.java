package org.netzero.energy.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.installation.InstallationKind;

/// What is stored of a storage.
final class StorageKind implements InstallationKind<Storage> {

    private static final List<String> COLUMNS =
            List.of(
                    "name",
                    "site_id",
                    "usable_capacity_kwh",
                    "charge_power_kw",
                    "discharge_power_kw",
                    "commissioned",
                    "decommissioned",
                    "initial_state_kwh",
                    "round_trip_efficiency",
                    "evidence");

    @Override
    public String noun() {
        return "storage";
    }

    @Override
    public String plural() {
        return "storages";
    }

    @Override
    public String many() {
        return "storage";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void bind(PreparedStatement insert, int first, Storage storage) throws SQLException {
        insert.setString(first, storage.name());
        insert.setString(first + 1, storage.siteId());
        insert.setBigDecimal(first + 2, storage.usableCapacityKwh());
        insert.setBigDecimal(first + 3, storage.chargePowerKw());
        insert.setBigDecimal(first + 4, storage.dischargePowerKw());
        insert.setObject(first + 5, storage.commissioned());
        insert.setObject(first + 6, storage.decommissioned().orElse(null), Types.DATE);
        insert.setBigDecimal(first + 7, storage.initialStateOfChargeKwh().orElse(null));
        insert.setBigDecimal(first + 8, storage.roundTripEfficiency().orElse(null));
        insert.setString(first + 9, storage.evidence().orElse(null));
    }

    @Override
    public Storage read(ResultSet row) throws SQLException {
        return new Storage(
                row.getString("storage_id"),
                row.getString("name"),
                row.getString("site_id"),
                row.getBigDecimal("usable_capacity_kwh"),
                row.getBigDecimal("charge_power_kw"),
                row.getBigDecimal("discharge_power_kw"),
                row.getObject("commissioned", LocalDate.class),
                Optional.ofNullable(row.getObject("decommissioned", LocalDate.class)),
                Optional.ofNullable(row.getBigDecimal("initial_state_kwh")),
                Optional.ofNullable(row.getBigDecimal("round_trip_efficiency")),
                Optional.ofNullable(row.getString("evidence")));
    }

    @Override
    public RuntimeException unknown(String id) {
        return new UnknownStorage(id);
    }
}
