package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.messaging.DatabaseFailure;
import org.postgresql.PGConnection;

/// The intervals, read and written a batch at a time.
@ApplicationScoped
class MeterIntervalTable {

    /// The stretch of one meter in a batch.
    ///
    /// @param from the first start, in minutes since 1970
    /// @param to the last end
    record Stretch(int meter, int from, int to) {}

    /// An interval on file.
    record Stored(Instant start, int minutes, long joules, ReadingQuality quality, int revision) {}

    private final DataSource database;

    MeterIntervalTable(DataSource database) {
        this.database = database;
    }

    /// The number of the import that brings intervals.
    int intake(Origin origin) {
        return run(connection -> {
            try (var find =
                            connection.prepareStatement(
                                    "select intake from interval_intake where import_id = ?");
                    var add =
                            connection.prepareStatement(
                                    "insert into interval_intake (import_id, recorded_by) values (?, ?) returning intake")) {
                find.setObject(1, origin.importId());
                try (var row = find.executeQuery()) {
                    if (row.next()) {
                        return row.getInt(1);
                    }
                }
                add.setObject(1, origin.importId());
                add.setString(2, origin.recordedBy());
                try (var row = add.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /// Marks meters as in use, so that what they measure cannot change from now on.
    ///
    /// @return false when one measures something else by now
    boolean use(Collection<MeterBook.Entry> meters) {
        return run(connection -> {
            Map<Integer, MeterBook.Entry> expected = new HashMap<>();
            meters.forEach(meter -> expected.put(meter.number(), meter));
            try (var hold =
                            connection.prepareStatement(
                                    "select number, site_id || '/' || carrier || '/' || source from meter where number = any (?) order by number for update");
                    var mark =
                            connection.prepareStatement(
                                    "update meter set in_use = true, day_zone = clock from unnest(?, ?) as new (meter, clock) where number = new.meter and not in_use")) {
                int[] numbers = expected.keySet().stream().mapToInt(n -> n).sorted().toArray();
                hold.setArray(1, ints(connection, numbers));
                try (var row = hold.executeQuery()) {
                    while (row.next()) {
                        MeterBook.Entry meter = expected.get(row.getInt(1));
                        if (meter == null || !meter.series().toString().equals(row.getString(2))) {
                            return false;
                        }
                    }
                }
                List<MeterBook.Entry> marked = List.copyOf(meters);
                bindInts(mark, 1, marked, MeterBook.Entry::number);
                mark.setArray(
                        2, SqlArray.of(connection, marked, meter -> meter.clock().zone().getId()));
                mark.executeUpdate();
                return true;
            }
        });
    }

    /// What is on file around the stretches, which are written out: partitions outside them are not
    /// even looked at.
    Map<Integer, Timeline> around(List<Stretch> stretches) {
        Instant first =
                DatedInterval.instantOf(
                        stretches.stream().mapToInt(Stretch::from).min().orElseThrow()
                                - DatedInterval.MINUTES_PER_HOUR);
        Instant last =
                DatedInterval.instantOf(
                        stretches.stream().mapToInt(Stretch::to).max().orElseThrow());
        return run(connection -> {
            Map<Integer, Timeline> timelines = new HashMap<>();
            boolean corrected = false;
            // statistics of partitions that fill right now say nothing yet; until the transaction
            // ends
            execute(connection, "set local enable_seqscan = off");
            try (var select =
                    connection.prepareStatement(
                            """
                            select i.* from unnest(?, ?, ?) as s (meter, first, last)
                            cross join lateral (
                                select i.meter, extract(epoch from i.start_at)::bigint / 60, i.minutes, i.energy_j, i.quality, i.revision
                                from meter_interval i
                                where i.meter = s.meter and i.start_at > to_timestamp(s.first * 60.0) and i.start_at < to_timestamp(s.last * 60.0)
                                    and i.start_at > %s and i.start_at < %s
                                offset 0) as i
                            """
                                    .formatted(literal(first), literal(last)))) {
                bind(
                        select,
                        stretches,
                        Stretch::meter,
                        s -> s.from() - DatedInterval.MINUTES_PER_HOUR,
                        Stretch::to);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        Timeline.Known known = known(row);
                        corrected |= known.revision() > 1;
                        timelines
                                .computeIfAbsent(row.getInt(1), meter -> new Timeline())
                                .note(row.getInt(2), known);
                    }
                }
            }
            if (corrected) {
                noteSuperseded(connection, stretches, timelines);
            }
            return timelines;
        });
    }

    private static void noteSuperseded(
            Connection connection, List<Stretch> stretches, Map<Integer, Timeline> timelines)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select i.meter, extract(epoch from i.start_at)::bigint / 60, i.minutes, i.energy_j, i.quality, i.revision
                        from unnest(?, ?, ?) as s (meter, first, last)
                        join meter_interval_superseded i on i.meter = s.meter
                            and i.start_at >= to_timestamp(s.first * 60.0) and i.start_at < to_timestamp(s.last * 60.0)
                        """)) {
            bind(select, stretches, Stretch::meter, Stretch::from, Stretch::to);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    timelines
                            .computeIfAbsent(row.getInt(1), meter -> new Timeline())
                            .noteSuperseded(row.getInt(2), known(row));
                }
            }
        }
    }

    private static Timeline.Known known(ResultSet row) throws SQLException {
        return new Timeline.Known(
                row.getInt(3), row.getLong(4), ReadingQuality.of(row.getInt(5)), row.getInt(6));
    }

    private static void bind(
            PreparedStatement select,
            List<Stretch> stretches,
            ToIntFunction<Stretch> meter,
            ToIntFunction<Stretch> first,
            ToIntFunction<Stretch> last)
            throws SQLException {
        Connection connection = select.getConnection();
        select.setArray(1, ints(connection, stretches.stream().mapToInt(meter).toArray()));
        select.setArray(2, ints(connection, stretches.stream().mapToInt(first).toArray()));
        select.setArray(3, ints(connection, stretches.stream().mapToInt(last).toArray()));
    }

    void insert(List<DatedInterval> intervals, int intake) {
        run(connection -> {
            CopiedIntervals.write(connection, intervals, intake);
            return true;
        });
    }

    /// Puts corrections of different intervals in the place of what is on file, which is kept.
    void correct(List<DatedInterval> corrections, int intake) {
        String within =
                "i.start_at between %s and %s"
                        .formatted(
                                literal(
                                        DatedInterval.instantOf(
                                                corrections.stream()
                                                        .mapToInt(DatedInterval::start)
                                                        .min()
                                                        .orElseThrow())),
                                literal(
                                        DatedInterval.instantOf(
                                                corrections.stream()
                                                        .mapToInt(DatedInterval::start)
                                                        .max()
                                                        .orElseThrow())));
        run(connection -> {
            try (var keep =
                            connection.prepareStatement(
                                    """
                                    insert into meter_interval_superseded
                                        (meter, start_at, revision, minutes, energy_j, quality, intake, superseded_by_intake)
                                    select i.meter, i.start_at, i.revision, i.minutes, i.energy_j, i.quality, i.intake, %d
                                    from unnest(?, ?) as new (meter, start)
                                    join meter_interval i on i.meter = new.meter and i.start_at = to_timestamp(new.start * 60.0)
                                    where %s
                                    """
                                            .formatted(intake, within));
                    var replace =
                            connection.prepareStatement(
                                    """
                                    update meter_interval i set energy_j = new.energy_j, quality = new.quality,
                                        revision = new.revision, intake = %d
                                    from unnest(?, ?, ?, ?, ?) as new (meter, start, energy_j, quality, revision)
                                    where i.meter = new.meter and i.start_at = to_timestamp(new.start * 60.0) and %s
                                    """
                                            .formatted(intake, within))) {
                bindInts(keep, 1, corrections, c -> c.meter().number());
                bindInts(keep, 2, corrections, DatedInterval::start);
                keep.executeUpdate();
                bindInts(replace, 1, corrections, c -> c.meter().number());
                bindInts(replace, 2, corrections, DatedInterval::start);
                bindLongs(replace, 3, corrections, DatedInterval::joules);
                bindInts(replace, 4, corrections, c -> c.quality().code());
                bindInts(replace, 5, corrections, DatedInterval::revision);
                replace.executeUpdate();
            }
            return true;
        });
    }

    /// What a meter measured from one instant to another, in the order of time.
    ///
    /// @param after what to go on behind
    List<Stored> between(int meter, Instant after, Instant to, int count) {
        return run(connection -> {
            try (var select =
                    connection.prepareStatement(
                            """
                            select start_at, minutes, energy_j, quality, revision from meter_interval
                            where meter = ? and start_at > %s and start_at < %s order by start_at limit ?
                            """
                                    .formatted(literal(after), literal(to)))) {
                select.setInt(1, meter);
                select.setInt(2, count);
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<Stored>();
                    while (row.next()) {
                        found.add(
                                new Stored(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getInt(2),
                                        row.getLong(3),
                                        ReadingQuality.of(row.getInt(4)),
                                        row.getInt(5)));
                    }
                    return found;
                }
            }
        });
    }

    /// An instant in SQL.
    static String literal(Instant instant) {
        return "timestamptz '%s'".formatted(instant.atOffset(ZoneOffset.UTC));
    }

    static <T> void bindInts(
            PreparedStatement statement, int index, List<T> rows, ToIntFunction<T> column)
            throws SQLException {
        statement.setArray(
                index, ints(statement.getConnection(), rows.stream().mapToInt(column).toArray()));
    }

    static <T> void bindLongs(
            PreparedStatement statement, int index, List<T> rows, ToLongFunction<T> column)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .unwrap(PGConnection.class)
                        .createArrayOf("int8", rows.stream().mapToLong(column).toArray()));
    }

    private static java.sql.Array ints(Connection connection, int[] numbers) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf("int4", numbers);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T run(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Intervals of meters", failed);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
