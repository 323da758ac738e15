package org.netzero.energy.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.energy.SqlArray;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The records and their sums, read and written a batch at a time.
@ApplicationScoped
class ResourceRecordTable {

    /// What makes two records of one id the same.
    record Content(
            String siteId,
            Resource resource,
            Quantity quantity,
            Span days,
            Provenance provenance,
            Optional<String> evidence) {}

    record Row(String recordId, Content content) {}

    private final DataSource database;

    ResourceRecordTable(DataSource database) {
        this.database = database;
    }

    Map<String, Content> named(Collection<String> recordIds) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select record_id, site_id, resource, quantity, unit, local_start, local_end, provenance,
                                    evidence
                                from resource_record where record_id = any (?)
                                """)) {
            select.setArray(1, SqlArray.of(connection, recordIds, id -> id));
            try (var row = select.executeQuery()) {
                Map<String, Content> found = new HashMap<>();
                while (row.next()) {
                    found.put(row.getString(1), contentOf(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Resource records", failed);
        }
    }

    private static Content contentOf(ResultSet row) throws SQLException {
        return new Content(
                row.getString(2),
                Resource.valueOf(row.getString(3)),
                new Quantity(row.getBigDecimal(4), Unit.parse(row.getString(5))),
                new Span(row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class)),
                Provenance.valueOf(row.getString(8)),
                Optional.ofNullable(row.getString(9)));
    }

    /// Stores records whose ids are new.
    ///
    /// @return the totals they changed, each with its next version
    List<ResourceTotal> insert(List<Row> unordered, String caller) {
        if (unordered.isEmpty()) {
            return List.of();
        }
        List<Row> rows = unordered.stream().sorted(Comparator.comparing(Row::recordId)).toList();
        List<Content> contents = rows.stream().map(Row::content).toList();
        List<Span> periods = contents.stream().map(c -> c.days().totalled()).toList();
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                with new as (
                                    insert into resource_record (record_id, site_id, resource, quantity, unit, accounted,
                                        local_start, local_end, period_start, period_end, provenance, evidence, stored_by)
                                    select id, site, resource, quantity::numeric, unit, accounted::numeric,
                                        local_start::date, local_end::date, period_start::date, period_end::date,
                                        provenance, evidence, ?
                                    from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (id, site, resource, quantity,
                                        unit, accounted, local_start, local_end, period_start, period_end, provenance,
                                        evidence)
                                    on conflict (record_id) do nothing
                                    returning *),
                                sum as (
                                    select site_id, resource, period_start, period_end, sum(accounted) as quantity,
                                        string_agg(distinct provenance, ',') as provenance
                                    from new group by 1, 2, 3, 4 order by 1, 2, 3, 4)
                                insert into resource_total as total
                                    (site_id, resource, period_start, period_end, quantity, provenance, version)
                                select *, 1 from sum
                                on conflict (site_id, resource, period_start, period_end) do update set
                                    quantity = total.quantity + excluded.quantity,
                                    provenance = (select string_agg(distinct p, ',') from regexp_split_to_table(
                                        total.provenance || ',' || excluded.provenance, ',') as p),
                                    version = total.version + 1
                                returning site_id, resource, period_start, period_end, quantity, provenance, version
                                """)) {
            insert.setString(1, caller);
            insert.setArray(2, SqlArray.of(connection, rows, Row::recordId));
            insert.setArray(3, SqlArray.of(connection, contents, Content::siteId));
            insert.setArray(4, SqlArray.of(connection, contents, c -> c.resource().name()));
            insert.setArray(5, SqlArray.of(connection, contents, c -> c.quantity().value()));
            insert.setArray(
                    6, SqlArray.of(connection, contents, c -> c.quantity().unit().symbol()));
            insert.setArray(
                    7,
                    SqlArray.of(
                            connection,
                            contents,
                            c -> c.resource().accounted(c.quantity()).value()));
            insert.setArray(8, SqlArray.of(connection, contents, c -> c.days().start()));
            insert.setArray(9, SqlArray.of(connection, contents, c -> c.days().end()));
            insert.setArray(10, SqlArray.of(connection, periods, Span::start));
            insert.setArray(11, SqlArray.of(connection, periods, Span::end));
            insert.setArray(12, SqlArray.of(connection, contents, c -> c.provenance().name()));
            insert.setArray(13, SqlArray.of(connection, contents, c -> c.evidence().orElse(null)));
            try (var row = insert.executeQuery()) {
                return totals(row);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Resource records", failed);
        }
    }

    /// The totals whose periods lie within a period.
    List<ResourceTotal> within(Span period, Optional<String> siteId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select site_id, resource, period_start, period_end, quantity, provenance, version
                                from resource_total
                                where period_start >= ?::date and period_end <= ?::date and (?::text is null or site_id = ?)
                                order by site_id, resource, period_start, period_end
                                """)) {
            select.setString(1, period.start().toString());
            select.setString(2, period.end().toString());
            select.setString(3, siteId.orElse(null));
            select.setString(4, siteId.orElse(null));
            try (var row = select.executeQuery()) {
                return totals(row);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Totals of resources", failed);
        }
    }

    private static List<ResourceTotal> totals(ResultSet row) throws SQLException {
        var totals = new ArrayList<ResourceTotal>();
        while (row.next()) {
            Resource resource = Resource.valueOf(row.getString(2));
            totals.add(
                    new ResourceTotal(
                            row.getString(1),
                            resource,
                            new Span(
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)),
                            new Quantity(row.getBigDecimal(5), resource.unit()),
                            Arrays.stream(row.getString(6).split(",", -1))
                                    .map(Provenance::valueOf)
                                    .sorted()
                                    .toList(),
                            row.getLong(7)));
        }
        return totals;
    }
}
