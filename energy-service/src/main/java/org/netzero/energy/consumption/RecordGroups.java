package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.netzero.platform.messaging.DatabaseFailure;
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

    private final DataSource database;

    RecordGroups(DataSource database) {
        this.database = database;
    }

    /// Everything ever recorded of these lines that overlaps a period.
    public List<RecordGroup> overlapping(Span period, Collection<Series> series) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, SqlArray.of(connection, series, Series::siteId));
            select.setArray(2, SqlArray.of(connection, series, s -> s.carrier().name()));
            select.setArray(3, SqlArray.of(connection, series, s -> s.source().name()));
            for (int part = 4; part < 8; part += 2) {
                select.setString(part, period.end().toString());
                select.setString(part + 1, period.start().toString());
            }
            try (var row = select.executeQuery()) {
                var found = new ArrayList<RecordGroup>();
                while (row.next()) {
                    found.add(groupOf(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("What was received of energy records", failed);
        }
    }

    private static RecordGroup groupOf(ResultSet row) throws SQLException {
        Optional<Array> ids = Optional.ofNullable(row.getArray(12));
        return new RecordGroup(
                new Series(
                        row.getString(1),
                        EnergyCarrier.valueOf(row.getString(2)),
                        EnergySource.valueOf(row.getString(3))),
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
