package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.datacenter.interval.LockedHours;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.quality.QuarantinedHour.Decision;
import org.netzero.datacenter.quality.QuarantinedHour.State;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// Hours of locked years that late readings would change. What stands in reports stays as it is
/// until somebody takes the change over.
@ApplicationScoped
class QuarantinedHours implements LockedHours {

    private static final int LARGEST_OFFSET_HOURS = 18;

    private final InventoryYears years;
    private final FacilityClock zones;
    private final Clock clock;
    private final Statements statements;

    QuarantinedHours(DataSource database, InventoryYears years, FacilityClock zones, Clock clock) {
        this.years = years;
        this.zones = zones;
        this.clock = clock;
        this.statements = new Statements(database, "Quarantined hours");
    }

    @Override
    public Set<RoleHour.Key> among(Collection<RoleHour.Key> keys) {
        Set<Integer> locked = keys.isEmpty() ? Set.of() : years.locked();
        if (locked.isEmpty()) {
            return Set.of();
        }
        Map<String, ZoneId> zoneOf = new HashMap<>();
        return keys.stream()
                .filter(key -> mayLieIn(locked, key.start()))
                .filter(key ->
                        locked.contains(
                                key.start()
                                        .atZone(
                                                zoneOf.computeIfAbsent(
                                                        key.datacenterId(), zones::zoneOf))
                                        .getYear()))
                .collect(Collectors.toSet());
    }

    private static boolean mayLieIn(Set<Integer> years, Instant start) {
        return Stream.of(-LARGEST_OFFSET_HOURS, LARGEST_OFFSET_HOURS)
                .map(hours -> start.plus(hours, ChronoUnit.HOURS).atZone(ZoneOffset.UTC).getYear())
                .anyMatch(years::contains);
    }

    @Override
    public void quarantine(Set<RoleHour.Key> keys, List<RoleHour> proposed) {
        Set<RoleHour.Key> asTheyStand = new HashSet<>(keys);
        proposed.forEach(hour -> asTheyStand.remove(hour.key()));
        forget(new TreeSet<>(asTheyStand));
        keep(proposed);
    }

    private void keep(List<RoleHour> hours) {
        if (hours.isEmpty()) {
            return;
        }
        statements.update(
                """
                insert into quarantined_hour as known
                    (datacenter_id, role, start, amount, measured, covered, flags, reported,
                     first_seen, state)
                select late.*, stored.amount, ?, 'OPEN'
                from unnest(?::text[], ?::text[], ?::timestamptz[], ?::numeric[], ?::numeric[], ?::numeric[], ?::integer[])
                    as late (datacenter_id, role, start, amount, measured, covered, flags)
                left join role_hour stored on stored.datacenter_id = late.datacenter_id
                    and stored.role = late.role and stored.start = late.start and stored.version > 0
                on conflict (datacenter_id, start, role) do update
                set amount = excluded.amount, measured = excluded.measured,
                    covered = excluded.covered, flags = excluded.flags,
                    reported = excluded.reported, state = 'OPEN',
                    first_seen = case known.state when 'OPEN' then known.first_seen
                                 else excluded.first_seen end,
                    decided_by = null, decided_at = null, note = null
                where (known.amount, known.measured, known.covered, known.flags)
                    is distinct from
                    (excluded.amount, excluded.measured, excluded.covered, excluded.flags)\
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setTimestamp(1, Timestamp.from(clock.instant()));
                    insert.setArray(
                            2, SqlArray.of(connection, hours, hour -> hour.key().datacenterId()));
                    insert.setArray(3, SqlArray.of(connection, hours, hour -> hour.key().role()));
                    insert.setArray(4, SqlArray.of(connection, hours, hour -> hour.key().start()));
                    insert.setArray(5, SqlArray.of(connection, hours, RoleHour::amount));
                    insert.setArray(6, SqlArray.of(connection, hours, RoleHour::measured));
                    insert.setArray(7, SqlArray.of(connection, hours, RoleHour::covered));
                    insert.setArray(
                            8,
                            SqlArray.of(connection, hours, hour -> HourFlag.toBits(hour.flags())));
                });
    }

    private void forget(Collection<RoleHour.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        statements.update(
                """
                delete from quarantined_hour known
                using unnest(?::text[], ?::text[], ?::timestamptz[]) as k (datacenter_id, role, start)
                where known.datacenter_id = k.datacenter_id and known.role = k.role
                  and known.start = k.start and known.state = 'OPEN'\
                """,
                delete -> {
                    var connection = delete.getConnection();
                    delete.setArray(1, SqlArray.of(connection, keys, RoleHour.Key::datacenterId));
                    delete.setArray(2, SqlArray.of(connection, keys, RoleHour.Key::role));
                    delete.setArray(3, SqlArray.of(connection, keys, RoleHour.Key::start));
                });
    }

    /// Hours of a facility that wait for a decision.
    List<QuarantinedHour> waiting(String datacenterId, Interval span) {
        return select(
                "datacenter_id = ? and start >= ? and start < ? and state = 'OPEN'",
                datacenterId,
                span);
    }

    /// Hours of a facility, decided or not, in the order of time and role, from the first one after
    /// another.
    List<QuarantinedHour> after(String datacenterId, Optional<Position> last, int limit) {
        return statements.query(
                SELECT
                        + """
                        datacenter_id = ? and (start, role) > (?, ?) order by start, role limit ?\
                        """,
                select -> {
                    select.setString(1, datacenterId);
                    select.setTimestamp(
                            2, Timestamp.from(last.map(Position::start).orElse(Instant.EPOCH)));
                    select.setString(3, last.map(at -> at.role().name()).orElse(""));
                    select.setInt(4, limit);
                },
                QuarantinedHours::read);
    }

    /// Where an hour stands in the list of its facility.
    record Position(Instant start, MeasuringRole role) {}

    /// Notes what somebody decided of the hours that wait.
    ///
    /// @return the hours it was decided of
    @Transactional
    List<QuarantinedHour> decide(
            String datacenterId,
            Interval span,
            Optional<MeasuringRole> role,
            State state,
            Decision decision) {
        List<QuarantinedHour> waiting =
                select(
                                "datacenter_id = ? and start >= ? and start < ? and state = 'OPEN' order by start, role for update",
                                datacenterId,
                                span)
                        .stream()
                        .filter(hour -> role.isEmpty() || role.get() == hour.hour().key().role())
                        .toList();
        waiting.forEach(hour -> note(hour, state, decision));
        return waiting;
    }

    private void note(QuarantinedHour hour, State state, Decision decision) {
        statements.update(
                """
                update quarantined_hour
                set state = ?, decided_by = ?, decided_at = ?, note = ?
                where datacenter_id = ? and role = ? and start = ?\
                """,
                update -> {
                    update.setString(1, state.name());
                    update.setString(2, decision.by());
                    update.setTimestamp(3, Timestamp.from(decision.at()));
                    update.setString(4, decision.note());
                    update.setString(5, hour.hour().key().datacenterId());
                    update.setString(6, hour.hour().key().role().name());
                    update.setTimestamp(7, Timestamp.from(hour.start()));
                });
    }

    private static final String SELECT =
            """
            select datacenter_id, role, start, amount, measured, covered, flags, reported,
                   first_seen, state, decided_by, decided_at, note
            from quarantined_hour where
            """;

    private List<QuarantinedHour> select(String condition, String datacenterId, Interval span) {
        return statements.query(
                SELECT + condition,
                select -> {
                    select.setString(1, datacenterId);
                    select.setTimestamp(2, Timestamp.from(span.start()));
                    select.setTimestamp(3, Timestamp.from(span.end()));
                },
                QuarantinedHours::read);
    }

    private static QuarantinedHour read(ResultSet row) throws SQLException {
        Optional<Decision> decision =
                row.getString(11) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Decision(
                                        row.getString(11),
                                        row.getTimestamp(12).toInstant(),
                                        row.getString(13)));
        return new QuarantinedHour(
                new RoleHour(
                        new RoleHour.Key(
                                row.getString(1),
                                MeasuringRole.valueOf(row.getString(2)),
                                row.getTimestamp(3).toInstant()),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        HourFlag.ofBits(row.getInt(7)),
                        0),
                Optional.ofNullable(row.getBigDecimal(8)),
                row.getTimestamp(9).toInstant(),
                State.valueOf(row.getString(10)),
                decision);
    }
}
