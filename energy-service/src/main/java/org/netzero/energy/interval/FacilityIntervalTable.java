package org.netzero.energy.interval;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.messaging.DatabaseFailure;

/// The hours of the facilities, one row for each role.
@ApplicationScoped
class FacilityIntervalTable {

    /// A facility whose site is not registered.
    record Waiting(String datacenterId, String siteId, long hours) {}

    private final DataSource database;

    FacilityIntervalTable(DataSource database) {
        this.database = database;
    }

    /// The site an hour was stored for before.
    Optional<String> siteOf(EnergyIntervalMeasured hour) {
        return query(
                        "select site_id from facility_interval where datacenter_id = ? and role = ? and start_at = ?",
                        select -> {
                            select.setString(1, hour.datacenterId());
                            select.setString(2, hour.role());
                            select.setObject(3, hour.start().atOffset(ZoneOffset.UTC));
                        },
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /// Stores an hour.
    ///
    /// @return false when the same or a later version is stored
    boolean put(EnergyIntervalMeasured hour) {
        return !query(
                        """
                        insert into facility_interval as known
                            (datacenter_id, role, start_at, site_id, energy_kwh, completeness, version)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (datacenter_id, role, start_at) do update set site_id = excluded.site_id,
                            energy_kwh = excluded.energy_kwh, completeness = excluded.completeness,
                            version = excluded.version
                        where excluded.version > known.version
                        returning 1
                        """,
                        insert -> {
                            insert.setString(1, hour.datacenterId());
                            insert.setString(2, hour.role());
                            insert.setObject(3, hour.start().atOffset(ZoneOffset.UTC));
                            insert.setString(4, hour.siteId());
                            insert.setBigDecimal(5, hour.energyKwh());
                            insert.setBigDecimal(6, hour.completeness());
                            insert.setLong(7, hour.version());
                        },
                        row -> true)
                .isEmpty();
    }

    List<YearMonth> monthsOf(String siteId, ZoneId zone) {
        return query(
                """
                select distinct date_trunc('month', start_at at time zone ?)::date from facility_interval
                where site_id = ? and role = 'FACILITY_INPUT' order by 1
                """,
                select -> {
                    select.setString(1, zone.getId());
                    select.setString(2, siteId);
                },
                row -> YearMonth.from(row.getObject(1, LocalDate.class)));
    }

    /// What entered the facilities of a site on the days of a month, as far as it was measured.
    List<MeasuredDay> days(String siteId, ZoneId zone, YearMonth month) {
        return query(
                """
                select (start_at at time zone ?)::date, sum(energy_kwh), count(*), sum(completeness)
                from facility_interval
                where site_id = ? and role = 'FACILITY_INPUT' and start_at >= ? and start_at < ?
                group by 1 order by 1
                """,
                select -> {
                    select.setString(1, zone.getId());
                    bindMonth(select, 2, siteId, zone, month);
                },
                row ->
                        new MeasuredDay(
                                row.getObject(1, LocalDate.class),
                                row.getBigDecimal(2),
                                row.getLong(3),
                                row.getBigDecimal(4)));
    }

    int facilities(String siteId, ZoneId zone, YearMonth month) {
        return query(
                        """
                        select count(distinct datacenter_id) from facility_interval
                        where site_id = ? and role = 'FACILITY_INPUT' and start_at >= ? and start_at < ?
                        """,
                        select -> bindMonth(select, 1, siteId, zone, month),
                        row -> row.getInt(1))
                .getFirst();
    }

    /// The facilities whose hours wait for their site.
    List<Waiting> waiting(Period period) {
        return query(
                """
                select datacenter_id, site_id, count(*) from facility_interval waiting
                where role = 'FACILITY_INPUT' and start_at >= ? and start_at < ?
                    and not exists (select 1 from site where site.site_id = waiting.site_id)
                group by 1, 2 order by 1, 2
                """,
                select -> {
                    select.setObject(
                            1, period.start().atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));
                    select.setObject(
                            2, period.end().atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));
                },
                row -> new Waiting(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /// What entered the facilities of a site in an hour.
    ///
    /// @param measuredWell how many facilities were measured for at least 95 % of it
    record InputHour(Instant start, BigDecimal energyKwh, int measuredWell) {}

    /// The registered sites whose facilities told of what entered them.
    List<String> sitesWithInput(Period days) {
        return query(
                """
                select site_id from site where exists (select 1 from facility_interval hour
                    where hour.site_id = site.site_id and role = 'FACILITY_INPUT' and start_at >= ? and start_at < ?)
                order by 1
                """,
                select -> {
                    select.setObject(
                            1, days.start().atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));
                    select.setObject(
                            2, days.end().atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));
                },
                row -> row.getString(1));
    }

    /// The first hour on file of each facility of a site, in the order of time.
    List<Instant> firstInputs(String siteId) {
        return query(
                """
                select min(start_at) from facility_interval
                where site_id = ? and role = 'FACILITY_INPUT' group by datacenter_id order by 1
                """,
                select -> select.setString(1, siteId),
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    List<InputHour> inputHours(String siteId, Instant from, Instant to) {
        return query(
                """
                select start_at, sum(energy_kwh), count(*) filter (where completeness >= 0.95)
                from facility_interval
                where site_id = ? and role = 'FACILITY_INPUT' and start_at >= ? and start_at < ?
                group by 1 order by 1
                """,
                select -> {
                    select.setString(1, siteId);
                    select.setObject(2, from.atOffset(ZoneOffset.UTC));
                    select.setObject(3, to.atOffset(ZoneOffset.UTC));
                },
                row ->
                        new InputHour(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getBigDecimal(2),
                                row.getInt(3)));
    }

    private static void bindMonth(
            PreparedStatement select, int first, String siteId, ZoneId zone, YearMonth month)
            throws SQLException {
        Interval interval = Period.of(month).in(zone);
        select.setString(first, siteId);
        select.setObject(first + 1, OffsetDateTime.ofInstant(interval.start(), ZoneOffset.UTC));
        select.setObject(first + 2, OffsetDateTime.ofInstant(interval.end(), ZoneOffset.UTC));
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reading.read(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of facilities", failed);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
