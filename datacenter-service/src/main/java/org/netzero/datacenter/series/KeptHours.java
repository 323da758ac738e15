package org.netzero.datacenter.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.interval.PointHoursChanged;
import org.netzero.datacenter.interval.PointHoursChanged.Hour;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// Hours of the points that registered systems and baselines name. Hours of points go after a
/// while; these stay, from the oldest on that is there when a point is named first, and whatever is
/// measured or corrected afterwards, however old it is.
@ApplicationScoped
public class KeptHours {

    /// Naming a point waits for the hours that are being stored, so that it copies all of them.
    private static final String TURN = "kept-hours";

    private final Statements statements;
    private final MeasuringPoints points;

    KeptHours(DataSource database, MeasuringPoints points) {
        this.statements = new Statements(database, "Kept hours");
        this.points = points;
    }

    /// Keeps the hours of these points from now on, and those that are still there.
    @Transactional
    public void keep(Collection<String> pointIds) {
        List<Integer> numbers =
                points.registered(pointIds).values().stream()
                        .map(NumberedPoint::number)
                        .sorted()
                        .toList();
        statements.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                query -> query.setString(1, TURN),
                row -> true);
        statements.update(
                "insert into watched_point select unnest(?) on conflict do nothing",
                update -> setNumbers(update, 1, numbers));
        statements.update(
                """
                insert into kept_hour
                select point, start, amount, measured, covered, flags from point_hour
                where point = any (?)
                on conflict (point, start) do nothing\
                """,
                update -> setNumbers(update, 1, numbers));
    }

    /// Hours of named points changed: within the transaction that changes them.
    void note(@Observes PointHoursChanged changed) {
        statements.query(
                "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))",
                query -> query.setString(1, TURN),
                row -> true);
        statements.update(
                """
                insert into kept_hour
                select h.point, h.start, h.amount, h.measured, h.covered, h.flags
                from unnest(?::integer[], ?::timestamptz[], ?::numeric[], ?::numeric[],
                            ?::numeric[], ?::integer[])
                    as h (point, start, amount, measured, covered, flags)
                join watched_point w on w.point = h.point
                on conflict (point, start) do update
                set amount = excluded.amount, measured = excluded.measured,
                    covered = excluded.covered, flags = excluded.flags\
                """,
                update -> {
                    var connection = update.getConnection();
                    List<Hour> hours = changed.hours();
                    update.setArray(1, SqlArray.of(connection, hours, Hour::point));
                    update.setArray(2, SqlArray.of(connection, hours, Hour::start));
                    update.setArray(3, SqlArray.of(connection, hours, Hour::amount));
                    update.setArray(4, SqlArray.of(connection, hours, Hour::measured));
                    update.setArray(5, SqlArray.of(connection, hours, Hour::covered));
                    update.setArray(6, SqlArray.of(connection, hours, Hour::flags));
                });
    }

    /// The hours of points within a stretch of time, by the point's id. A point without hours is
    /// there with none.
    @Transactional
    public Map<String, NavigableMap<Instant, KeptHour>> of(
            Collection<String> pointIds, Interval span) {
        var byNumber = new HashMap<Integer, NavigableMap<Instant, KeptHour>>();
        var byId = new HashMap<String, NavigableMap<Instant, KeptHour>>();
        points.registered(pointIds)
                .forEach((id, point) -> {
                    var hours = new TreeMap<Instant, KeptHour>();
                    byId.put(id, hours);
                    byNumber.put(point.number(), hours);
                });
        statements
                .query(
                        """
                        select point, start, amount, covered from kept_hour
                        where point = any (?) and start >= ? and start < ?\
                        """,
                        query -> {
                            setNumbers(query, 1, List.copyOf(byNumber.keySet()));
                            query.setTimestamp(2, Timestamp.from(span.start()));
                            query.setTimestamp(3, Timestamp.from(span.end()));
                        },
                        row ->
                                new Row(
                                        row.getInt(1),
                                        row.getTimestamp(2).toInstant(),
                                        new KeptHour(row.getBigDecimal(3), row.getBigDecimal(4))))
                .forEach(row ->
                        byNumber.computeIfAbsent(row.point(), point -> new TreeMap<>())
                                .put(row.start(), row.hour()));
        return byId;
    }

    private record Row(int point, Instant start, KeptHour hour) {}

    private static void setNumbers(PreparedStatement statement, int index, List<Integer> numbers)
            throws SQLException {
        statement.setArray(
                index, statement.getConnection().createArrayOf("integer", numbers.toArray()));
    }
}
