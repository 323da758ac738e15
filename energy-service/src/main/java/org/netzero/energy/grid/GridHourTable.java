package org.netzero.energy.grid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.messaging.DatabaseFailure;

/// The hours of the zones.
@ApplicationScoped
class GridHourTable {

    /// What makes two hours the same.
    record Content(
            BigDecimal intensity,
            boolean co2Only,
            Optional<String> mix,
            Optional<String> evidence,
            Optional<String> supersedes) {

        static Content of(GridHour hour) {
            return new Content(
                    hour.intensity(),
                    hour.co2Only(),
                    hour.mix().map(GridHourFields::text),
                    hour.evidence(),
                    hour.supersedes());
        }
    }

    /// An hour on file.
    record Known(Instant start, BigDecimal intensity, boolean co2Only, Optional<String> mix) {}

    private final DataSource database;

    GridHourTable(DataSource database) {
        this.database = database;
    }

    /// Every revision of the hours of a batch, the oldest first.
    List<Stored<Content>> known(Collection<GridHour> batch) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select zone, start_at, revision, intensity_g_per_kwh, co2_only, mix, evidence, supersedes, purpose
                                from grid_hour where (zone, purpose, start_at) in (
                                    select zone, purpose, start_at::timestamptz from unnest(?, ?, ?) as asked (zone, purpose, start_at))
                                order by zone, purpose, start_at, revision
                                """)) {
            select.setArray(1, SqlArray.of(connection, batch, GridHour::zone));
            select.setArray(2, SqlArray.of(connection, batch, GridHour::purpose));
            select.setArray(3, SqlArray.of(connection, batch, GridHour::start));
            var last = new HashMap<String, Integer>();
            var found = new ArrayList<Stored<Content>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    String id =
                            GridHour.id(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    GridPurpose.valueOf(row.getString(9)));
                    last.put(id, row.getInt(3));
                    found.add(
                            new Stored<>(
                                    id,
                                    row.getInt(3),
                                    false,
                                    new Content(
                                            Decimals.canonical(row.getBigDecimal(4)),
                                            row.getBoolean(5),
                                            Optional.ofNullable(row.getString(6)),
                                            Optional.ofNullable(row.getString(7)),
                                            Optional.ofNullable(row.getString(8)))));
                }
            }
            return found.stream().map(stored -> superseded(stored, last)).toList();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of the grid", failed);
        }
    }

    private static Stored<Content> superseded(Stored<Content> stored, Map<String, Integer> last) {
        return new Stored<>(
                stored.id(),
                stored.revision(),
                stored.revision() < last.getOrDefault(stored.id(), 0),
                stored.content());
    }

    /// @return how many were stored: fewer than given if somebody else stored one of them at this
    ///   moment
    int insert(List<Insertion<GridHour, Content>> insertions, String caller) {
        List<GridHour> hours = insertions.stream().map(Insertion::record).toList();
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into grid_hour (zone, start_at, revision, intensity_g_per_kwh, co2_only, mix, evidence, supersedes, purpose, stored_by)
                                select zone, start_at::timestamptz, revision::smallint, intensity::numeric, co2_only::boolean, mix, evidence, supersedes, purpose, ?
                                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as new (zone, start_at, revision, intensity, co2_only, mix, evidence, supersedes, purpose)
                                order by zone, purpose, start_at on conflict do nothing
                                """)) {
            insert.setString(1, caller);
            insert.setArray(2, SqlArray.of(connection, hours, GridHour::zone));
            insert.setArray(3, SqlArray.of(connection, hours, GridHour::start));
            insert.setArray(4, SqlArray.of(connection, insertions, Insertion::revision));
            insert.setArray(5, SqlArray.of(connection, hours, h -> h.intensity().toPlainString()));
            insert.setArray(6, SqlArray.of(connection, hours, GridHour::co2Only));
            insert.setArray(
                    7,
                    SqlArray.of(
                            connection,
                            hours,
                            h -> h.mix().map(GridHourFields::text).orElse(null)));
            insert.setArray(8, SqlArray.of(connection, hours, h -> h.evidence().orElse(null)));
            insert.setArray(9, SqlArray.of(connection, hours, h -> h.supersedes().orElse(null)));
            insert.setArray(10, SqlArray.of(connection, hours, GridHour::purpose));
            return insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of the grid", failed);
        }
    }

    /// The hours of a zone that count, in the order of time.
    List<Known> between(String zone, GridPurpose purpose, Instant from, Instant to) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select distinct on (start_at) start_at, intensity_g_per_kwh, co2_only, mix from grid_hour
                                where zone = ? and purpose = ? and start_at >= ? and start_at < ? order by start_at, revision desc
                                """)) {
            select.setString(1, zone);
            select.setString(2, purpose.name());
            select.setObject(3, from.atOffset(ZoneOffset.UTC));
            select.setObject(4, to.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Known>();
                while (row.next()) {
                    found.add(
                            new Known(
                                    row.getObject(1, OffsetDateTime.class).toInstant(),
                                    row.getBigDecimal(2),
                                    row.getBoolean(3),
                                    Optional.ofNullable(row.getString(4))));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of the grid", failed);
        }
    }
}
