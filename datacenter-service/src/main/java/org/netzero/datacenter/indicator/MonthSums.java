package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.interval.RoleHoursChanged;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// Hours of facilities, summed up by month of the site's zone, so that a year of a hundred
/// facilities is a matter of a thousand rows.
///
/// A month is summed up when it is over and its hours have not changed for a while ([DueMonths]),
/// or when somebody asks for it, and kept until one of its hours changes. Changes are counted in
/// their own transaction, and a sum names the count it was made after, so that one made of hours
/// that changed meanwhile is never taken for theirs.
@ApplicationScoped
class MonthSums {

    private static final Logger LOG = Logger.getLogger(MonthSums.class);

    /// Farther from UTC is no zone.
    static final Duration FARTHEST = Duration.ofHours(14);

    /// Months of facilities that are looked at together.
    private static final int MOST_DUE = 10_000;

    private final Statements statements;
    private final SummedHours summed;
    private final ObjectMapper json;

    MonthSums(DataSource database, ObjectMapper json) {
        this.statements = new Statements(database, "Sums of months");
        this.summed = new SummedHours(statements);
        // a sum that is empty says so of itself, which is none of its parts
        this.json = json.copy().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
    }

    /// A month of a facility in the zone of its site.
    record Key(String datacenterId, YearMonth month, ZoneId zone) {

        /// The same month of another facility of the site.
        Key of(String another) {
            return new Key(another, month, zone);
        }

        Instant start() {
            return month.atDay(1).atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        }

        private Row row() {
            return new Row(datacenterId, month.atDay(1));
        }
    }

    private record Row(String datacenterId, LocalDate month) {}

    private record Known(
            long changes, boolean upToDate, @Nullable String zone, @Nullable String sums) {}

    /// Counts changes in the transaction of the change. A month counts them of the hours that may
    /// be its own in any zone.
    void hoursChanged(@Observes RoleHoursChanged changed) {
        Set<List<String>> touched = new TreeSet<>(java.util.Comparator.comparing(List::toString));
        for (RoleHour.Key key : changed.keys()) {
            for (Instant instant :
                    List.of(key.start().minus(FARTHEST), key.start().plus(FARTHEST))) {
                YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
                touched.add(List.of(key.datacenterId(), month.atDay(1).toString()));
            }
        }
        statements.update(
                """
                insert into month_sums as known (datacenter_id, month, changes)
                select id, month::date, 1 from unnest(?, ?) as touched (id, month) order by 1, 2
                on conflict (datacenter_id, month) do update set changes = known.changes + 1, changed_at = default
                """,
                upsert -> {
                    upsert.setArray(
                            1,
                            upsert.getConnection()
                                    .createArrayOf(
                                            "text",
                                            touched.stream().map(List::getFirst).toArray()));
                    upsert.setArray(
                            2,
                            upsert.getConnection()
                                    .createArrayOf(
                                            "text", touched.stream().map(List::getLast).toArray()));
                });
    }

    /// Months that changed since they were summed up, or never were.
    ///
    /// @param before later ones are none of them
    /// @param quiet for how long they have not changed
    /// @return of the oldest of them, by the ids of their facilities
    Map<YearMonth, List<String>> due(YearMonth before, Duration quiet) {
        return statements
                .query(
                        """
                        select month, datacenter_id from month_sums
                        where month < ? and computed is distinct from changes and changed_at < now() - ? * interval '1 second'
                        order by month, datacenter_id limit ?
                        """,
                        select -> {
                            select.setObject(1, before.atDay(1));
                            select.setLong(2, quiet.toSeconds());
                            select.setInt(3, MOST_DUE);
                        },
                        row -> new Row(row.getString(2), row.getObject(1, LocalDate.class)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> YearMonth.from(row.month()),
                                TreeMap::new,
                                Collectors.mapping(Row::datacenterId, Collectors.toList())));
    }

    /// The sums of some months, those without an hour included.
    Map<Key, HourSums> of(Collection<Key> keys) {
        Map<Row, Known> known = known(keys);
        var sums = new HashMap<Key, HourSums>();
        var missing = new TreeMap<YearMonth, Set<Key>>();
        for (Key key : keys) {
            kept(key, known.get(key.row()))
                    .ifPresentOrElse(
                            kept -> sums.put(key, kept),
                            () ->
                                    missing.computeIfAbsent(
                                                    key.month(), month -> new LinkedHashSet<>())
                                            .add(key));
        }
        missing.values().forEach(month -> sums.putAll(sumUp(List.copyOf(month), known)));
        return sums;
    }

    private Optional<HourSums> kept(Key key, @Nullable Known row) {
        return row != null && row.upToDate() && key.zone().getId().equals(row.zone())
                ? Optional.ofNullable(row.sums()).map(this::read)
                : Optional.empty();
    }

    private Map<Row, Known> known(Collection<Key> keys) {
        var known = new HashMap<Row, Known>();
        statements.query(
                """
                select datacenter_id, month, changes, computed is not distinct from changes, zone, sums from month_sums
                where (datacenter_id, month) in (select id, month::date from unnest(?, ?) as asked (id, month))
                """,
                select -> setRows(select, keys),
                row ->
                        known.put(
                                new Row(row.getString(1), row.getObject(2, LocalDate.class)),
                                new Known(
                                        row.getLong(3),
                                        row.getBoolean(4),
                                        row.getString(5),
                                        row.getString(6))));
        return known;
    }

    /// Keeps the sums too, but for months that are being changed at this moment: who changes them
    /// may wait for the caller, so nobody is waited for here.
    ///
    /// @param months of the same time
    /// @param known changes, counted before the hours are read
    private Map<Key, HourSums> sumUp(List<Key> months, Map<Row, Known> known) {
        Map<Key, HourSums> sums = summed.of(months);
        try {
            QuarkusTransaction.requiringNew().run(() -> keep(sums, known));
        } catch (RuntimeException busy) {
            LOG.debugf("The sums of %s are not kept: %s", months, busy.getMessage());
        }
        return sums;
    }

    private void keep(Map<Key, HourSums> sums, Map<Row, Known> known) {
        statements.query(
                "select set_config('lock_timeout', '100ms', true)", select -> {}, row -> 1);
        List<Key> keys = List.copyOf(sums.keySet());
        List<Key> unknown = keys.stream().filter(key -> !known.containsKey(key.row())).toList();
        if (!unknown.isEmpty()) {
            statements.update(
                    """
                    insert into month_sums (datacenter_id, month)
                    select id, month::date from unnest(?, ?) as asked (id, month) order by 1, 2 on conflict do nothing
                    """,
                    insert -> setRows(insert, unknown));
        }
        statements.update(
                """
                with free as (
                    select datacenter_id, month from month_sums
                    where (datacenter_id, month) in (select id, month::date from unnest(?, ?) as asked (id, month))
                    order by 1, 2 for no key update skip locked)
                update month_sums as known set computed = summed.computed, zone = summed.zone, sums = summed.sums
                from free, (
                    select id, month::date, computed::bigint, zone, sums
                    from unnest(?, ?, ?, ?, ?) as summed (id, month, computed, zone, sums)) as summed
                where known.datacenter_id = free.datacenter_id and known.month = free.month
                    and known.datacenter_id = summed.id and known.month = summed.month
                    and (known.computed is null or known.computed < summed.computed or known.zone <> summed.zone)
                """,
                update -> {
                    setRows(update, keys);
                    Connection connection = update.getConnection();
                    update.setArray(3, SqlArray.of(connection, keys, Key::datacenterId));
                    update.setArray(4, SqlArray.of(connection, keys, key -> key.row().month()));
                    update.setArray(
                            5,
                            SqlArray.of(
                                    connection,
                                    keys,
                                    key ->
                                            Optional.ofNullable(known.get(key.row()))
                                                    .map(Known::changes)
                                                    .orElse(0L)));
                    update.setArray(6, SqlArray.of(connection, keys, Key::zone));
                    update.setArray(
                            7,
                            SqlArray.of(
                                    connection,
                                    keys,
                                    key -> write(sums.getOrDefault(key, HourSums.NOTHING))));
                });
    }

    private static void setRows(PreparedStatement statement, Collection<Key> keys)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, SqlArray.of(connection, keys, Key::datacenterId));
        statement.setArray(2, SqlArray.of(connection, keys, key -> key.row().month()));
    }

    private String write(HourSums sums) {
        try {
            return json.writeValueAsString(sums);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + sums, unwritable);
        }
    }

    private HourSums read(String text) {
        try {
            return json.readValue(text, HourSums.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("No sums: " + text, unreadable);
        }
    }
}
