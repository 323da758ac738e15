package org.netzero.energy.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.OnFile;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.ReversedRecords;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The records and their sums, read and written a batch at a time.
@ApplicationScoped
class ResourceRecordTable {

    private static final String SELECT =
            """
            select record_id, revision, superseded, site_id, resource, quantity, unit, local_start, local_end,
                provenance, evidence, supersedes, reversed
            from resource_record where record_id = any (?) order by record_id, revision for update
            """;

    private static final String INSERT =
            """
            insert into resource_record (record_id, revision, site_id, resource, quantity, unit, accounted, local_start,
                local_end, period_start, period_end, provenance, evidence, supersedes, stored_by, import_id)
            select id, revision::int, site, resource, quantity::numeric, unit, accounted::numeric, local_start::date,
                local_end::date, period_start::date, period_end::date, provenance, evidence, supersedes, ?, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (id, revision, site, resource, quantity, unit,
                accounted, local_start, local_end, period_start, period_end, provenance, evidence, supersedes)
            on conflict (record_id, revision) do nothing
            """;

    private static final String SUPERSEDE =
            """
            update resource_record old set superseded = true
            from unnest(?, ?) as pair (id, revision)
            where old.record_id = pair.id and old.revision = pair.revision::int
            """;

    /// Holds the totals in the order of their keys, so that two batches wait for each other.
    private static final String HOLD =
            """
            insert into resource_total (site_id, resource, period_start, period_end, quantity, provenance, version)
            select distinct site, resource, period_start::date, period_end::date, 0, '', 0
            from unnest(?, ?, ?, ?) as key (site, resource, period_start, period_end)
            order by 1, 2, 3, 4
            on conflict (site_id, resource, period_start, period_end) do update set version = resource_total.version
            """;

    private static final String SUM_UP =
            """
            update resource_total total
            set quantity = sum.quantity, provenance = sum.provenance, version = total.version + 1
            from (
                select key.*, coalesce(sum(accounted), 0) as quantity,
                    coalesce(string_agg(distinct provenance, ','), '') as provenance
                from (select distinct site, resource, period_start::date, period_end::date
                      from unnest(?, ?, ?, ?) as key (site, resource, period_start, period_end)) as key
                left join resource_record record
                    on record.site_id = key.site and record.resource = key.resource
                    and record.period_start = key.period_start and record.period_end = key.period_end
                    and not superseded
                group by 1, 2, 3, 4) as sum
            where total.site_id = sum.site and total.resource = sum.resource
                and total.period_start = sum.period_start and total.period_end = sum.period_end
            returning total.site_id, total.resource, total.period_start, total.period_end, total.quantity,
                total.provenance, total.version
            """;

    private final DataSource database;
    private final ReversedRecords reversed;

    ResourceRecordTable(DataSource database) {
        this.database = database;
        this.reversed =
                new ReversedRecords(
                        database, new ReversedRecords.Names("resource_record", "record_id"));
    }

    /// What makes two records of one id the same.
    record Content(
            String siteId,
            Resource resource,
            Quantity quantity,
            Span days,
            Provenance provenance,
            Optional<String> evidence,
            Optional<String> supersedes) {}

    /// What records are totalled by.
    private record Key(String siteId, Resource resource, Span period) {

        static final String COLUMNS = "old.site_id, old.resource, old.period_start, old.period_end";

        static Key of(Content content) {
            return new Key(content.siteId(), content.resource(), content.days().totalled());
        }

        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString(1),
                    Resource.valueOf(row.getString(2)),
                    new Span(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)));
        }
    }

    /// The first records of an import that were superseded since by what does not belong to it.
    List<Reversal.Superseded> supersededSince(UUID importId) {
        return reversed.supersededSince(importId);
    }

    /// Lets the records of an import count no more, and what they had superseded count again.
    ///
    /// @return the totals that changed, each with its next version
    List<ResourceTotal> takeBack(UUID importId) {
        Set<Key> touched = new HashSet<>(reversed.restore(importId, Key.COLUMNS, Key::of));
        touched.addAll(reversed.reverse(importId, Key.COLUMNS, Key::of));
        try (var connection = database.getConnection();
                var hold = connection.prepareStatement(HOLD);
                var sumUp = connection.prepareStatement(SUM_UP)) {
            bindKeys(hold, connection, touched);
            hold.executeUpdate();
            bindKeys(sumUp, connection, touched);
            try (var row = sumUp.executeQuery()) {
                return totals(row);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Resource records", failed);
        }
    }

    /// Every revision of these ids, the oldest first, held until the transaction ends.
    List<OnFile<Content>> named(Collection<String> recordIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, SqlArray.of(connection, recordIds, id -> id));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<OnFile<Content>>();
                while (row.next()) {
                    found.add(
                            new OnFile<>(
                                    new Stored<>(
                                            row.getString(1),
                                            row.getInt(2),
                                            row.getBoolean(3),
                                            contentOf(row)),
                                    row.getBoolean(13)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Resource records", failed);
        }
    }

    private static Content contentOf(ResultSet row) throws SQLException {
        return new Content(
                row.getString(4),
                Resource.valueOf(row.getString(5)),
                new Quantity(row.getBigDecimal(6), Unit.parse(row.getString(7))),
                new Span(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class)),
                Provenance.valueOf(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)));
    }

    /// Stores records and marks those they correct.
    ///
    /// @return the totals they changed, each with its next version
    /// @throws ConcurrentIntake when somebody else stored one of the ids at this moment
    List<ResourceTotal> insert(List<Insertion<ResourceRecord, Content>> unordered, Origin origin) {
        if (unordered.isEmpty()) {
            return List.of();
        }
        List<Insertion<ResourceRecord, Content>> rows =
                unordered.stream()
                        .sorted(Comparator.comparing(row -> row.record().recordId()))
                        .toList();
        List<Stored<Content>> corrected =
                rows.stream().flatMap(row -> row.corrected().stream()).toList();
        Set<Key> touched =
                Stream.concat(
                                rows.stream().map(Insertion::content),
                                corrected.stream().map(Stored::content))
                        .map(Key::of)
                        .collect(Collectors.toSet());
        try (var connection = database.getConnection();
                var hold = connection.prepareStatement(HOLD);
                var insert = connection.prepareStatement(INSERT);
                var supersede = connection.prepareStatement(SUPERSEDE);
                var sumUp = connection.prepareStatement(SUM_UP)) {
            bindKeys(hold, connection, touched);
            hold.executeUpdate();
            bind(insert, connection, rows, origin);
            if (insert.executeUpdate() < rows.size()) {
                throw new ConcurrentIntake();
            }
            supersede.setArray(1, SqlArray.of(connection, corrected, Stored::id));
            supersede.setArray(2, SqlArray.of(connection, corrected, Stored::revision));
            supersede.executeUpdate();
            bindKeys(sumUp, connection, touched);
            try (var row = sumUp.executeQuery()) {
                return totals(row);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Resource records", failed);
        }
    }

    private static void bind(
            PreparedStatement insert,
            Connection connection,
            List<Insertion<ResourceRecord, Content>> rows,
            Origin origin)
            throws SQLException {
        List<Content> contents = rows.stream().map(Insertion::content).toList();
        List<Span> periods = contents.stream().map(c -> c.days().totalled()).toList();
        insert.setString(1, origin.recordedBy());
        insert.setObject(2, origin.importId());
        insert.setArray(3, SqlArray.of(connection, rows, row -> row.record().recordId()));
        insert.setArray(4, SqlArray.of(connection, rows, Insertion::revision));
        insert.setArray(5, SqlArray.of(connection, contents, Content::siteId));
        insert.setArray(6, SqlArray.of(connection, contents, c -> c.resource().name()));
        insert.setArray(7, SqlArray.of(connection, contents, c -> c.quantity().value()));
        insert.setArray(8, SqlArray.of(connection, contents, c -> c.quantity().unit().symbol()));
        insert.setArray(
                9,
                SqlArray.of(
                        connection, contents, c -> c.resource().accounted(c.quantity()).value()));
        insert.setArray(10, SqlArray.of(connection, contents, c -> c.days().start()));
        insert.setArray(11, SqlArray.of(connection, contents, c -> c.days().end()));
        insert.setArray(12, SqlArray.of(connection, periods, Span::start));
        insert.setArray(13, SqlArray.of(connection, periods, Span::end));
        insert.setArray(14, SqlArray.of(connection, contents, c -> c.provenance().name()));
        insert.setArray(15, SqlArray.of(connection, contents, c -> c.evidence().orElse(null)));
        insert.setArray(16, SqlArray.of(connection, contents, c -> c.supersedes().orElse(null)));
    }

    private static void bindKeys(PreparedStatement statement, Connection connection, Set<Key> keys)
            throws SQLException {
        statement.setArray(1, SqlArray.of(connection, keys, Key::siteId));
        statement.setArray(2, SqlArray.of(connection, keys, key -> key.resource().name()));
        statement.setArray(3, SqlArray.of(connection, keys, key -> key.period().start()));
        statement.setArray(4, SqlArray.of(connection, keys, key -> key.period().end()));
    }

    /// The totals whose periods lie within a period. One whose records were all taken back or
    /// corrected away has no provenance: it is kept for its version, and is nothing, not zero.
    List<ResourceTotal> within(Span period, Optional<String> siteId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select site_id, resource, period_start, period_end, quantity, provenance, version
                                from resource_total
                                where period_start >= ?::date and period_end <= ?::date and (?::text is null or site_id = ?)
                                    and provenance <> ''
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
                                    .filter(name -> !name.isEmpty())
                                    .map(Provenance::valueOf)
                                    .sorted()
                                    .toList(),
                            row.getLong(7)));
        }
        return totals;
    }
}
