package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Evidence;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Which records came of a line, and when; those that were superseded among them, those that were
/// taken back with their import not.
@ApplicationScoped
public class RecordGroups {

    /// Two parts, so that each finds its index.
    private static final String SELECT =
            """
            with asked (site_id, carrier, source) as (select * from unnest(?, ?, ?)),
            known as (
                select record.* from energy_record record join asked using (site_id, carrier, source)
                where superseded_by is null and period_start < ?::date and period_end > ?::date
                union all
                select record.* from energy_record record join asked using (site_id, carrier, source)
                where superseded_by is not null and not reversed
                    and period_start < ?::date and period_end > ?::date)
            select site_id, carrier, source, period_start, period_end, provenance, unit, max(stored_at),
                range_agg(daterange(local_start, local_end)), count(*) filter (where superseded_by is null),
                coalesce(sum(quantity) filter (where superseded_by is null), 0),
                (array_agg(record_id order by sequence) filter (where superseded_by is null))[1:10]
            from known group by 1, 2, 3, 4, 5, 6, 7, supersedes is not null
            order by 1, 2, 3, 4, 5, 6, 7, supersedes is not null
            """;

    private static final String SUMS =
            """
            with asked (site_id, carrier, source) as (select * from unnest(?, ?, ?))
            select site_id, carrier, source, local_start, local_end, provenance, unit, sum(quantity)
            from energy_record record join asked using (site_id, carrier, source)
            where superseded_by is null and period_start < ?::date and period_end > ?::date
            group by 1, 2, 3, 4, 5, 6, 7
            order by 1, 2, 3, 4, 5, 6, 7
            """;

    private final Statements statements;

    RecordGroups(DataSource database) {
        this.statements = new Statements(database, "What was received of energy records");
    }

    /// Everything ever recorded of these lines that overlaps a period.
    public List<RecordGroup> overlapping(Span period, Collection<Series> series) {
        return statements.query(
                SELECT,
                select -> {
                    bind(select, period, series);
                    bindPeriod(select, 6, period);
                },
                RecordGroups::groupOf);
    }

    /// What stands of these lines and overlaps a period, by the days it tells of.
    public List<RecordSum> sums(Span period, Collection<Series> series) {
        return series.isEmpty()
                ? List.of()
                : statements.query(
                        SUMS, select -> bind(select, period, series), RecordGroups::sumOf);
    }

    private static void bind(PreparedStatement select, Span period, Collection<Series> series)
            throws SQLException {
        var connection = select.getConnection();
        select.setArray(1, SqlArray.of(connection, series, Series::siteId));
        select.setArray(2, SqlArray.of(connection, series, s -> s.carrier().name()));
        select.setArray(3, SqlArray.of(connection, series, s -> s.source().name()));
        bindPeriod(select, 4, period);
    }

    private static void bindPeriod(PreparedStatement select, int at, Span period)
            throws SQLException {
        select.setString(at, period.end().toString());
        select.setString(at + 1, period.start().toString());
    }

    private static Series seriesOf(ResultSet row) throws SQLException {
        return new Series(
                row.getString(1),
                EnergyCarrier.valueOf(row.getString(2)),
                EnergySource.valueOf(row.getString(3)));
    }

    private static RecordSum sumOf(ResultSet row) throws SQLException {
        return new RecordSum(
                seriesOf(row),
                new Span(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                Evidence.valueOf(row.getString(6)),
                new Quantity(
                        Objects.requireNonNull(row.getBigDecimal(8), "sum"),
                        Unit.parse(row.getString(7))));
    }

    private static RecordGroup groupOf(ResultSet row) throws SQLException {
        Optional<Array> ids = Optional.ofNullable(row.getArray(12));
        return new RecordGroup(
                seriesOf(row),
                new Span(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                Evidence.valueOf(row.getString(6)),
                EnergyItems.spans(Objects.requireNonNull(row.getString(9))),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getLong(10),
                new Quantity(
                        Objects.requireNonNull(row.getBigDecimal(11), "sum"),
                        Unit.parse(row.getString(7))),
                ids.isPresent() ? List.of((String[]) ids.get().getArray()) : List.of());
    }
}
