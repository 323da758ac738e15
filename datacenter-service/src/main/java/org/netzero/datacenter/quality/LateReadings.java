package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.datacenter.quality.DueFindings.Due;
import org.netzero.datacenter.telemetry.PointHours.TooLate;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// Between which hours of a month readings of settled hours came, by point. The hours themselves do
/// not show it, since they stay as they are.
@ApplicationScoped
class LateReadings {

    private static final long HOUR_SECONDS = 3_600;

    private final Statements statements;

    LateReadings(DataSource database) {
        this.statements = new Statements(database, "Late readings");
    }

    private record Key(int point, LocalDate month) {}

    /// From the first to the last hour, both included.
    private record Span(Instant first, Instant last) {
        Span and(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    private record Row(Key key, Span span) {}

    /// Keeps between which hours readings came.
    ///
    /// @return the months of facilities of which something changed
    List<Due> keep(Collection<TooLate> tooLate) {
        List<Row> rows = rows(tooLate);
        if (rows.isEmpty()) {
            return List.of();
        }
        return statements.query(
                """
                with kept as (
                    insert into late_readings as known (point, month, first_hour, last_hour)
                    select * from unnest(?::integer[], ?::date[], ?::timestamptz[], ?::timestamptz[])
                        as late (point, month, first_hour, last_hour)
                    order by point, month
                    on conflict (point, month) do update
                    set first_hour = least(known.first_hour, excluded.first_hour),
                        last_hour = greatest(known.last_hour, excluded.last_hour)
                    where excluded.first_hour < known.first_hour
                       or excluded.last_hour > known.last_hour
                    returning point, month)
                select distinct p.datacenter_id, kept.month
                from kept join measuring_point p on p.number = kept.point\
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setArray(1, SqlArray.of(connection, rows, row -> row.key().point()));
                    insert.setArray(2, SqlArray.of(connection, rows, row -> row.key().month()));
                    insert.setArray(3, SqlArray.of(connection, rows, row -> row.span().first()));
                    insert.setArray(4, SqlArray.of(connection, rows, row -> row.span().last()));
                },
                row -> new Due(row.getString(1), row.getObject(2, LocalDate.class)));
    }

    private static List<Row> rows(Collection<TooLate> tooLate) {
        Map<Key, Span> spans = new HashMap<>();
        for (TooLate late : tooLate) {
            Instant last = startOf(late.lastHour());
            Instant first = startOf(late.firstHour());
            while (!first.isAfter(last)) {
                LocalDate month = first.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
                Instant next = month.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                Instant end = next.minus(1, ChronoUnit.HOURS);
                spans.merge(
                        new Key(late.point(), month),
                        new Span(first, last.isBefore(end) ? last : end),
                        Span::and);
                first = next;
            }
        }
        return spans.entrySet().stream()
                .map(span -> new Row(span.getKey(), span.getValue()))
                .toList();
    }

    private static Instant startOf(int hour) {
        return Instant.ofEpochSecond(hour * HOUR_SECONDS);
    }

    /// What a month shows of them.
    List<Finding> of(Due month) {
        return statements.query(
                """
                select p.point_id, p.role, l.first_hour, l.last_hour
                from measuring_point p join late_readings l on l.point = p.number
                where p.datacenter_id = ? and l.month = ?
                order by p.point_id\
                """,
                select -> {
                    select.setString(1, month.datacenterId());
                    select.setObject(2, month.month());
                },
                row ->
                        finding(
                                row.getString(1),
                                row.getString(2),
                                new Span(
                                        row.getTimestamp(3).toInstant(),
                                        row.getTimestamp(4).toInstant())));
    }

    private static Finding finding(String pointId, String role, Span span) {
        Instant until = span.last().plus(HourRuns.HOUR);
        int hours = (int) span.first().until(until, ChronoUnit.HOURS);
        return new Finding(
                FindingCode.LATE_FOR_SETTLED_HOURS,
                Optional.of(pointId),
                Optional.of(role),
                span.first(),
                until,
                hours,
                "'%s' %s: within %d hours"
                        .formatted(pointId, FindingCode.LATE_FOR_SETTLED_HOURS.what(), hours));
    }
}
