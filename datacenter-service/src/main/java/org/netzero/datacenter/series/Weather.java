package org.netzero.datacenter.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Interval;

/// All imported outdoor temperatures. What is stated is never changed: a correction names what it
/// supersedes, which stays on file.
@ApplicationScoped
public class Weather {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORTEST_DAY = Duration.ofHours(23);
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Statements statements;

    Weather(DataSource database) {
        this.statements = new Statements(database, "Weather");
    }

    @Transactional
    List<RowOutcome> addAll(List<WeatherValue> batch) {
        var intake = new Intake<WeatherValue, WeatherValue>("temperatureC", known(batch));
        List<RowOutcome> outcomes =
                batch.stream()
                        .map(value -> intake.take(value, value.id(), value.supersedes(), value))
                        .toList();
        intake.insertions().forEach(this::put);
        return outcomes;
    }

    private List<Intake.Stored<WeatherValue>> known(List<WeatherValue> batch) {
        return statements.query(
                """
                select series_id, start_at, end_at, temperature, evidence, supersedes, revision,
                       superseded
                from weather_value
                where (series_id, start_at) in (select * from unnest(?, ?))
                order by series_id, start_at, revision\
                """,
                query -> {
                    query.setArray(
                            1,
                            query.getConnection()
                                    .createArrayOf(
                                            "text",
                                            batch.stream().map(WeatherValue::seriesId).toArray()));
                    query.setArray(
                            2,
                            query.getConnection()
                                    .createArrayOf(
                                            "timestamptz",
                                            batch.stream()
                                                    .map(value -> value.interval().start())
                                                    .map(Timestamp::from)
                                                    .toArray()));
                },
                row -> {
                    var value =
                            new WeatherValue(
                                    row.getString(1),
                                    new Interval(
                                            row.getTimestamp(2).toInstant(),
                                            row.getTimestamp(3).toInstant()),
                                    row.getBigDecimal(4),
                                    Optional.ofNullable(row.getString(5)),
                                    Optional.ofNullable(row.getString(6)));
                    return new Intake.Stored<>(value.id(), row.getInt(7), row.getBoolean(8), value);
                });
    }

    private void put(Intake.Insertion<WeatherValue, WeatherValue> insertion) {
        WeatherValue value = insertion.record();
        insertion
                .corrected()
                .ifPresent(old ->
                        statements.update(
                                """
                                update weather_value set superseded = true
                                where series_id = ? and start_at = ? and revision = ?\
                                """,
                                update -> {
                                    update.setString(1, value.seriesId());
                                    update.setTimestamp(
                                            2, Timestamp.from(value.interval().start()));
                                    update.setInt(3, old.revision());
                                }));
        statements.update(
                """
                insert into weather_value (series_id, start_at, end_at, temperature, evidence,
                                           supersedes, revision)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                insert -> {
                    insert.setString(1, value.seriesId());
                    insert.setTimestamp(2, Timestamp.from(value.interval().start()));
                    insert.setTimestamp(3, Timestamp.from(value.interval().end()));
                    insert.setBigDecimal(4, value.celsius());
                    insert.setString(5, value.evidence().orElse(null));
                    insert.setString(6, value.supersedes().orElse(null));
                    insert.setInt(7, insertion.revision());
                });
    }

    /// Whether there is anything of a series.
    @Transactional
    public boolean isKnown(String seriesId) {
        return !statements
                .query(
                        "select 1 from weather_value where series_id = ? limit 1",
                        query -> query.setString(1, seriesId),
                        row -> true)
                .isEmpty();
    }

    /// The temperatures of a series by the hour, °C. A value of a day stands for each of its hours,
    /// unless only hourly ones are asked for.
    @Transactional
    public NavigableMap<Instant, BigDecimal> hours(
            String seriesId, Interval span, boolean hourlyOnly) {
        var hours = new TreeMap<Instant, BigDecimal>();
        statements
                .query(
                        """
                        select start_at, end_at, temperature from weather_value
                        where series_id = ? and not superseded and end_at > ? and start_at < ?
                        order by start_at\
                        """,
                        query -> {
                            query.setString(1, seriesId);
                            query.setTimestamp(2, Timestamp.from(span.start()));
                            query.setTimestamp(3, Timestamp.from(span.end()));
                        },
                        row ->
                                new Stated(
                                        new Interval(
                                                row.getTimestamp(1).toInstant(),
                                                row.getTimestamp(2).toInstant()),
                                        row.getBigDecimal(3)))
                .stream()
                .filter(stated -> !hourlyOnly || stated.interval().duration().compareTo(HOUR) <= 0)
                .forEach(stated -> spread(stated, span, hours));
        return hours;
    }

    record Stated(Interval interval, BigDecimal celsius) {}

    /// An hourly value takes precedence over a day's. It stands for the hour in which it begins:
    /// those of zones half an hour beside UTC lie across two.
    static void spread(Stated stated, Interval span, NavigableMap<Instant, BigDecimal> hours) {
        boolean hourly = stated.interval().duration().compareTo(HOUR) <= 0;
        Instant hour = stated.interval().start().truncatedTo(ChronoUnit.HOURS);
        Instant end = hourly ? hour.plus(HOUR) : stated.interval().end();
        while (hour.isBefore(end)) {
            if (!hour.isBefore(span.start()) && hour.isBefore(span.end())) {
                if (hourly) {
                    hours.put(hour, stated.celsius());
                } else {
                    hours.putIfAbsent(hour, stated.celsius());
                }
            }
            hour = hour.plus(HOUR);
        }
    }

    /// Whether a value is of an hour, or of a day of 23 to 25 hours.
    static boolean isHourOrDay(Interval interval) {
        Duration duration = interval.duration();
        return duration.equals(HOUR)
                || (duration.compareTo(SHORTEST_DAY) >= 0 && duration.compareTo(LONGEST_DAY) <= 0);
    }
}
