package org.netzero.datacenter.interval;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// The table of hours per facility and role: summed up in the database, so in plain SQL.
final class RoleHourTable {

    private RoleHourTable() {}

    /// Sums the points' hours up again and says which sums changed.
    ///
    /// The rows are locked before the sums are taken, in the order of their keys: two instances
    /// that touch one role wait for each other, and the second one sees what the first one stored.
    /// A point counts as in use from its declaration or its first hour on, whichever is earlier;
    /// one in use without an hour makes the role's hour incomplete.
    static List<RoleHour> sumUp(Connection connection, Collection<RoleHour.Key> keys)
            throws SQLException {
        lock(connection, keys);
        try (var sum =
                connection.prepareStatement(
                        """
                        with summed as (
                            select k.datacenter_id, k.role, k.start,
                                   coalesce(sum(h.amount), 0) as amount,
                                   round(coalesce(sum(h.measured), 0) / count(*), 6) as measured,
                                   round(coalesce(sum(h.covered), 0) / count(*), 6) as covered,
                                   coalesce(bit_or(h.flags), 0) as flags
                            from unnest(?, ?, ?) as k (datacenter_id, role, start)
                            join measuring_point p
                                on p.datacenter_id = k.datacenter_id and p.role = k.role
                                and p.quantity not in ('TEMPERATURE', 'FLOW')
                            left join point_hour h on h.point = p.number and h.start = k.start
                            where h.point is not null
                               or p.declared_at < k.start + interval '1 hour'
                               or exists (select 1 from point_hour f
                                          where f.point = p.number and f.start <= k.start)
                            group by k.datacenter_id, k.role, k.start)
                        update role_hour known
                        set amount = s.amount, measured = s.measured, covered = s.covered,
                            flags = s.flags, version = known.version + 1
                        from summed s
                        where known.datacenter_id = s.datacenter_id and known.role = s.role
                          and known.start = s.start
                          and (known.version > 0 or s.covered > 0 or s.flags <> 0)
                          and (known.version = 0
                               or (known.amount, known.measured, known.covered, known.flags)
                                  is distinct from (s.amount, s.measured, s.covered, s.flags))
                        returning known.datacenter_id, known.role, known.start, known.amount,
                                  known.measured, known.covered, known.flags, known.version\
                        """)) {
            setKeys(connection, sum, keys);
            return read(sum);
        }
    }

    private static void lock(Connection connection, Collection<RoleHour.Key> keys)
            throws SQLException {
        try (var create =
                        connection.prepareStatement(
                                """
                                insert into role_hour
                                select k.datacenter_id, k.role, k.start, 0, 0, 0, 0, 0
                                from unnest(?, ?, ?) as k (datacenter_id, role, start)
                                order by 1, 3, 2
                                on conflict do nothing\
                                """);
                var lock =
                        connection.prepareStatement(
                                """
                                select 1 from role_hour
                                where (datacenter_id, role, start) in
                                    (select * from unnest(?, ?, ?))
                                order by datacenter_id, start, role
                                for update\
                                """)) {
            setKeys(connection, create, keys);
            create.executeUpdate();
            setKeys(connection, lock, keys);
            lock.execute();
        }
    }

    private static void setKeys(
            Connection connection, PreparedStatement statement, Collection<RoleHour.Key> keys)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", keys.stream().map(RoleHour.Key::datacenterId).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", keys.stream().map(key -> key.role().name()).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "timestamptz",
                        keys.stream().map(key -> Timestamp.from(key.start())).toArray()));
    }

    static List<RoleHour> of(Connection connection, String datacenterId, Instant from, Instant to)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select datacenter_id, role, start, amount, measured, covered, flags, version
                        from role_hour
                        where datacenter_id = ? and start >= ? and start < ? and version > 0
                        order by start, role\
                        """)) {
            select.setString(1, datacenterId);
            select.setTimestamp(2, Timestamp.from(from));
            select.setTimestamp(3, Timestamp.from(to));
            return read(select);
        }
    }

    static List<Instant> months(Connection connection, String datacenterId) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select distinct date_trunc('month', start, 'UTC') from role_hour
                        where datacenter_id = ? and version > 0 order by 1\
                        """)) {
            select.setString(1, datacenterId);
            try (var row = select.executeQuery()) {
                var months = new ArrayList<Instant>();
                while (row.next()) {
                    months.add(row.getTimestamp(1).toInstant());
                }
                return months;
            }
        }
    }

    private static List<RoleHour> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            var hours = new ArrayList<RoleHour>();
            while (row.next()) {
                hours.add(
                        new RoleHour(
                                new RoleHour.Key(
                                        row.getString(1),
                                        MeasuringRole.valueOf(row.getString(2)),
                                        row.getTimestamp(3).toInstant()),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                HourFlag.ofBits(row.getInt(7)),
                                row.getLong(8)));
            }
            return hours;
        }
    }
}
