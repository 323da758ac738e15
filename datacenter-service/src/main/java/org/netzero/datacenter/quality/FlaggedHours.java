package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.telemetry.PointHours.PointHour;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// The hours of points that show something, kept for as long as findings are. Most hours show
/// nothing and cost no row.
@ApplicationScoped
class FlaggedHours {

    private static final long HOUR_SECONDS = 3_600;
    private static final int DECIMALS = 6;

    /// What waits for the next reading is no finding.
    private static final Set<HourFlag> NOTHING_FOUND = EnumSet.of(HourFlag.HELD);

    private final MeasuringPoints points;
    private final Statements statements;

    FlaggedHours(DataSource database, MeasuringPoints points) {
        this.points = points;
        this.statements = new Statements(database, "Hours that show something");
    }

    /// An hour of a facility, of which something changed.
    record FacilityHourKey(String datacenterId, Instant start) {}

    private record Row(int point, String datacenterId, HourAmount hour) {
        Instant start() {
            return startOf(hour);
        }
    }

    private static Instant startOf(HourAmount hour) {
        return Instant.ofEpochSecond(hour.hour() * HOUR_SECONDS);
    }

    /// Keeps the hours that show something, and lets go of those that no longer do.
    ///
    /// @return the hours of facilities of which something changed
    Set<FacilityHourKey> keep(Collection<PointHour> hours) {
        Map<Integer, NumberedPoint> known =
                points.byNumber(hours.stream().map(PointHour::point).collect(Collectors.toSet()));
        var shown = new ArrayList<Row>();
        var plain = new ArrayList<PointHour>();
        for (PointHour hour : hours) {
            NumberedPoint point = known.get(hour.point());
            if (point != null && showsSomething(hour.hour(), point.point())) {
                shown.add(new Row(hour.point(), point.point().datacenterId(), hour.hour()));
            } else {
                plain.add(hour);
            }
        }
        Set<FacilityHourKey> changed = new HashSet<>(store(shown));
        changed.addAll(forget(plain));
        return changed;
    }

    private static boolean showsSomething(HourAmount hour, MeasuringPoint point) {
        return hour.flags().stream()
                .anyMatch(flag ->
                        !NOTHING_FOUND.contains(flag)
                                && (flag != HourFlag.UNCHANGED
                                        || PointFindings.neverRests(
                                                point.role(), point.quantity())));
    }

    private List<FacilityHourKey> store(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        rows.sort(Comparator.comparingInt(Row::point).thenComparing(Row::start));
        return statements.query(
                """
                insert into flagged_hour as known
                    (point, start, datacenter_id, amount, measured, covered, flags)
                select * from unnest(?::integer[], ?::timestamptz[], ?::text[], ?::numeric[],
                                     ?::numeric[], ?::numeric[], ?::integer[])
                on conflict (point, start) do update
                set datacenter_id = excluded.datacenter_id, amount = excluded.amount,
                    measured = excluded.measured, covered = excluded.covered,
                    flags = excluded.flags
                where (known.amount, known.measured, known.covered, known.flags)
                    is distinct from
                    (excluded.amount, excluded.measured, excluded.covered, excluded.flags)
                returning datacenter_id, start\
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setArray(1, SqlArray.of(connection, rows, Row::point));
                    insert.setArray(2, SqlArray.of(connection, rows, Row::start));
                    insert.setArray(3, SqlArray.of(connection, rows, Row::datacenterId));
                    insert.setArray(
                            4, SqlArray.of(connection, rows, row -> decimal(row.hour().amount())));
                    insert.setArray(
                            5,
                            SqlArray.of(
                                    connection, rows, row -> decimal(row.hour().measuredShare())));
                    insert.setArray(
                            6,
                            SqlArray.of(
                                    connection, rows, row -> decimal(row.hour().coveredShare())));
                    insert.setArray(
                            7,
                            SqlArray.of(
                                    connection, rows, row -> HourFlag.toBits(row.hour().flags())));
                },
                FlaggedHours::key);
    }

    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private List<FacilityHourKey> forget(List<PointHour> hours) {
        if (hours.isEmpty()) {
            return List.of();
        }
        return statements.query(
                """
                delete from flagged_hour known
                using unnest(?::integer[], ?::timestamptz[]) as plain (point, start)
                where known.point = plain.point and known.start = plain.start
                returning known.datacenter_id, known.start\
                """,
                delete -> {
                    var connection = delete.getConnection();
                    delete.setArray(1, SqlArray.of(connection, hours, PointHour::point));
                    delete.setArray(
                            2, SqlArray.of(connection, hours, hour -> startOf(hour.hour())));
                },
                FlaggedHours::key);
    }

    private static FacilityHourKey key(ResultSet row) throws SQLException {
        return new FacilityHourKey(row.getString(1), row.getTimestamp(2).toInstant());
    }

    /// Those of the hours in which a point of the facility showed no change: whether that means
    /// something depends on the facility's load.
    List<FacilityHourKey> unchangedAmong(Collection<RoleHour.Key> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        return statements.query(
                """
                select distinct known.datacenter_id, known.start
                from unnest(?::text[], ?::timestamptz[]) as sum (datacenter_id, start)
                join flagged_hour known
                    on known.datacenter_id = sum.datacenter_id and known.start = sum.start
                where known.flags & ? <> 0\
                """,
                select -> {
                    var connection = select.getConnection();
                    select.setArray(1, SqlArray.of(connection, sums, RoleHour.Key::datacenterId));
                    select.setArray(2, SqlArray.of(connection, sums, RoleHour.Key::start));
                    select.setInt(3, HourFlag.toBits(Set.of(HourFlag.UNCHANGED)));
                },
                FlaggedHours::key);
    }

    /// The hours of a facility that show something.
    List<FlaggedHour> of(String datacenterId, Interval span) {
        return statements.query(
                """
                select p.point_id, p.role, h.start, h.amount, h.measured, h.covered, h.flags,
                       p.quantity
                from flagged_hour h join measuring_point p on p.number = h.point
                where h.datacenter_id = ? and h.start >= ? and h.start < ?\
                """,
                select -> {
                    select.setString(1, datacenterId);
                    select.setTimestamp(2, Timestamp.from(span.start()));
                    select.setTimestamp(3, Timestamp.from(span.end()));
                },
                row ->
                        new FlaggedHour(
                                row.getString(1),
                                MeasuringRole.valueOf(row.getString(2)),
                                MeasuredQuantity.valueOf(row.getString(8)),
                                row.getTimestamp(3).toInstant(),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                HourFlag.ofBits(row.getInt(7))));
    }

    /// The hours in which a facility used energy.
    Set<Instant> underLoad(String datacenterId, Interval span) {
        return Set.copyOf(
                statements.query(
                        """
                        select distinct start from role_hour
                        where datacenter_id = ? and start >= ? and start < ? and amount > 0
                          and role in ('FACILITY_INPUT', 'IT', 'COOLING', 'UPS_LOSS')\
                        """,
                        select -> {
                            select.setString(1, datacenterId);
                            select.setTimestamp(2, Timestamp.from(span.start()));
                            select.setTimestamp(3, Timestamp.from(span.end()));
                        },
                        row -> row.getTimestamp(1).toInstant()));
    }
}
