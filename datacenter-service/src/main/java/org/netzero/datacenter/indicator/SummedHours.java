package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
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
import org.netzero.platform.database.Statements;

/// Sums up the hours of a facility within the database: the same as [HourSums#of], without reading
/// them one by one.
record SummedHours(Statements statements) {

    /// Hours by what is known of them, and of each kind the hours themselves (without a role) and
    /// every role.
    private static final String SUMS =
            """
            with known as (
                select start, role, amount, measured, covered, flags, 1 << (array_position(?, role) - 1) as bit
                from role_hour where datacenter_id = ? and start >= ? and start < ? and version > 0),
            hour as (
                select start, bit_or(case when covered = 1 then bit else 0 end) as whole,
                    bit_or(case when measured = 1 then bit else 0 end) as measured,
                    bit_or(bit) as known,
                    bit_or(flags) as flags,
                    max(amount) filter (where role = 'FACILITY_INPUT' and covered = 1) as entered,
                    max(amount) filter (where role = 'ON_SITE_GENERATION' and covered = 1) as generated
                from known group by start)
            select whole, measured, null as role, count(*),
                sum(case when entered is null or generated is null then 0 else greatest(0, least(entered, generated)) end),
                0::numeric, bit_or(flags), known
            from hour group by whole, measured, known
            union all
            select hour.whole, hour.measured, role, count(*), sum(amount),
                sum(case when covered = 1 then covered - known.measured else 0 end), bit_or(known.flags), hour.known
            from hour join known using (start) group by hour.whole, hour.measured, hour.known, role
            """;

    /// The latest hour of which is known what entered.
    private static final String LAST =
            """
            select start, role, amount, measured, covered, flags from role_hour
            where datacenter_id = ? and version > 0 and start = (
                select max(start) from role_hour where datacenter_id = ? and start >= ? and start < ? and version > 0
                    and role = 'FACILITY_INPUT' and covered > 0)
            """;

    private static final List<MeasuringRole> ROLES = List.of(MeasuringRole.values());

    /// What is summed up of one kind of hours.
    private static final class Kind {

        private final Map<MeasuringRole, BigDecimal> amounts = new EnumMap<>(MeasuringRole.class);
        private final Map<MeasuringRole, BigDecimal> unmeasured =
                new EnumMap<>(MeasuringRole.class);
        private long hours;
        private BigDecimal kept = BigDecimal.ZERO;
    }

    private record Bits(int whole, int measured, int known) {}

    HourSums of(String datacenterId, Instant start, Instant end) {
        Map<Bits, Kind> kinds = new LinkedHashMap<>();
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        statements.query(
                SUMS,
                select -> {
                    select.setArray(
                            1,
                            select.getConnection()
                                    .createArrayOf(
                                            "text", ROLES.stream().map(Enum::name).toArray()));
                    select.setString(2, datacenterId);
                    setSpan(select, 3, start, end);
                },
                row -> {
                    flags.addAll(HourFlag.ofBits(row.getInt(7)));
                    Kind kind =
                            kinds.computeIfAbsent(
                                    new Bits(row.getInt(1), row.getInt(2), row.getInt(8)),
                                    bits -> new Kind());
                    add(kind, row);
                    return kind;
                });
        List<HourGroup> groups =
                kinds.entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue()))
                        .toList();
        return new HourSums(groups, last(datacenterId, start, end), flags);
    }

    private static void setSpan(PreparedStatement select, int first, Instant start, Instant end)
            throws SQLException {
        select.setObject(first, start.atOffset(ZoneOffset.UTC));
        select.setObject(first + 1, end.atOffset(ZoneOffset.UTC));
    }

    private static void add(Kind kind, ResultSet row) throws SQLException {
        @Nullable String name = row.getString(3);
        if (name == null) {
            kind.hours = row.getLong(4);
            kind.kept = row.getBigDecimal(5);
            return;
        }
        MeasuringRole role = MeasuringRole.valueOf(name);
        kind.amounts.put(role, row.getBigDecimal(5));
        kind.unmeasured.put(role, row.getBigDecimal(6));
    }

    private static HourGroup group(Bits bits, Kind kind) {
        Set<MeasuringRole> whole = roles(bits.whole());
        kind.unmeasured.keySet().retainAll(whole);
        return new HourGroup(
                whole,
                roles(bits.measured()),
                kind.hours,
                kind.amounts,
                kind.unmeasured,
                whole.containsAll(Set.of(FACILITY_INPUT, ON_SITE_GENERATION))
                        ? kind.kept
                        : BigDecimal.ZERO);
    }

    private static Set<MeasuringRole> roles(int bits) {
        Set<MeasuringRole> roles = EnumSet.noneOf(MeasuringRole.class);
        ROLES.stream().filter(role -> (bits & (1 << ROLES.indexOf(role))) != 0).forEach(roles::add);
        return roles;
    }

    private Optional<FacilityHour> last(String datacenterId, Instant start, Instant end) {
        Map<MeasuringRole, RoleAmount> byRole = new EnumMap<>(MeasuringRole.class);
        Set<HourFlag> flags = EnumSet.noneOf(HourFlag.class);
        List<Instant> found =
                statements.query(
                        LAST,
                        select -> {
                            select.setString(1, datacenterId);
                            select.setString(2, datacenterId);
                            setSpan(select, 3, start, end);
                        },
                        row -> {
                            byRole.put(
                                    MeasuringRole.valueOf(row.getString(2)),
                                    new RoleAmount(
                                            row.getBigDecimal(3),
                                            row.getBigDecimal(4),
                                            row.getBigDecimal(5)));
                            flags.addAll(HourFlag.ofBits(row.getInt(6)));
                            return row.getObject(1, OffsetDateTime.class).toInstant();
                        });
        return found.stream().findFirst().map(instant -> new FacilityHour(instant, byRole, flags));
    }
}
