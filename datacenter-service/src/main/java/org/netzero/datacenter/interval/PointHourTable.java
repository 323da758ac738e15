package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.Quarters;

/// The table of hours per point: written in bulk, so in plain SQL.
final class PointHourTable {

    /// In which rows are written, so that neighbours in the index are.
    static final Comparator<Row> ORDER =
            Comparator.<Row>comparingInt(row -> row.key().point())
                    .thenComparing(row -> row.key().start());

    private PointHourTable() {}

    /// Names an hour of a point.
    record Key(int point, Instant start) {}

    /// An hour of a point.
    record Row(Key key, ExactHour hour) {}

    /// A role whose points are in use for longer than was known: from the first of these hours on,
    /// and not from the last.
    record Moved(String datacenterId, MeasuringRole role, Instant from, Instant to) {}

    /// Moves the position behind a part, which locks it against other instances.
    ///
    /// @throws IllegalStateException when the part was stored by another instance
    static void advance(Connection connection, Intervals.Part part) throws SQLException {
        try (var move =
                connection.prepareStatement(
                        """
                        insert into point_hour_position as known (partition, next_offset) values (?, ?)
                        on conflict (partition) do update set next_offset = excluded.next_offset
                        where known.next_offset <= ?\
                        """)) {
            move.setInt(1, part.partition());
            move.setLong(2, part.nextOffset());
            move.setLong(3, part.firstOffset());
            if (move.executeUpdate() == 0) {
                throw new IllegalStateException(
                        "Partition %d was stored beyond %d by another instance"
                                .formatted(part.partition(), part.firstOffset()));
            }
        }
    }

    static void forgetPositions(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from point_hour_position")) {
            delete.executeUpdate();
        }
    }

    static Map<Integer, Long> positions(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                "select partition, next_offset from point_hour_position");
                var row = select.executeQuery()) {
            var positions = new HashMap<Integer, Long>();
            while (row.next()) {
                positions.put(row.getInt(1), row.getLong(2));
            }
            return positions;
        }
    }

    /// Those of the hours that are stored.
    static Map<Key, ExactHour> stored(Connection connection, Collection<Key> keys)
            throws SQLException {
        var found = new HashMap<Key, ExactHour>();
        if (keys.isEmpty()) {
            return found;
        }
        try (var select =
                connection.prepareStatement(
                        """
                        select h.point, h.start, h.amount, h.measured, h.covered, h.flags, h.quarters
                        from unnest(?, ?) as k (point, start)
                        join point_hour h on h.point = k.point and h.start = k.start
                        where h.start between ? and ?\
                        """)) {
            setKeys(connection, select, keys);
            List<Instant> starts = keys.stream().map(Key::start).toList();
            select.setTimestamp(3, Timestamp.from(Collections.min(starts)));
            select.setTimestamp(4, Timestamp.from(Collections.max(starts)));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Key(row.getInt(1), row.getTimestamp(2).toInstant()), hour(row, 3));
                }
            }
        }
        return found;
    }

    private static void setKeys(
            Connection connection, PreparedStatement statement, Collection<Key> keys)
            throws SQLException {
        statement.setArray(
                1, connection.createArrayOf("integer", keys.stream().map(Key::point).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "timestamptz",
                        keys.stream().map(key -> Timestamp.from(key.start())).toArray()));
    }

    /// Reads the columns from amount to quarters.
    static ExactHour hour(ResultSet row, int first) throws SQLException {
        Array quarters = row.getArray(first + 4);
        return new ExactHour(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                row.getInt(first + 3),
                quarters == null
                        ? Optional.empty()
                        : Optional.of(List.of((BigDecimal[]) quarters.getArray())));
    }

    /// Stores hours in place of what was stored of them, in the order of their keys.
    static void upsert(Connection connection, Collection<Row> hours) throws SQLException {
        if (hours.isEmpty()) {
            return;
        }
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into point_hour as known
                            (point, start, amount, measured, covered, flags, quarters)
                        select point, start, amount, measured, covered, flags,
                               case when first is not null then array[first, second, third, fourth] end
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as h (point, start, amount, measured, covered, flags,
                                  first, second, third, fourth)
                        on conflict (point, start) do update
                        set amount = excluded.amount, measured = excluded.measured,
                            covered = excluded.covered, flags = excluded.flags,
                            quarters = excluded.quarters\
                        """)) {
            setKeys(connection, upsert, hours.stream().map(Row::key).toList());
            setColumn(connection, upsert, 3, "numeric", hours, ExactHour::amount);
            setColumn(connection, upsert, 4, "numeric", hours, ExactHour::measured);
            setColumn(connection, upsert, 5, "numeric", hours, ExactHour::covered);
            setColumn(connection, upsert, 6, "integer", hours, ExactHour::flags);
            for (int i = 0; i < Quarters.COUNT; i++) {
                int quarter = i;
                setColumn(
                        connection,
                        upsert,
                        7 + i,
                        "numeric",
                        hours,
                        hour -> hour.quarters().map(amounts -> amounts.get(quarter)).orElse(null));
            }
            upsert.executeUpdate();
        }
    }

    private static void setColumn(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            Collection<Row> hours,
            Function<ExactHour, @Nullable Object> column)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf(
                        type, hours.stream().map(row -> column.apply(row.hour())).toArray()));
    }

    /// Notes that points have hours before they were declared, since the roles' hours are
    /// incomplete without them from then on.
    ///
    /// @param keys hours that are new
    static List<Moved> startEarlier(Connection connection, Collection<Key> keys)
            throws SQLException {
        var firsts = new TreeMap<Integer, Instant>();
        keys.forEach(
                key -> firsts.merge(key.point(), key.start(), (a, b) -> a.isBefore(b) ? a : b));
        try (var move =
                connection.prepareStatement(
                        """
                        with moved as (
                            select p.number, p.datacenter_id, p.role, c.start,
                                   least(date_trunc('hour', p.declared_at, 'UTC'), f.start) as before
                            from unnest(?, ?) as c (point, start)
                            join measuring_point p on p.number = c.point
                            left join point_first_hour f on f.point = c.point
                            where p.quantity not in ('TEMPERATURE', 'FLOW')
                              and c.start < date_trunc('hour', p.declared_at, 'UTC')
                              and (f.start is null or c.start < f.start)),
                        noted as (
                            insert into point_first_hour select number, start from moved
                            on conflict (point) do update set start = excluded.start),
                        counted as (
                            insert into role_points
                            select datacenter_id, role, start, count(*) from moved group by 1, 2, 3
                            union all
                            select datacenter_id, role, before, -count(*) from moved group by 1, 2, 3)
                        select datacenter_id, role, min(start), max(before) from moved group by 1, 2\
                        """)) {
            setKeys(
                    connection,
                    move,
                    firsts.entrySet().stream()
                            .map(first -> new Key(first.getKey(), first.getValue()))
                            .toList());
            try (var row = move.executeQuery()) {
                var moved = new ArrayList<Moved>();
                while (row.next()) {
                    moved.add(
                            new Moved(
                                    row.getString(1),
                                    MeasuringRole.valueOf(row.getString(2)),
                                    row.getTimestamp(3).toInstant(),
                                    row.getTimestamp(4).toInstant()));
                }
                return moved;
            }
        }
    }
}
