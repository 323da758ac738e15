package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.interval.RoleHoursChanged;
import org.netzero.platform.database.Statements;

/// Hours of facilities, summed up by month of the site's zone, so that a year of a hundred
/// facilities is a matter of a thousand rows.
///
/// A month is summed up when somebody asks for it and kept until one of its hours changes. Changes
/// are counted in their own transaction, and a sum names the count it was made after, so that one
/// made of hours that changed meanwhile is never taken for theirs.
@ApplicationScoped
class MonthSums {

    private static final Logger LOG = Logger.getLogger(MonthSums.class);

    /// Farther from UTC is no zone.
    private static final Duration FARTHEST = Duration.ofHours(14);

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
                on conflict (datacenter_id, month) do update set changes = known.changes + 1
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

    /// The sums of some months, those without an hour included.
    Map<Key, HourSums> of(Collection<Key> keys) {
        Map<Row, Known> known = known(keys);
        var sums = new HashMap<Key, HourSums>();
        for (Key key : keys) {
            Known row = known.get(new Row(key.datacenterId(), key.month().atDay(1)));
            sums.put(
                    key,
                    kept(key, row).orElseGet(() -> sumUp(key, row == null ? 0 : row.changes())));
        }
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
                select -> {
                    select.setArray(1, texts(select.getConnection(), keys, Key::datacenterId));
                    select.setArray(
                            2,
                            texts(
                                    select.getConnection(),
                                    keys,
                                    key -> key.month().atDay(1).toString()));
                },
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

    private static Array texts(
            java.sql.Connection connection,
            Collection<Key> keys,
            java.util.function.Function<Key, String> text)
            throws java.sql.SQLException {
        return connection.createArrayOf("text", keys.stream().map(text).toArray());
    }

    /// Keeps the sums too, unless the month is being changed at this moment: who changes it may
    /// wait for the caller, so nobody is waited for here.
    ///
    /// @param changes counted before the hours are read
    private HourSums sumUp(Key key, long changes) {
        HourSums sums = summed.of(key.datacenterId(), key.start(), key.end());
        try {
            QuarkusTransaction.requiringNew().run(() -> keep(key, changes, sums));
        } catch (RuntimeException busy) {
            LOG.debugf("The sums of %s are not kept: %s", key, busy.getMessage());
        }
        return sums;
    }

    private void keep(Key key, long changes, HourSums sums) {
        statements.query(
                "select set_config('lock_timeout', '100ms', true)", select -> {}, row -> 1);
        statements.update(
                """
                insert into month_sums as known (datacenter_id, month, changes, computed, zone, sums)
                values (?, ?, 0, ?, ?, ?)
                on conflict (datacenter_id, month) do update
                set computed = excluded.computed, zone = excluded.zone, sums = excluded.sums
                where known.computed is null or known.computed < excluded.computed
                    or known.zone <> excluded.zone
                """,
                upsert -> {
                    upsert.setString(1, key.datacenterId());
                    upsert.setObject(2, key.month().atDay(1));
                    upsert.setLong(3, changes);
                    upsert.setString(4, key.zone().getId());
                    upsert.setString(5, write(sums));
                });
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
