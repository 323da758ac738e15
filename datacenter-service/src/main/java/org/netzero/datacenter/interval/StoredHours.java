package org.netzero.datacenter.interval;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;
import org.netzero.platform.problem.InvalidInput;

/// Hours of roles and points as they are stored, a stretch at a time.
@ApplicationScoped
class StoredHours {

    private final Statements statements;

    StoredHours(DataSource database) {
        this.statements = new Statements(database, "Intervals");
    }

    /// An hour of a role or a point.
    ///
    /// @param name of the role, or the id of the point
    /// @param unit of the amount: kWh, L, and °C·h of a temperature
    /// @param measured share of the hour that was measured
    /// @param covered the same with bridged gaps
    /// @param quarters empty when they are not known of all of it
    record Hour(
            MeasuringRole role,
            String name,
            boolean isPoint,
            Instant start,
            BigDecimal amount,
            String unit,
            BigDecimal measured,
            BigDecimal covered,
            Set<HourFlag> flags,
            Optional<List<BigDecimal>> quarters) {}

    /// The last interval of the page before.
    record Cursor(String name, Instant start) {

        static Cursor parse(String text) {
            int blank = text.lastIndexOf('@');
            try {
                return new Cursor(
                        text.substring(0, Math.max(0, blank)),
                        Instant.parse(text.substring(blank + 1)));
            } catch (DateTimeException unknown) {
                throw new InvalidInput(
                        "cursor",
                        "UNKNOWN_CURSOR",
                        "'%s' is no cursor of this list; start without one".formatted(text));
            }
        }

        @Override
        public String toString() {
            return name + "@" + start;
        }
    }

    /// Where to read on.
    ///
    /// @param name of the role or point from which on; null from the first
    /// @param count hours at most
    record Place(@Nullable String name, Instant hour, int count) {

        /// The hour in which the last interval lay may have more of them.
        static Place from(Optional<Cursor> last, int count) {
            return new Place(
                    last.map(Cursor::name).orElse(null),
                    last.map(cursor -> cursor.start().truncatedTo(ChronoUnit.HOURS))
                            .orElse(Instant.EPOCH),
                    count + 1);
        }
    }

    /// Hours of a facility's roles, by time.
    List<Hour> ofRoles(String datacenterId, Interval span, Place from) {
        return statements.query(
                """
                select role, role, start, amount, measured, covered, flags,
                       case when points_without_quarters = 0 and amount_sum = amount then quarters end
                from role_hour
                where datacenter_id = ? and start >= ? and start < ? and version > 0
                  and (start, role) >= (greatest(?::timestamptz, ?::timestamptz), ?)
                order by start, role limit ?\
                """,
                select -> {
                    select.setString(1, datacenterId);
                    select.setTimestamp(2, Timestamp.from(span.start()));
                    select.setTimestamp(3, Timestamp.from(span.end()));
                    select.setTimestamp(4, Timestamp.from(span.start()));
                    select.setTimestamp(5, Timestamp.from(from.hour()));
                    select.setString(6, from.name() == null ? "" : from.name());
                    select.setInt(7, from.count());
                },
                row ->
                        hour(
                                row,
                                false,
                                MeasuringRole.valueOf(row.getString(1)) == MeasuringRole.WATER
                                        ? "L"
                                        : "kWh"));
    }

    /// Hours of a facility's points, by point and time.
    List<Hour> ofPoints(String datacenterId, Interval span, Place from) {
        return statements.query(
                """
                select p.role, p.point_id, h.start, h.amount, h.measured, h.covered, h.flags,
                       h.quarters, p.quantity
                from measuring_point p join point_hour h on h.point = p.number
                where p.datacenter_id = ? and h.start >= ? and h.start < ?
                  and (h.covered > 0 or h.flags <> 0)
                  and (p.point_id, h.start) >= (?, ?)
                order by p.point_id, h.start limit ?\
                """,
                select -> {
                    select.setString(1, datacenterId);
                    select.setTimestamp(2, Timestamp.from(span.start()));
                    select.setTimestamp(3, Timestamp.from(span.end()));
                    select.setString(4, from.name() == null ? "" : from.name());
                    select.setTimestamp(5, Timestamp.from(from.hour()));
                    select.setInt(6, from.count());
                },
                row -> hour(row, true, MeasuredQuantity.valueOf(row.getString(9)).hourUnit()));
    }

    private static Hour hour(ResultSet row, boolean isPoint, String unit) throws SQLException {
        Array quarters = row.getArray(8);
        return new Hour(
                MeasuringRole.valueOf(row.getString(1)),
                row.getString(2),
                isPoint,
                row.getTimestamp(3).toInstant(),
                row.getBigDecimal(4),
                unit,
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                HourFlag.ofBits(row.getInt(7)),
                quarters == null
                        ? Optional.empty()
                        : Optional.of(List.of((BigDecimal[]) quarters.getArray())));
    }
}
