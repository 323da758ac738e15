package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;

/// The sums of each meter's local days, which grow with each batch of intervals, and which months
/// of which series they changed.
@ApplicationScoped
class MeterDays {

    /// All meters of a series on one local day.
    record Day(LocalDate day, long joules, long estimatedJoules, long minutes, long intervals) {}

    private record ChangedMonth(Series series, YearMonth month) {}

    private static final String CHANGED_MONTHS =
            """
            insert into metered_change (site_id, carrier, source, month)
            select distinct site_id, carrier, source, date_trunc('month', day)::date
            from meter join meter_day on meter.number = meter_day.meter where number = ?
            """;

    private static final String COUNTED_OTHERWISE =
            "from meter join site using (site_id) where in_use and day_zone <> time_zone";

    private final DataSource database;

    MeterDays(DataSource database) {
        this.database = database;
    }

    /// @param sums at most one for each meter and day
    void add(List<DaySum> sums) {
        execute(
                """
                insert into meter_day as known (meter, day, energy_j, estimated_j, minutes, intervals)
                select meter, date '1970-01-01' + day, energy_j, estimated_j, minutes, intervals
                from unnest(?, ?, ?, ?, ?, ?) as new (meter, day, energy_j, estimated_j, minutes, intervals)
                on conflict (meter, day) do update set energy_j = known.energy_j + excluded.energy_j,
                    estimated_j = known.estimated_j + excluded.estimated_j,
                    minutes = known.minutes + excluded.minutes, intervals = known.intervals + excluded.intervals
                """,
                insert -> {
                    MeterIntervalTable.bindInts(insert, 1, sums, DaySum::meter);
                    MeterIntervalTable.bindInts(insert, 2, sums, DaySum::day);
                    MeterIntervalTable.bindLongs(insert, 3, sums, DaySum::joules);
                    MeterIntervalTable.bindLongs(insert, 4, sums, DaySum::estimatedJoules);
                    MeterIntervalTable.bindInts(insert, 5, sums, DaySum::minutes);
                    MeterIntervalTable.bindInts(insert, 6, sums, DaySum::intervals);
                });
        Set<ChangedMonth> changed = new HashSet<>();
        int from = 0;
        int to = 0;
        Series last = null;
        for (DaySum sum : sums) {
            if (!sum.series().equals(last) || sum.day() < from || sum.day() >= to) {
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(sum.day()));
                changed.add(new ChangedMonth(sum.series(), month));
                from = (int) month.atDay(1).toEpochDay();
                to = (int) month.plusMonths(1).atDay(1).toEpochDay();
                last = sum.series();
            }
        }
        note(List.copyOf(changed));
    }

    private void note(List<ChangedMonth> changed) {
        execute(
                """
                insert into metered_change (site_id, carrier, source, month)
                select site, carrier, source, month::date from unnest(?, ?, ?, ?) as new (site, carrier, source, month)
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setArray(1, SqlArray.of(connection, changed, c -> c.series().siteId()));
                    insert.setArray(2, SqlArray.of(connection, changed, c -> c.series().carrier()));
                    insert.setArray(3, SqlArray.of(connection, changed, c -> c.series().source()));
                    insert.setArray(4, SqlArray.of(connection, changed, c -> c.month().atDay(1)));
                });
    }

    /// Every month of a series is to be looked at again: what is expected of it changed.
    void allChanged(Series series) {
        execute(
                """
                insert into metered_change (site_id, carrier, source, month)
                select site_id, carrier, source, month from metered_month
                where site_id = ? and carrier = ? and source = ?
                """,
                insert -> bind(insert, series));
    }

    /// The series with months that changed.
    List<Series> changedSeries() {
        return query(
                "select distinct site_id, carrier, source from metered_change order by 1, 2, 3",
                select -> {},
                MeterDays::seriesOf);
    }

    /// The months of a series that changed, which whoever asks has to sum.
    List<YearMonth> takeChanged(Series series) {
        return query(
                        "delete from metered_change where site_id = ? and carrier = ? and source = ? returning month",
                        delete -> bind(delete, series),
                        row -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .stream()
                .distinct()
                .sorted()
                .toList();
    }

    /// The days with any interval, month by month.
    Map<YearMonth, List<Day>> of(Series series, List<YearMonth> months) {
        List<Day> days =
                query(
                        """
                        select day, sum(energy_j)::bigint, sum(estimated_j)::bigint, sum(minutes), sum(intervals)
                        from unnest(?::date[]) as asked (month)
                        join meter on site_id = ? and carrier = ? and source = ? and technology is distinct from 'NUCLEAR'
                        join meter_day on meter_day.meter = number and day >= month and day < month + interval '1 month'
                        group by 1 order by 1
                        """,
                        select -> {
                            select.setArray(
                                    1,
                                    SqlArray.of(select.getConnection(), months, m -> m.atDay(1)));
                            select.setString(2, series.siteId());
                            select.setString(3, series.carrier().name());
                            select.setString(4, series.source().name());
                        },
                        row ->
                                new Day(
                                        row.getObject(1, LocalDate.class),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)));
        var byMonth = new TreeMap<YearMonth, List<Day>>();
        days.forEach(day ->
                byMonth.computeIfAbsent(YearMonth.from(day.day()), month -> new ArrayList<>())
                        .add(day));
        return byMonth;
    }

    /// Notes on the meters of a series which day was their first.
    void noteFirstDays(Series series) {
        execute(
                """
                update meter set first_day = first.day
                from (select number, (select min(day) from meter_day where meter = number) as day
                    from meter where site_id = ? and carrier = ? and source = ?) as first
                where first.number = meter.number and first.day is distinct from first_day
                """,
                update -> bind(update, series));
    }

    /// Counts the days of a meter on another clock.
    void countAgain(int meter, String zone) {
        Binding its = statement -> statement.setInt(1, meter);
        execute(CHANGED_MONTHS, its);
        execute("delete from meter_day where meter = ?", its);
        execute(
                """
                insert into meter_day (meter, day, energy_j, estimated_j, minutes, intervals)
                select meter, (start_at at time zone ?)::date, sum(energy_j)::bigint,
                    coalesce(sum(energy_j) filter (where quality = 1), 0)::bigint, sum(minutes), count(*)
                from meter_interval where meter = ? group by 1, 2
                """,
                insert -> {
                    insert.setString(1, zone);
                    insert.setInt(2, meter);
                });
        execute(CHANGED_MONTHS, its);
        execute(
                "update meter set day_zone = ? where number = ?",
                update -> {
                    update.setString(1, zone);
                    update.setInt(2, meter);
                });
    }

    /// The series with meters whose days are counted on another clock than their site's.
    List<Series> seriesCountedOtherwise() {
        return query(
                "select distinct site_id, carrier, source "
                        + COUNTED_OTHERWISE
                        + " order by 1, 2, 3",
                select -> {},
                MeterDays::seriesOf);
    }

    /// The meters of a series of which the same is true.
    List<Integer> countedOtherwise(Series series) {
        return query(
                "select number "
                        + COUNTED_OTHERWISE
                        + " and site_id = ? and carrier = ? and source = ? order by 1",
                select -> bind(select, series),
                row -> row.getInt(1));
    }

    private static Series seriesOf(java.sql.ResultSet row) throws SQLException {
        return new Series(
                row.getString(1),
                EnergyCarrier.valueOf(row.getString(2)),
                EnergySource.valueOf(row.getString(3)));
    }

    private static void bind(PreparedStatement statement, Series series) throws SQLException {
        statement.setString(1, series.siteId());
        statement.setString(2, series.carrier().name());
        statement.setString(3, series.source().name());
    }

    private void execute(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Days of meters", failed);
        }
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
            throw new DatabaseFailure("Days of meters", failed);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(java.sql.ResultSet row) throws SQLException;
    }
}
