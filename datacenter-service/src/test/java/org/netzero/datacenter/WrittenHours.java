package org.netzero.datacenter;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.local.test.LocalStack;

/// Hours of roles, written into the database as if they had been measured from end to end.
final class WrittenHours {

    private WrittenHours() {}

    /// The same amount for every hour from one instant to another.
    ///
    /// @param except every so many-th hour is missing; 0 for none
    static void write(
            String datacenterId,
            MeasuringRole role,
            String amount,
            Instant from,
            Instant to,
            int except)
            throws SQLException {
        try (Connection connection = connection()) {
            partitions(connection, from, to);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                                points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                            select ?, ?, start, ?, 1, 1, 0, 1, 1, ?, 1, 1, '{}', '{0,0,0,0}', 1
                            from generate_series(?::timestamptz, ?::timestamptz, interval '1 hour') with ordinality as hour (start, i)
                            where ? = 0 or i % ? <> 0
                            """)) {
                insert.setString(1, datacenterId);
                insert.setString(2, role.name());
                insert.setBigDecimal(3, new BigDecimal(amount));
                insert.setBigDecimal(4, new BigDecimal(amount));
                insert.setObject(5, utc(from));
                insert.setObject(6, utc(to.minusSeconds(1)));
                insert.setInt(7, except);
                insert.setInt(8, except);
                insert.executeUpdate();
            }
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                LocalStack.jdbcUrl(), LocalStack.databaseUser(), LocalStack.databasePassword());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void partitions(Connection connection, Instant from, Instant to)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (YearMonth month = YearMonth.from(utc(from));
                    month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).isBefore(to);
                    month = month.plusMonths(1)) {
                statement.execute(
                        "create table if not exists role_hour_%1$tY_%1$tm partition of role_hour for values from ('%1$tY-%1$tm-01T00:00Z') to ('%2$tY-%2$tm-01T00:00Z')"
                                .formatted(month, month.plusMonths(1)));
            }
        }
    }
}
