package org.netzero.datacenter.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.database.TurnTaking;
import org.netzero.platform.messaging.DatabaseFailure;

/// The table of measuring points: read and written in bulk, so in plain SQL. What a point measures
/// and whose it is never changes, and no point is ever deleted.
@ApplicationScoped
class MeasuringPointTable {

    private static final String TURN = "measuring_point";

    private static final String SELECT =
            """
            select number, point_id, datacenter_id, role, quantity, unit, maximum, rated_power_kw,
                   bidirectional, revisions, parent, room, revoked_at
            from measuring_point
            """;

    private final DataSource database;
    private final Statements statements;

    MeasuringPointTable(DataSource database) {
        this.database = database;
        this.statements = new Statements(database, "Measuring points");
    }

    /// Has the transaction wait for others that write points.
    void takeTurn() {
        try (var connection = database.getConnection()) {
            TurnTaking.take(connection, TURN);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Measuring points", failed);
        }
    }

    List<RegisteredPoint> named(Collection<String> pointIds) {
        return statements.query(
                SELECT + "where point_id = any (?)",
                select ->
                        select.setArray(
                                1,
                                select.getConnection().createArrayOf("text", pointIds.toArray())),
                MeasuringPointTable::point);
    }

    List<RegisteredPoint> numbered(Collection<Integer> numbers) {
        return statements.query(
                SELECT + "where number = any (?)",
                select ->
                        select.setArray(
                                1,
                                select.getConnection().createArrayOf("integer", numbers.toArray())),
                MeasuringPointTable::point);
    }

    /// The points of a facility that a reader asks for, in the order of their ids.
    List<RegisteredPoint> page(String datacenterId, PointFilter filter, String cursor, int count) {
        return statements.query(
                SELECT
                        + """
                        where datacenter_id = ? and point_id > ?
                          and (?::text is null or role = ?)
                          and (?::text is null or quantity = ?)
                          and (?::text is null or room = ?)
                          and (?::text is null or parent = ?)
                          and (?::boolean is null or (revoked_at is not null) = ?)
                        order by point_id limit ?
                        """,
                select -> {
                    select.setString(1, datacenterId);
                    select.setString(2, cursor);
                    setTwice(select, 3, filter.role().map(Enum::name).orElse(null));
                    setTwice(select, 5, filter.quantity().map(Enum::name).orElse(null));
                    setTwice(select, 7, filter.room().orElse(null));
                    setTwice(select, 9, filter.parent().orElse(null));
                    @Nullable Boolean revoked =
                            filter.state().map(PointState.REVOKED::equals).orElse(null);
                    select.setObject(11, revoked, java.sql.Types.BOOLEAN);
                    select.setObject(12, revoked, java.sql.Types.BOOLEAN);
                    select.setInt(13, count);
                },
                MeasuringPointTable::point);
    }

    private static void setTwice(
            java.sql.PreparedStatement select, int parameter, @Nullable String value)
            throws SQLException {
        select.setString(parameter, value);
        select.setString(parameter + 1, value);
    }

    /// A room and how many points are in it.
    record RoomCount(String room, int points) {}

    List<RoomCount> rooms(String datacenterId) {
        return statements.query(
                """
                select room, count(*) from measuring_point
                where datacenter_id = ? and room is not null group by room order by room
                """,
                select -> select.setString(1, datacenterId),
                row -> new RoomCount(row.getString(1), row.getInt(2)));
    }

    void insert(Collection<MeasuringPoint> points, Instant declaredAt) {
        write(
                """
                insert into measuring_point (point_id, datacenter_id, role, quantity, unit,
                    maximum, rated_power_kw, bidirectional, revisions, parent, room, declared_at)
                select id, dc, role, quantity, unit,
                       maximum::numeric, rated::numeric, two_way::boolean, revisions, parent, room, ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as p (id, dc, role, quantity, unit, maximum, rated, two_way, revisions, parent, room)
                """,
                points,
                declaredAt);
    }

    /// What may change of points: it holds for hours that are computed from now on.
    void updateLimits(Collection<MeasuringPoint> points) {
        write(
                """
                update measuring_point known
                set maximum = p.maximum::numeric, rated_power_kw = p.rated::numeric,
                    bidirectional = p.two_way::boolean, revisions = p.revisions,
                    parent = p.parent, room = p.room
                from (select ?::timestamptz) as now,
                     unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as p (id, dc, role, quantity, unit, maximum, rated, two_way, revisions, parent, room)
                where known.point_id = p.id
                """,
                points,
                Instant.EPOCH);
    }

    private void write(String sql, Collection<MeasuringPoint> points, Instant at) {
        if (points.isEmpty()) {
            return;
        }
        statements.update(
                sql,
                write -> {
                    var connection = write.getConnection();
                    write.setTimestamp(1, Timestamp.from(at));
                    write.setArray(2, SqlArray.of(connection, points, MeasuringPoint::pointId));
                    write.setArray(
                            3, SqlArray.of(connection, points, MeasuringPoint::datacenterId));
                    write.setArray(4, SqlArray.of(connection, points, MeasuringPoint::role));
                    write.setArray(5, SqlArray.of(connection, points, MeasuringPoint::quantity));
                    write.setArray(6, SqlArray.of(connection, points, MeasuringPoint::unit));
                    write.setArray(
                            7, SqlArray.of(connection, points, point -> plain(point.maximum())));
                    write.setArray(
                            8,
                            SqlArray.of(connection, points, point -> plain(point.ratedPowerKw())));
                    write.setArray(
                            9, SqlArray.of(connection, points, MeasuringPoint::bidirectional));
                    write.setArray(10, SqlArray.of(connection, points, MeasuringPoint::revisions));
                    write.setArray(
                            11,
                            SqlArray.of(connection, points, point -> point.parent().orElse(null)));
                    write.setArray(
                            12,
                            SqlArray.of(connection, points, point -> point.room().orElse(null)));
                });
    }

    private static @Nullable String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse(null);
    }

    /// Its readings are refused from now on.
    void revoke(int number, Instant now) {
        statements.update(
                "update measuring_point set revoked_at = ? where number = ?",
                update -> {
                    update.setTimestamp(1, Timestamp.from(now));
                    update.setInt(2, number);
                });
    }

    /// Its readings are taken again. The triggers count it as if it had never been revoked then, so
    /// the hours between are taken out again: nothing was measured in them.
    void activate(int number, Instant now) {
        statements.update(
                """
                with again as (
                    select p.datacenter_id, p.role,
                           (select max(u.from_hour) from in_use(p.declared_at, f.start, p.revoked_at) u)
                               as from_hour,
                           date_trunc('hour', ?::timestamptz, 'UTC') as to_hour
                    from measuring_point p left join point_first_hour f on f.point = p.number
                    where p.number = ? and p.revoked_at is not null
                      and p.quantity not in ('TEMPERATURE', 'FLOW'))
                insert into role_points
                select datacenter_id, role, from_hour, -1 from again where from_hour < to_hour
                union all
                select datacenter_id, role, to_hour, 1 from again where from_hour < to_hour\
                """,
                insert -> {
                    insert.setTimestamp(1, Timestamp.from(now));
                    insert.setInt(2, number);
                });
        statements.update(
                "update measuring_point set revoked_at = null where number = ?",
                update -> update.setInt(1, number));
    }

    /// The points of which these are the main meters.
    List<RegisteredPoint> behind(Collection<String> pointIds) {
        return statements.query(
                SELECT + "where parent = any (?)",
                select ->
                        select.setArray(
                                1,
                                select.getConnection().createArrayOf("text", pointIds.toArray())),
                MeasuringPointTable::point);
    }

    /// How often points changed.
    long changes() {
        return statements
                .query("select count from point_changes", select -> {}, row -> row.getLong(1))
                .getFirst();
    }

    /// Notes that points, or what readings of them are to be done with, change with this
    /// transaction.
    void change() {
        statements.update("update point_changes set count = count + 1", update -> {});
    }

    private static RegisteredPoint point(ResultSet row) throws SQLException {
        return new RegisteredPoint(
                row.getInt(1),
                new MeasuringPoint(
                        row.getString(2),
                        row.getString(3),
                        MeasuringRole.valueOf(row.getString(4)),
                        MeasuredQuantity.valueOf(row.getString(5)),
                        row.getString(6),
                        Optional.ofNullable(row.getBigDecimal(7)),
                        Optional.ofNullable(row.getBigDecimal(8)),
                        row.getBoolean(9),
                        RevisionPolicy.valueOf(row.getString(10)),
                        Optional.ofNullable(row.getString(11)),
                        Optional.ofNullable(row.getString(12))),
                Optional.ofNullable(row.getTimestamp(13)).map(Timestamp::toInstant));
    }
}
