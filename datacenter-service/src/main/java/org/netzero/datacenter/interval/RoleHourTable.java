package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.database.SqlArray;

/// The table of hours per facility and role: sums that are moved by what changed of points' hours,
/// so that no hour of a point is read for them.
final class RoleHourTable {

    private static final int SHARE_DECIMALS = 6;

    private RoleHourTable() {}

    /// A sum as it is stored, and how many points it should be of.
    private record Stored(RoleHour shown, RoleSum sum, long pointsInUse) {

        RoleHour.Key key() {
            return shown.key();
        }

        Summed with(RoleSum now) {
            BigDecimal all = BigDecimal.valueOf(Math.max(1, Math.max(pointsInUse, now.points())));
            var next =
                    new RoleHour(
                            shown.key(),
                            now.amount(),
                            now.measured().divide(all, SHARE_DECIMALS, RoundingMode.HALF_UP),
                            now.covered().divide(all, SHARE_DECIMALS, RoundingMode.HALF_UP),
                            HourFlag.ofBits(now.flags()),
                            shown.version() + 1);
            boolean isChanged =
                    shown.version() == 0
                            ? next.covered().signum() > 0 || now.flags() != 0
                            : !next.says(shown);
            return new Summed(isChanged ? next : next.withVersion(shown.version()), now, isChanged);
        }
    }

    /// A sum to be stored.
    ///
    /// @param isChanged whether it is shown otherwise than before
    private record Summed(RoleHour shown, RoleSum sum, boolean isChanged) {}

    /// What became of sums.
    ///
    /// @param shown those that are shown otherwise now
    /// @param keptApart what locked ones would be, with the version that stands, 0 for none; those
    ///   not among them would be as they stand
    record Outcome(List<RoleHour> shown, List<RoleHour> keptApart) {}

    /// Moves sums.
    ///
    /// The rows are locked before they are read, in the order of their keys: two instances that
    /// touch one role wait for each other, and the second one sees what the first one stored. A
    /// point counts as in use from its declaration or its first hour on, whichever is earlier,
    /// until it is revoked; one in use without an hour makes the role's hour incomplete.
    ///
    /// @param moves by how much
    /// @param locked those of which the sum is moved and what is shown stays
    static Outcome move(
            Connection connection, Map<RoleHour.Key, RoleSum> moves, Set<RoleHour.Key> locked)
            throws SQLException {
        return store(
                connection,
                moves.keySet(),
                locked,
                stored -> stored.sum().plus(moves.getOrDefault(stored.key(), RoleSum.NONE)));
    }

    /// Sums the points' hours up again, as far as these are stored, whatever was summed up so far.
    ///
    /// @param locked those of which what is shown stays
    static Outcome sumUp(
            Connection connection, Collection<RoleHour.Key> keys, Set<RoleHour.Key> locked)
            throws SQLException {
        Map<RoleHour.Key, RoleSum> sums = summed(connection, keys);
        return store(
                connection, keys, locked, stored -> sums.getOrDefault(stored.key(), RoleSum.NONE));
    }

    /// Shows sums as they are, also where they were locked.
    static Outcome show(Connection connection, Collection<RoleHour.Key> keys) throws SQLException {
        return store(connection, keys, Set.of(), Stored::sum);
    }

    private static Outcome store(
            Connection connection,
            Collection<RoleHour.Key> keys,
            Set<RoleHour.Key> locked,
            Function<Stored, RoleSum> next)
            throws SQLException {
        Set<RoleHour.Key> ordered = new TreeSet<>(keys);
        lock(connection, ordered);
        var now = new ArrayList<Summed>();
        var keptApart = new ArrayList<RoleHour>();
        for (Stored stored : stored(connection, ordered)) {
            Summed summed = stored.with(next.apply(stored));
            if (!locked.contains(stored.key())) {
                now.add(summed);
                continue;
            }
            now.add(new Summed(stored.shown(), summed.sum(), false));
            if (summed.isChanged()) {
                keptApart.add(summed.shown().withVersion(stored.shown().version()));
            }
        }
        return new Outcome(store(connection, now), keptApart);
    }

    /// @param keys in their order
    static void lock(Connection connection, Collection<RoleHour.Key> keys) throws SQLException {
        try (var create =
                        connection.prepareStatement(
                                """
                                insert into role_hour
                                select k.datacenter_id, k.role, k.start, 0, 0, 0, 0, 0,
                                       0, 0, 0, 0, '{}'::integer[], '{0,0,0,0}'::numeric[], 0
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

    private static List<Stored> stored(Connection connection, Collection<RoleHour.Key> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select r.datacenter_id, r.role, r.start, r.amount, r.measured, r.covered,
                               r.flags, r.version, r.points, r.amount_sum, r.measured_sum,
                               r.covered_sum, r.flag_points, r.quarters, r.points_without_quarters,
                               (select coalesce(sum(p.points), 0) from role_points p
                                where p.datacenter_id = r.datacenter_id and p.role = r.role
                                  and p.from_hour <= r.start)
                        from unnest(?, ?, ?) as k (datacenter_id, role, start)
                        join role_hour r on r.datacenter_id = k.datacenter_id and r.role = k.role
                            and r.start = k.start
                        order by 1, 3, 2\
                        """)) {
            setKeys(connection, select, keys);
            try (var row = select.executeQuery()) {
                var stored = new ArrayList<Stored>();
                while (row.next()) {
                    stored.add(new Stored(shown(row), sum(row, 9), row.getLong(16)));
                }
                return stored;
            }
        }
    }

    /// Reads the columns from points to points without quarters.
    private static RoleSum sum(ResultSet row, int first) throws SQLException {
        return new RoleSum(
                row.getInt(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                row.getBigDecimal(first + 3),
                List.of((Integer[]) row.getArray(first + 4).getArray()),
                List.of((BigDecimal[]) row.getArray(first + 5).getArray()),
                row.getInt(first + 6));
    }

    private static Map<RoleHour.Key, RoleSum> summed(
            Connection connection, Collection<RoleHour.Key> keys) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select k.datacenter_id, k.role, k.start,
                               h.amount, h.measured, h.covered, h.flags, h.quarters
                        from unnest(?, ?, ?) as k (datacenter_id, role, start)
                        join measuring_point p
                            on p.datacenter_id = k.datacenter_id and p.role = k.role
                            and p.quantity not in ('TEMPERATURE', 'FLOW')
                        join point_hour h on h.point = p.number and h.start = k.start\
                        """)) {
            setKeys(connection, select, keys);
            select.setFetchSize(10_000);
            try (var row = select.executeQuery()) {
                var sums = new HashMap<RoleHour.Key, RoleSum>();
                while (row.next()) {
                    sums.merge(key(row), RoleSum.of(PointHourTable.hour(row, 4)), RoleSum::plus);
                }
                return sums;
            }
        }
    }

    /// @return those that are shown otherwise than before
    private static List<RoleHour> store(Connection connection, List<Summed> now)
            throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update role_hour known
                        set amount = s.amount, measured = s.measured, covered = s.covered,
                            flags = s.flags, version = s.version, points = s.points,
                            amount_sum = s.amount_sum, measured_sum = s.measured_sum, covered_sum = s.covered_sum,
                            flag_points = s.flag_points::integer[],
                            quarters = s.quarters::numeric[],
                            points_without_quarters = s.without_quarters
                        from unnest(?, ?, ?, ?::numeric[], ?::numeric[], ?::numeric[],
                                    ?::integer[], ?::bigint[], ?::integer[], ?::numeric[],
                                    ?::numeric[], ?::numeric[], ?, ?, ?::integer[])
                            as s (datacenter_id, role, start, amount, measured, covered, flags,
                                  version, points, amount_sum, measured_sum, covered_sum,
                                  flag_points, quarters, without_quarters)
                        where known.datacenter_id = s.datacenter_id and known.role = s.role
                          and known.start = s.start\
                        """)) {
            setKeys(connection, update, now.stream().map(summed -> summed.shown().key()).toList());
            List<Function<Summed, @Nullable Object>> columns =
                    List.of(
                            summed -> summed.shown().amount(),
                            summed -> summed.shown().measured(),
                            summed -> summed.shown().covered(),
                            summed -> HourFlag.toBits(summed.shown().flags()),
                            summed -> summed.shown().version(),
                            summed -> summed.sum().points(),
                            summed -> summed.sum().amount(),
                            summed -> summed.sum().measured(),
                            summed -> summed.sum().covered(),
                            summed -> array(summed.sum().flagPoints()),
                            summed -> array(summed.sum().quarters()),
                            summed -> summed.sum().pointsWithoutQuarters());
            for (int i = 0; i < columns.size(); i++) {
                update.setArray(4 + i, SqlArray.of(connection, now, columns.get(i)));
            }
            update.executeUpdate();
        }
        return now.stream().filter(Summed::isChanged).map(Summed::shown).toList();
    }

    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
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

    /// The roles' hours that lie within stretches of time.
    static Set<RoleHour.Key> within(
            Connection connection, Collection<PointHourTable.Moved> stretches) throws SQLException {
        var keys = new TreeSet<RoleHour.Key>();
        try (var select =
                connection.prepareStatement(
                        """
                        select datacenter_id, role, start from role_hour
                        where datacenter_id = ? and role = ? and start >= ? and start < ?\
                        """)) {
            for (PointHourTable.Moved stretch : stretches) {
                select.setString(1, stretch.datacenterId());
                select.setString(2, stretch.role().name());
                select.setTimestamp(3, Timestamp.from(stretch.from()));
                select.setTimestamp(4, Timestamp.from(stretch.to()));
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        keys.add(key(row));
                    }
                }
            }
        }
        return keys;
    }

    static List<RoleHour> of(
            Connection connection,
            String datacenterId,
            Set<MeasuringRole> roles,
            Instant from,
            Instant to)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select datacenter_id, role, start, amount, measured, covered, flags, version
                        from role_hour
                        where datacenter_id = ? and start >= ? and start < ? and version > 0 and role = any (?)
                        order by start, role\
                        """)) {
            select.setString(1, datacenterId);
            select.setTimestamp(2, Timestamp.from(from));
            select.setTimestamp(3, Timestamp.from(to));
            select.setArray(
                    4, connection.createArrayOf("text", roles.stream().map(Enum::name).toArray()));
            try (ResultSet row = select.executeQuery()) {
                var hours = new ArrayList<RoleHour>();
                while (row.next()) {
                    hours.add(shown(row));
                }
                return hours;
            }
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

    /// Reads the first three columns.
    private static RoleHour.Key key(ResultSet row) throws SQLException {
        return new RoleHour.Key(
                row.getString(1),
                MeasuringRole.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant());
    }

    /// Reads the first eight columns.
    private static RoleHour shown(ResultSet row) throws SQLException {
        return new RoleHour(
                key(row),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                HourFlag.ofBits(row.getInt(7)),
                row.getLong(8));
    }
}
