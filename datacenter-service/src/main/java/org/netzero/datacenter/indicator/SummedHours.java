package org.netzero.datacenter.indicator;

import static java.util.Comparator.naturalOrder;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.FacilityHour;
import org.netzero.datacenter.effectiveness.HourGroup;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.effectiveness.RoleAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// Sums up hours of many facilities within the database: the same as [HourSums#of], without reading
/// them one by one. Hours arrive in the order of time, so those of one facility lie far apart and
/// those of all facilities next to each other: all of a month are summed up by one statement.
record SummedHours(Statements statements) {

    /// Roles by the bit that stands for them in a statement and its answer.
    private static final List<MeasuringRole> ROLES = List.of(MeasuringRole.values());

    /// The hours that are asked for, known by the place of who asks; the outer limits are those of
    /// all of them, and tell which partitions to look at before any of them is read.
    private static final String ASKED =
            """
            unnest(?, ?::timestamptz[], ?::timestamptz[]) with ordinality as asked (datacenter_id, first, behind, n)
            """;

    /// Hours by what is known of them, and of each kind every role. Each role that is known of a
    /// kind of hours has one row an hour, so any of them counts the hours.
    private static final String SUMS =
            """
            with known as (
                select n, start, bit, amount, flags, covered - measured as unmeasured,
                    case when covered = 1 then bit else 0 end as whole,
                    case when measured = 1 then bit else 0 end as measured
                from (select role, 1 << (place - 1)::integer as bit from unnest(?) with ordinality as role (role, place)) bits
                join role_hour using (role)
                join ASKED using (datacenter_id)
                where start >= asked.first and start < asked.behind and start >= ? and start < ? and version > 0
                offset 0),
            within_hour as (
                select n, bit, amount, flags, case when whole <> 0 then unmeasured else 0 end as unmeasured,
                    bit_or(whole) over hour as whole, bit_or(measured) over hour as measured, bit_or(bit) over hour as known,
                    case when whole = GENERATES then amount end as generated,
                    max(case when whole = ENTERS then amount end) over hour as entered_in_hour
                from known window hour as (partition by n, start))
            select n, whole, measured, known, bit, count(*), sum(amount), sum(unmeasured), bit_or(flags),
                coalesce(sum(greatest(0, least(generated, entered_in_hour))) filter (where generated is not null and entered_in_hour is not null), 0)
            from within_hour group by n, whole, measured, known, bit
            """
                    .replace("ASKED", ASKED.strip())
                    .replace("ENTERS", Integer.toString(bit(FACILITY_INPUT)))
                    .replace("GENERATES", Integer.toString(bit(ON_SITE_GENERATION)));

    /// The latest hour of each of which is known what entered.
    private static final String LAST =
            """
            select n, hour.start, role, amount, measured, covered, flags
            from ASKED
            cross join lateral (
                select start from role_hour entered
                where entered.datacenter_id = asked.datacenter_id and start >= asked.first and start < asked.behind
                    and start >= ? and start < ? and version > 0 and role = 'FACILITY_INPUT' and covered > 0
                order by start desc limit 1) latest
            join role_hour hour on hour.datacenter_id = asked.datacenter_id and hour.start = latest.start
            where hour.start >= ? and hour.start < ? and version > 0
            """
                    .replace("ASKED", ASKED.strip());

    /// What is summed up of one kind of hours.
    private static final class Kind {

        private final Map<MeasuringRole, BigDecimal> amounts = new EnumMap<>(MeasuringRole.class);
        private final Map<MeasuringRole, BigDecimal> unmeasured =
                new EnumMap<>(MeasuringRole.class);
        private long hours;
        private BigDecimal kept = BigDecimal.ZERO;

        void add(MeasuringRole role, ResultSet row) throws SQLException {
            hours = row.getLong(6);
            amounts.put(role, row.getBigDecimal(7));
            unmeasured.put(role, row.getBigDecimal(8));
            kept = kept.add(row.getBigDecimal(10));
        }

        HourGroup group(Bits bits) {
            Set<MeasuringRole> whole = roles(bits.whole());
            unmeasured.keySet().retainAll(whole);
            return new HourGroup(whole, roles(bits.measured()), hours, amounts, unmeasured, kept);
        }
    }

    private record Bits(int whole, int measured, int known) {}

    /// What is summed up of one month.
    private static final class Sums {

        private final Map<Bits, Kind> kinds = new LinkedHashMap<>();
        private final Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        private final Map<MeasuringRole, RoleAmount> lastByRole =
                new EnumMap<>(MeasuringRole.class);
        private final Set<HourFlag> lastFlags = EnumSet.noneOf(HourFlag.class);
        private @Nullable Instant last;

        void add(ResultSet row) throws SQLException {
            var bits = new Bits(row.getInt(2), row.getInt(3), row.getInt(4));
            kinds.computeIfAbsent(bits, kind -> new Kind())
                    .add(roles(row.getInt(5)).iterator().next(), row);
            flags.addAll(HourFlag.ofBits(row.getInt(9)));
        }

        void addLast(ResultSet row) throws SQLException {
            last = row.getObject(2, OffsetDateTime.class).toInstant();
            lastByRole.put(
                    MeasuringRole.valueOf(row.getString(3)),
                    new RoleAmount(
                            row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6)));
            lastFlags.addAll(HourFlag.ofBits(row.getInt(7)));
        }

        HourSums together() {
            return new HourSums(
                    kinds.entrySet().stream()
                            .map(kind -> kind.getValue().group(kind.getKey()))
                            .toList(),
                    Optional.ofNullable(last)
                            .map(start -> new FacilityHour(start, lastByRole, lastFlags)),
                    flags);
        }
    }

    /// The sums of some months, those without an hour included.
    ///
    /// @param months better of the same time: what lies between them is read, too
    Map<MonthSums.Key, HourSums> of(List<MonthSums.Key> months) {
        List<Sums> sums = months.stream().map(month -> new Sums()).toList();
        Instant first = months.stream().map(MonthSums.Key::start).min(naturalOrder()).orElseThrow();
        Instant behind = months.stream().map(MonthSums.Key::end).max(naturalOrder()).orElseThrow();
        statements.query(
                SUMS,
                select -> {
                    select.setArray(
                            1, SqlArray.of(select.getConnection(), ROLES, MeasuringRole::name));
                    setAsked(select, 2, months);
                    setSpan(select, 5, first, behind);
                },
                row -> {
                    Sums one = sums.get(row.getInt(1) - 1);
                    one.add(row);
                    return one;
                });
        statements.query(
                LAST,
                select -> {
                    setAsked(select, 1, months);
                    setSpan(select, 4, first, behind);
                    setSpan(select, 6, first, behind);
                },
                row -> {
                    Sums one = sums.get(row.getInt(1) - 1);
                    one.addLast(row);
                    return one;
                });
        var byMonth = new HashMap<MonthSums.Key, HourSums>();
        for (int i = 0; i < sums.size(); i++) {
            byMonth.put(months.get(i), sums.get(i).together());
        }
        return byMonth;
    }

    private static void setAsked(PreparedStatement select, int first, List<MonthSums.Key> months)
            throws SQLException {
        Connection connection = select.getConnection();
        select.setArray(first, SqlArray.of(connection, months, MonthSums.Key::datacenterId));
        select.setArray(first + 1, SqlArray.of(connection, months, MonthSums.Key::start));
        select.setArray(first + 2, SqlArray.of(connection, months, MonthSums.Key::end));
    }

    private static void setSpan(PreparedStatement select, int first, Instant start, Instant end)
            throws SQLException {
        select.setObject(first, start.atOffset(ZoneOffset.UTC));
        select.setObject(first + 1, end.atOffset(ZoneOffset.UTC));
    }

    private static int bit(MeasuringRole role) {
        return 1 << ROLES.indexOf(role);
    }

    private static Set<MeasuringRole> roles(int bits) {
        Set<MeasuringRole> roles = EnumSet.allOf(MeasuringRole.class);
        roles.removeIf(role -> (bits & bit(role)) == 0);
        return roles;
    }
}
