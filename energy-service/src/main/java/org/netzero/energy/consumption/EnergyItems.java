package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Gaps;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// What the records and the telemetry of a series add up to, per period and evidence. The sums grow
/// with each batch, so reading them never goes through the records.
@ApplicationScoped
public class EnergyItems {

    private static final String COLUMNS =
            "site_id, carrier, source, period_start, period_end, evidence, unit, quantity, record_count, covered";

    private static final String SUMMED =
            """
            select site_id, carrier, source, period_start, period_end, provenance, unit, sum(quantity), count(*),
                range_agg(daterange(local_start, local_end))
            """;

    private static final String CORRECTED = changed("superseded_by");
    private static final String CHANGED = changed("sequence");

    private static final String SELECT =
            "select "
                    + COLUMNS.replace("site_id", "item.site_id")
                    + ", kind = 'GROUP' from energy_item item join site on site.site_id = item.site_id where ";

    private static final String AROUND =
            """
            select site_id, carrier, source,
                exists (select 1 from energy_item item where (item.site_id, item.carrier, item.source)
                    = (line.site_id, line.carrier, line.source) and period_start < ?::date),
                exists (select 1 from energy_item item where (item.site_id, item.carrier, item.source)
                    = (line.site_id, line.carrier, line.source) and period_start >= ?::date)
            from energy_series line where ?::text is null or site_id = ?
            """;

    private static final Pattern RANGE = Pattern.compile("\\[([0-9-]+),([0-9-]+)\\)");

    private static String changed(String sequence) {
        return """
        (select distinct site_id, carrier, source, period_start, period_end, provenance, unit
        from energy_record where %s = any (?::bigint[])) as corrected
        """
                .formatted(sequence);
    }

    private final DataSource database;

    EnergyItems(DataSource database) {
        this.database = database;
    }

    /// Everything on file that overlaps a period, of one site or of all.
    public List<EnergyItem> overlapping(Span period, Optional<String> siteId) {
        return query(
                "period_start < ?::date and period_end > ?::date and (?::text is null or item.site_id = ?)",
                (select, connection) -> {
                    select.setString(1, period.end().toString());
                    select.setString(2, period.start().toString());
                    select.setString(3, siteId.orElse(null));
                    select.setString(4, siteId.orElse(null));
                });
    }

    /// Every line that was ever known, of one site or of all, and whether it has figures before and
    /// after a period.
    public Map<Series, Gaps.Around> around(Span period, Optional<String> siteId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AROUND)) {
            select.setString(1, period.start().toString());
            select.setString(2, period.end().toString());
            select.setString(3, siteId.orElse(null));
            select.setString(4, siteId.orElse(null));
            try (var row = select.executeQuery()) {
                var around = new HashMap<Series, Gaps.Around>();
                while (row.next()) {
                    around.put(
                            new Series(
                                    row.getString(1),
                                    EnergyCarrier.valueOf(row.getString(2)),
                                    EnergySource.valueOf(row.getString(3))),
                            new Gaps.Around(row.getBoolean(4), row.getBoolean(5)));
                }
                return around;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The lines of energy records", failed);
        }
    }

    List<EnergyItem> of(Collection<Series> series) {
        return query(
                "(item.site_id, carrier, source) in (select * from unnest(?, ?, ?))",
                (select, connection) -> bind(select, 1, connection, series));
    }

    /// Holds the series until the transaction ends: whoever changes what is known about a series
    /// does this first.
    void hold(Collection<Series> series) {
        var inOrder = new TreeSet<>(series);
        execute(
                """
                insert into energy_series (site_id, carrier, source)
                select * from unnest(?, ?, ?) as new (site_id, carrier, source) order by 1, 2, 3 on conflict do nothing
                """,
                (insert, connection) -> bind(insert, 1, connection, inOrder));
        execute(
                """
                select 1 from energy_series where (site_id, carrier, source) in (select * from unnest(?, ?, ?))
                order by site_id, carrier, source for update
                """,
                (select, connection) -> bind(select, 1, connection, inOrder));
    }

    /// Adds records that were just stored, and takes out those they superseded.
    void add(List<Long> sequences, boolean withCorrections) {
        execute(
                "insert into energy_item as item ("
                        + COLUMNS
                        + ") "
                        + SUMMED
                        + """
                        from energy_record where sequence = any (?::bigint[]) group by 1, 2, 3, 4, 5, 6, 7
                        on conflict (site_id, carrier, source, period_start, period_end, evidence, unit) do update set
                            quantity = item.quantity + excluded.quantity,
                            record_count = item.record_count + excluded.record_count,
                            covered = item.covered + excluded.covered
                        """,
                (insert, connection) ->
                        insert.setArray(1, SqlArray.of(connection, sequences, n -> n)));
        if (withCorrections) {
            sumAgain(CORRECTED, sequences);
        }
    }

    /// Sums up anew what records belong to that count from now on, or count no more.
    void sumAgain(List<Long> changed) {
        sumAgain(CHANGED, changed);
    }

    private void sumAgain(String which, List<Long> sequences) {
        execute(
                "delete from energy_item item using "
                        + which
                        + """
                         where (item.site_id, item.carrier, item.source, item.period_start, item.period_end,
                            item.evidence, item.unit) = (corrected.site_id, corrected.carrier, corrected.source,
                            corrected.period_start, corrected.period_end, corrected.provenance, corrected.unit)
                        """,
                (delete, connection) ->
                        delete.setArray(1, SqlArray.of(connection, sequences, n -> n)));
        execute(
                "insert into energy_item ("
                        + COLUMNS
                        + ") "
                        + SUMMED
                        + "from "
                        + which
                        + """
                         join energy_record using (site_id, carrier, source, period_start, period_end, provenance, unit)
                        where superseded_by is null group by 1, 2, 3, 4, 5, 6, 7
                        """,
                (insert, connection) ->
                        insert.setArray(1, SqlArray.of(connection, sequences, n -> n)));
    }

    /// Puts what telemetry measured in place of what it had measured before.
    void putTelemetry(
            Series series, Span month, BigDecimal energyKwh, long hours, List<Span> wholeDays) {
        put(series, month, Evidence.TELEMETRY, energyKwh, hours, wholeDays);
    }

    /// Puts what meters measured in intervals in place of what they had measured before.
    void putMetered(
            Series series, Span month, BigDecimal energyKwh, long intervals, List<Span> wholeDays) {
        put(series, month, Evidence.METERED, energyKwh, intervals, wholeDays);
    }

    void removeMetered(Series series, Span month) {
        execute(
                """
                delete from energy_item where site_id = ? and carrier = ? and source = ?
                    and period_start = ?::date and period_end = ?::date and evidence = ?
                """,
                (delete, connection) -> {
                    delete.setString(1, series.siteId());
                    delete.setString(2, series.carrier().name());
                    delete.setString(3, series.source().name());
                    delete.setString(4, month.start().toString());
                    delete.setString(5, month.end().toString());
                    delete.setString(6, Evidence.METERED.name());
                });
    }

    private void put(
            Series series,
            Span month,
            Evidence evidence,
            BigDecimal energyKwh,
            long hours,
            List<Span> wholeDays) {
        execute(
                "insert into energy_item ("
                        + COLUMNS
                        + """
                        ) values (?, ?, ?, ?::date, ?::date, ?, ?, ?, ?, ?::datemultirange)
                        on conflict (site_id, carrier, source, period_start, period_end, evidence, unit) do update set
                            quantity = excluded.quantity, record_count = excluded.record_count,
                            covered = excluded.covered
                        """,
                (insert, connection) -> {
                    insert.setString(1, series.siteId());
                    insert.setString(2, series.carrier().name());
                    insert.setString(3, series.source().name());
                    insert.setString(4, month.start().toString());
                    insert.setString(5, month.end().toString());
                    insert.setString(6, evidence.name());
                    insert.setString(7, Unit.KWH.symbol());
                    insert.setBigDecimal(8, energyKwh);
                    insert.setLong(9, hours);
                    insert.setString(10, multirange(wholeDays));
                });
    }

    private static String multirange(List<Span> spans) {
        return spans.stream()
                .map(span -> "[%s,%s)".formatted(span.start(), span.end()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static List<Span> spans(String multirange) {
        return RANGE.matcher(multirange)
                .results()
                .map(range ->
                        new Span(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2))))
                .toList();
    }

    private static void bind(
            PreparedStatement statement,
            int first,
            Connection connection,
            Collection<Series> series)
            throws SQLException {
        statement.setArray(first, SqlArray.of(connection, series, Series::siteId));
        statement.setArray(first + 1, SqlArray.of(connection, series, s -> s.carrier().name()));
        statement.setArray(first + 2, SqlArray.of(connection, series, s -> s.source().name()));
    }

    private List<EnergyItem> query(String condition, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + condition)) {
            binding.bind(select, connection);
            try (var row = select.executeQuery()) {
                var items = new ArrayList<EnergyItem>();
                while (row.next()) {
                    items.add(itemOf(row));
                }
                return items;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The sums of energy records", failed);
        }
    }

    private static EnergyItem itemOf(ResultSet row) throws SQLException {
        return new EnergyItem(
                new Series(
                        row.getString(1),
                        EnergyCarrier.valueOf(row.getString(2)),
                        EnergySource.valueOf(row.getString(3))),
                row.getBoolean(11),
                new Span(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                Evidence.valueOf(row.getString(6)),
                new Quantity(row.getBigDecimal(8), Unit.parse(row.getString(7))),
                row.getLong(9),
                spans(Objects.requireNonNull(row.getString(10))));
    }

    private void execute(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement, connection);
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The sums of energy records", failed);
        }
    }

    /// Fills a statement's parameters.
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement, Connection connection) throws SQLException;
    }
}
