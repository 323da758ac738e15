package org.netzero.datacenter.interval;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.platform.database.TurnTaking;
import org.netzero.platform.messaging.DatabaseFailure;

/// The partitions of `point_hour` and `role_hour`, one for each month in UTC: made when their first
/// hour comes, this month's and the next one's ahead of it. Months of points' hours are dropped
/// once all of them are older than they are kept.
@ApplicationScoped
class HourMonths {

    private static final Logger LOG = Logger.getLogger(HourMonths.class);

    private static final String POINT_HOUR = "point_hour";
    private static final String ROLE_HOUR = "role_hour";

    private final DataSource database;
    private final Clock clock;
    private final Duration pointRetention;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    HourMonths(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "netzero.telemetry.point-retention") Duration pointRetention) {
        this.database = database;
        this.clock = clock;
        this.pointRetention = pointRetention;
    }

    static YearMonth monthOf(Instant start) {
        return YearMonth.from(start.atZone(ZoneOffset.UTC));
    }

    /// The first instant from which on points' hours are kept: that of a month, so that they go a
    /// month at a time.
    Instant pointHoursSince() {
        return startOf(monthOf(clock.instant().minus(pointRetention)));
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Makes the missing ones, in a transaction of their own: a partition may as well be empty.
    void need(Collection<Instant> pointHours, Collection<Instant> roleHours) {
        need(POINT_HOUR, pointHours);
        need(ROLE_HOUR, roleHours);
    }

    private void need(String table, Collection<Instant> hours) {
        Set<YearMonth> missing =
                hours.stream()
                        .map(HourMonths::monthOf)
                        .filter(month -> !made.contains(nameOf(table, month)))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> make(table, missing));
            missing.forEach(month -> made.add(nameOf(table, month)));
        }
    }

    /// Another instance may have dropped what is remembered here.
    void forget() {
        made.clear();
    }

    private void make(String table, Collection<YearMonth> months) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            takeTurn(connection);
            for (YearMonth month : months) {
                if (!exists(statement, nameOf(table, month))) {
                    make(statement, table, month);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Partitions of " + table, failed);
        }
    }

    private static void takeTurn(Connection connection) throws SQLException {
        TurnTaking.take(connection, "partitions of hours");
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (var row = statement.executeQuery("select to_regclass('%s')".formatted(name))) {
            row.next();
            return row.getString(1) != null;
        }
    }

    /// Attaching a partition, other than creating it in place, does not wait for those who write.
    /// Rows of points are changed many times within their hour, so their pages keep room for that.
    private static void make(Statement statement, String table, YearMonth month)
            throws SQLException {
        String name = nameOf(table, month);
        statement.execute(
                "create table %s (like %s including all) with (fillfactor = %d)"
                        .formatted(name, table, table.equals(POINT_HOUR) ? 80 : 100));
        statement.execute(
                "alter table %s attach partition %s for values from ('%s-01T00:00Z') to ('%s-01T00:00Z')"
                        .formatted(table, name, month, month.plusMonths(1)));
        if (table.equals(POINT_HOUR)) {
            statement.execute(
                    "insert into point_hour_month values ('%s-01', false)".formatted(month));
        }
    }

    private static String nameOf(String table, YearMonth month) {
        return "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }

    @Scheduled(
            every = "1h",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        try {
            Instant now = clock.instant();
            List<Instant> ahead = List.of(now, startOf(monthOf(now).plusMonths(1)));
            need(ahead, ahead);
            QuarkusTransaction.requiringNew().run(this::dropOld);
        } catch (RuntimeException failed) {
            LOG.warnf("Partitions of hours wait: %s", failed.getMessage());
            LOG.debug("Partitions of hours wait", failed);
        }
    }

    /// Drops the months of points' hours that are older than these are kept.
    void dropOld() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var old =
                        connection.prepareStatement(
                                """
                                delete from point_hour_month
                                where month < (?::timestamptz at time zone 'UTC')::date and not of_before
                                returning to_char(month, 'YYYY-MM')\
                                """)) {
            takeTurn(connection);
            old.setString(1, pointHoursSince().toString());
            try (var row = old.executeQuery()) {
                while (row.next()) {
                    String name = nameOf(POINT_HOUR, YearMonth.parse(row.getString(1)));
                    statement.execute("drop table if exists " + name);
                    made.remove(name);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Old partitions of point_hour", failed);
        }
    }

    /// What was told so far is known from the database alone from now on, so it stays.
    static void keepAll(Connection connection) throws SQLException {
        try (var keep =
                connection.prepareStatement("update point_hour_month set of_before = true")) {
            keep.executeUpdate();
        }
    }
}
