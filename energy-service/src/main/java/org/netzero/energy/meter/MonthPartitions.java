package org.netzero.energy.meter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.netzero.platform.messaging.DatabaseFailure;

/// The partitions of `meter_interval`, one for each month in UTC.
@ApplicationScoped
class MonthPartitions {

    /// Any number does: it names the lock that lets one make partitions at a time.
    private static final long LOCK = 0x6d6f_6e74_68L;

    private final DataSource database;
    private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

    MonthPartitions(DataSource database) {
        this.database = database;
    }

    /// Makes those that are missing, in a transaction of its own: a partition may as well be empty.
    /// Attaching one, other than creating it in place, does not wait for those who write.
    void need(Collection<YearMonth> months) {
        var missing = new TreeSet<>(months);
        missing.removeAll(made);
        if (!missing.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> make(missing));
            made.addAll(missing);
        }
    }

    private void make(Collection<YearMonth> months) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (YearMonth month : months) {
                if (!exists(statement, month)) {
                    make(statement, month);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Partitions of meter_interval", failed);
        }
    }

    private static boolean exists(Statement statement, YearMonth month) throws SQLException {
        try (var row =
                statement.executeQuery("select to_regclass('%s')".formatted(nameOf(month)))) {
            row.next();
            return row.getString(1) != null;
        }
    }

    private static void make(Statement statement, YearMonth month) throws SQLException {
        statement.execute(
                "create table %s (like meter_interval including all)".formatted(nameOf(month)));
        statement.execute(
                "alter table meter_interval attach partition %s for values from ('%s-01T00:00Z') to ('%s-01T00:00Z')"
                        .formatted(nameOf(month), month, month.plusMonths(1)));
    }

    private static String nameOf(YearMonth month) {
        return "meter_interval_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
