package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.telemetry.PointHours.PointHour;

/// The table of hours per point: written in bulk, so in plain SQL.
final class PointHourTable {

    private static final long HOUR_SECONDS = 3_600;

    /// Digits kept of an amount: a thousandth of a Wh.
    private static final int DECIMALS = 6;

    private PointHourTable() {}

    /// An hour whose row is not as it was.
    record Changed(int point, Instant start) {}

    /// Moves the position behind a part, which locks it against other instances.
    ///
    /// @throws IllegalStateException when the part was stored by another instance
    static void advance(Connection connection, Intervals.Part part) throws SQLException {
        try (var move =
                connection.prepareStatement(
                        """
                        insert into point_hour_position as known (partition, next_offset) values (?, ?)
                        on conflict (partition) do update set next_offset = excluded.next_offset
                        where known.next_offset <= ?\
                        """)) {
            move.setInt(1, part.partition());
            move.setLong(2, part.nextOffset());
            move.setLong(3, part.firstOffset());
            if (move.executeUpdate() == 0) {
                throw new IllegalStateException(
                        "Partition %d was stored beyond %d by another instance"
                                .formatted(part.partition(), part.firstOffset()));
            }
        }
    }

    static void forgetPositions(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from point_hour_position")) {
            delete.executeUpdate();
        }
    }

    static Map<Integer, Long> positions(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                "select partition, next_offset from point_hour_position");
                var row = select.executeQuery()) {
            var positions = new HashMap<Integer, Long>();
            while (row.next()) {
                positions.put(row.getInt(1), row.getLong(2));
            }
            return positions;
        }
    }

    /// Stores hours and says which of them changed.
    static List<Changed> upsert(Connection connection, Collection<PointHour> hours)
            throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into point_hour as known (point, start, amount, measured, covered, flags)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (point, start) do update
                        set amount = excluded.amount, measured = excluded.measured,
                            covered = excluded.covered, flags = excluded.flags
                        where (known.amount, known.measured, known.covered, known.flags)
                            is distinct from
                            (excluded.amount, excluded.measured, excluded.covered, excluded.flags)
                        returning point, start\
                        """)) {
            setColumns(connection, upsert, List.copyOf(hours));
            try (var row = upsert.executeQuery()) {
                var changed = new ArrayList<Changed>();
                while (row.next()) {
                    changed.add(new Changed(row.getInt(1), row.getTimestamp(2).toInstant()));
                }
                return changed;
            }
        }
    }

    private static void setColumns(
            Connection connection, PreparedStatement upsert, List<PointHour> hours)
            throws SQLException {
        int count = hours.size();
        var points = new Integer[count];
        var starts = new Timestamp[count];
        var amounts = new BigDecimal[count];
        var measured = new BigDecimal[count];
        var covered = new BigDecimal[count];
        var flags = new Integer[count];
        for (int i = 0; i < count; i++) {
            PointHour hour = hours.get(i);
            points[i] = hour.point();
            starts[i] = Timestamp.from(Instant.ofEpochSecond(hour.hour().hour() * HOUR_SECONDS));
            amounts[i] = decimal(hour.hour().amount());
            measured[i] = decimal(hour.hour().measuredShare());
            covered[i] = decimal(hour.hour().coveredShare());
            flags[i] = HourFlag.toBits(hour.hour().flags());
        }
        upsert.setArray(1, connection.createArrayOf("integer", points));
        upsert.setArray(2, connection.createArrayOf("timestamptz", starts));
        upsert.setArray(3, connection.createArrayOf("numeric", amounts));
        upsert.setArray(4, connection.createArrayOf("numeric", measured));
        upsert.setArray(5, connection.createArrayOf("numeric", covered));
        upsert.setArray(6, connection.createArrayOf("integer", flags));
    }

    /// Where telemetry becomes accounting: from here on amounts are exact decimals.
    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
