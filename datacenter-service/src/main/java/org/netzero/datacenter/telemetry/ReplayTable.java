package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// Replays that were asked for, and how far they are.
@ApplicationScoped
class ReplayTable {

    private static final String SELECT =
            """
            select r.id, r.datacenter_id, r.span_start, r.span_end, r.points, r.readings_held_since,
                   r.asked_at, r.asked_by, r.state, r.reason, r.ended_at, p.*
            from replay r cross join lateral (
                select count(*) as partitions, count(*) filter (where done) as partitions_done,
                       coalesce(sum(passes), 0) as passes, coalesce(sum(records), 0) as records,
                       coalesce(sum(readings), 0) as readings, coalesce(sum(found), 0) as found
                from replay_partition where replay_id = r.id) p
            """;

    private final Statements statements;

    ReplayTable(DataSource database) {
        this.statements = new Statements(database, "Replays");
    }

    /// What is asked for.
    ///
    /// @param points how many the facility has
    /// @param readingsHeldSince since when Kafka held readings; empty when it held all
    record Request(
            String datacenterId,
            Interval span,
            int points,
            Optional<Instant> readingsHeldSince,
            Instant askedAt,
            String askedBy) {}

    /// How far a replay is.
    @Schema(name = "ReplayState")
    enum State {
        /// Others are worked on before.
        WAITING,
        /// Readings are read; or it waits for Kafka or the database, and the reason says so.
        READING,
        /// All that was found is on its way into the state, and the hours are asked for again.
        DONE,
        /// It was given up; the reason says why.
        FAILED,
        /// Somebody wanted it no more. What was put into the state by then stays.
        CANCELLED
    }

    /// A replay that was asked for.
    ///
    /// @param partitions with points of the facility
    record Kept(
            long id,
            Request request,
            State state,
            Optional<String> reason,
            Optional<Instant> endedAt,
            int partitions,
            int partitionsDone,
            Counts counts) {}

    /// What was read, of all passes together.
    ///
    /// @param readings whosever they were; what several passes read counts several times
    /// @param found different readings of the facility within the span
    record Counts(long passes, long records, long readings, long found) {}

    /// How far a partition is.
    ///
    /// @param passes how often it was read
    /// @param nextPoint all points before it are done
    /// @param nextHour of this point, all hours before it are done; empty where none is
    record Part(
            long replay,
            int partition,
            RawReadings.Ends ends,
            long passes,
            int nextPoint,
            Optional<Integer> nextHour) {}

    /// @return its id
    long add(Request request, Map<Integer, RawReadings.Ends> ends) {
        List<Map.Entry<Integer, RawReadings.Ends>> parts = List.copyOf(ends.entrySet());
        return statements
                .query(
                        """
                        with asked as (
                            insert into replay (datacenter_id, span_start, span_end, points,
                                readings_held_since, asked_at, asked_by, state)
                            values (?, ?, ?, ?, ?, ?, ?, 'WAITING') returning id),
                        parts as (
                            insert into replay_partition
                                (replay_id, partition, reading_end, history_end)
                            select asked.id, ends.* from asked,
                                unnest(?::integer[], ?::bigint[], ?::bigint[]) as ends)
                        select id from asked\
                        """,
                        insert -> {
                            var connection = insert.getConnection();
                            insert.setString(1, request.datacenterId());
                            insert.setTimestamp(2, Timestamp.from(request.span().start()));
                            insert.setTimestamp(3, Timestamp.from(request.span().end()));
                            insert.setInt(4, request.points());
                            insert.setTimestamp(
                                    5,
                                    request.readingsHeldSince().map(Timestamp::from).orElse(null));
                            insert.setTimestamp(6, Timestamp.from(request.askedAt()));
                            insert.setString(7, request.askedBy());
                            insert.setArray(8, SqlArray.of(connection, parts, Map.Entry::getKey));
                            insert.setArray(
                                    9,
                                    SqlArray.of(
                                            connection, parts, part -> part.getValue().reading()));
                            insert.setArray(
                                    10,
                                    SqlArray.of(
                                            connection, parts, part -> part.getValue().history()));
                        },
                        row -> row.getLong(1))
                .getFirst();
    }

    /// Those of a facility, the latest first.
    ///
    /// @param before the id of the last one that was seen
    List<Kept> ofFacility(String datacenterId, Optional<Long> before, int count) {
        return statements.query(
                SELECT + "where r.datacenter_id = ? and r.id < ? order by r.id desc limit ?",
                select -> {
                    select.setString(1, datacenterId);
                    select.setLong(2, before.orElse(Long.MAX_VALUE));
                    select.setInt(3, count);
                },
                ReplayTable::kept);
    }

    Optional<Kept> find(String datacenterId, long id) {
        return statements
                .query(
                        SELECT + "where r.datacenter_id = ? and r.id = ?",
                        select -> {
                            select.setString(1, datacenterId);
                            select.setLong(2, id);
                        },
                        ReplayTable::kept)
                .stream()
                .findFirst();
    }

    /// The one that was asked for first of those that are not done.
    Optional<Kept> next() {
        return statements
                .query(
                        SELECT + "where r.state in ('WAITING', 'READING') order by r.id limit 1",
                        select -> {},
                        ReplayTable::kept)
                .stream()
                .findFirst();
    }

    /// How many are not done.
    int open() {
        return statements
                .query(
                        "select count(*) from replay where state in ('WAITING', 'READING')",
                        select -> {},
                        row -> row.getInt(1))
                .getFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new Request(
                        row.getString("datacenter_id"),
                        new Interval(
                                row.getTimestamp("span_start").toInstant(),
                                row.getTimestamp("span_end").toInstant()),
                        row.getInt("points"),
                        instant(row, "readings_held_since"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("asked_by")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                instant(row, "ended_at"),
                row.getInt("partitions"),
                row.getInt("partitions_done"),
                new Counts(
                        row.getLong("passes"),
                        row.getLong("records"),
                        row.getLong("readings"),
                        row.getLong("found")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /// The first partition that is not done.
    Optional<Part> nextPart(long id) {
        return statements
                .query(
                        """
                        select replay_id, partition, reading_end, history_end, passes, next_point,
                            next_hour
                        from replay_partition where replay_id = ? and not done
                        order by partition limit 1\
                        """,
                        select -> select.setLong(1, id),
                        row ->
                                new Part(
                                        row.getLong(1),
                                        row.getInt(2),
                                        new RawReadings.Ends(row.getLong(3), row.getLong(4)),
                                        row.getLong(5),
                                        row.getInt(6),
                                        Optional.ofNullable(row.getObject(7, Integer.class))))
                .stream()
                .findFirst();
    }

    /// It is worked on.
    void begun(long id) {
        statements.update(
                "update replay set state = 'READING' where id = ? and state = 'WAITING'",
                update -> update.setLong(1, id));
    }

    /// A pass is done, and all that it found is durable.
    ///
    /// @param to how far the partition is now
    void passed(Part to, Counts more) {
        statements.update(
                """
                with moved as (
                    update replay_partition
                    set next_point = ?, next_hour = ?, passes = passes + ?, records = records + ?,
                        readings = readings + ?, found = found + ?
                    where replay_id = ? and partition = ?)
                update replay set reason = null where id = ? and state = 'READING'\
                """,
                update -> {
                    update.setInt(1, to.nextPoint());
                    update.setObject(2, to.nextHour().orElse(null), java.sql.Types.INTEGER);
                    update.setLong(3, more.passes());
                    update.setLong(4, more.records());
                    update.setLong(5, more.readings());
                    update.setLong(6, more.found());
                    update.setLong(7, to.replay());
                    update.setInt(8, to.partition());
                    update.setLong(9, to.replay());
                });
    }

    /// All of a partition is done.
    void done(Part part) {
        statements.update(
                "update replay_partition set done = true where replay_id = ? and partition = ?",
                update -> {
                    update.setLong(1, part.replay());
                    update.setInt(2, part.partition());
                });
    }

    /// It goes on later.
    void waits(long id, String reason) {
        statements.update(
                "update replay set reason = ? where id = ? and state = 'READING' and reason is distinct from ?",
                update -> {
                    update.setString(1, reason);
                    update.setLong(2, id);
                    update.setString(3, reason);
                });
    }

    /// Whether it is still wanted.
    boolean isOpen(long id) {
        return !statements
                .query(
                        "select 1 from replay where id = ? and state in ('WAITING', 'READING')",
                        select -> select.setLong(1, id),
                        row -> row.getInt(1))
                .isEmpty();
    }

    /// Ends it, unless it has ended.
    void end(long id, State state, Optional<String> reason, Instant at) {
        statements.update(
                "update replay set state = ?, reason = ?, ended_at = ?"
                        + " where id = ? and state in ('WAITING', 'READING')",
                update -> {
                    update.setString(1, state.name());
                    update.setString(2, reason.orElse(null));
                    update.setTimestamp(3, Timestamp.from(at));
                    update.setLong(4, id);
                });
    }
}
