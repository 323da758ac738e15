package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.messaging.DatabaseFailure;

/// The meters on file.
@ApplicationScoped
class MeterTable {

    /// A meter on file.
    ///
    /// @param number what its intervals name it by
    /// @param inUse whether it had intervals when it was read
    /// @param firstDay the first local day with an interval
    record Known(int number, Meter meter, boolean inUse, Optional<LocalDate> firstDay) {

        /// The first day its intervals are expected of. Empty when nobody can tell.
        Optional<LocalDate> expectedFrom() {
            return meter.inServiceFrom().or(() -> firstDay);
        }

        boolean isExpectedOn(LocalDate day) {
            return expectedFrom().filter(from -> !day.isBefore(from)).isPresent()
                    && meter.inServiceTo().filter(to -> !day.isBefore(to)).isEmpty();
        }
    }

    /// Meters of a series that are in service on the same days.
    ///
    /// @param from the first of these days
    /// @param to the day after the last one
    record InService(Series series, LocalDate from, Optional<LocalDate> to, long meters) {}

    private static final String SELECT =
            "select number, in_use, meter_id, site_id, carrier, source, zone, in_service_from, in_service_to, first_day, plant_id, storage_id, technology from meter ";

    private final DataSource database;

    MeterTable(DataSource database) {
        this.database = database;
    }

    /// A meter, held until the transaction ends.
    Optional<Known> held(String meterId) {
        return query(
                        SELECT + "where meter_id = ? for update",
                        select -> select.setString(1, meterId))
                .stream()
                .findFirst();
    }

    List<Known> named(Collection<String> meterIds) {
        return query(
                SELECT + "where meter_id = any (?)",
                select ->
                        select.setArray(
                                1,
                                select.getConnection().createArrayOf("text", meterIds.toArray())));
    }

    List<Known> of(Series series) {
        return query(
                SELECT + "where site_id = ? and carrier = ? and source = ? order by number",
                select -> {
                    select.setString(1, series.siteId());
                    select.setString(2, series.carrier().name());
                    select.setString(3, series.source().name());
                });
    }

    List<Known> ofPlant(String plantId) {
        return query(
                SELECT + "where plant_id = ? order by meter_id",
                select -> select.setString(1, plantId));
    }

    List<Known> ofStorage(String storageId) {
        return query(
                SELECT + "where storage_id = ? order by meter_id",
                select -> select.setString(1, storageId));
    }

    /// All meters, or those of one site.
    List<Known> all(Optional<String> siteId) {
        return query(
                SELECT + "where ?::text is null or site_id = ? order by number",
                select -> {
                    select.setString(1, siteId.orElse(null));
                    select.setString(2, siteId.orElse(null));
                });
    }

    /// Of which days intervals are expected, of one site or of all.
    List<InService> inService(Optional<String> siteId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select site_id, carrier, source, coalesce(in_service_from, first_day), in_service_to, count(*)
                                from meter where coalesce(in_service_from, first_day) is not null and technology is distinct from 'NUCLEAR' and (?::text is null or site_id = ?)
                                group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4
                                """)) {
            select.setString(1, siteId.orElse(null));
            select.setString(2, siteId.orElse(null));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<InService>();
                while (row.next()) {
                    found.add(
                            new InService(
                                    new Series(
                                            row.getString(1),
                                            EnergyCarrier.valueOf(row.getString(2)),
                                            EnergySource.valueOf(row.getString(3))),
                                    row.getObject(4, LocalDate.class),
                                    Optional.ofNullable(row.getObject(5, LocalDate.class)),
                                    row.getLong(6)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Meters", failed);
        }
    }

    List<Meter> after(String cursor, int count) {
        return query(
                        SELECT + "where meter_id > ? order by meter_id limit ?",
                        select -> {
                            select.setString(1, cursor);
                            select.setInt(2, count);
                        })
                .stream()
                .map(Known::meter)
                .toList();
    }

    /// @return false when somebody registered the same id at this moment
    boolean insert(Meter meter) {
        return update(
                        """
                        insert into meter (site_id, carrier, source, zone, in_service_from, in_service_to, plant_id, storage_id, technology, meter_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        meter)
                == 1;
    }

    void replace(Meter meter) {
        update(
                """
                update meter set site_id = ?, carrier = ?, source = ?, zone = ?, in_service_from = ?, in_service_to = ?,
                    plant_id = ?, storage_id = ?, technology = ?
                where meter_id = ?
                """,
                meter);
    }

    private int update(String sql, Meter meter) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, meter.siteId());
            update.setString(2, meter.carrier().name());
            update.setString(3, meter.source().name());
            update.setString(4, meter.zone().orElse(null));
            update.setObject(5, meter.inServiceFrom().orElse(null), java.sql.Types.DATE);
            update.setObject(6, meter.inServiceTo().orElse(null), java.sql.Types.DATE);
            update.setString(7, meter.plantId().orElse(null));
            update.setString(8, meter.storageId().orElse(null));
            update.setString(9, meter.technology().map(Enum::name).orElse(null));
            update.setString(10, meter.meterId());
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Meters", failed);
        }
    }

    private static Known meterOf(ResultSet row) throws SQLException {
        return new Known(
                row.getInt(1),
                new Meter(
                        row.getString(3),
                        row.getString(4),
                        EnergyCarrier.valueOf(row.getString(5)),
                        EnergySource.valueOf(row.getString(6)),
                        Optional.ofNullable(row.getString(13)).map(Technology::valueOf),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getObject(8, LocalDate.class)),
                        Optional.ofNullable(row.getObject(9, LocalDate.class)),
                        Optional.ofNullable(row.getString(11)),
                        Optional.ofNullable(row.getString(12))),
                row.getBoolean(2),
                Optional.ofNullable(row.getObject(10, LocalDate.class)));
    }

    private List<Known> query(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Known>();
                while (row.next()) {
                    found.add(meterOf(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Meters", failed);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
