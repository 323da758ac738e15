package org.netzero.platform.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a database that is away, or whose answer to a commit got lost, from one that refuses:
/// waiting and trying again helps against an outage, and against a collision with another writer.
public final class Outage {

    private Outage() {}

    /// Whether a failure comes from an outage.
    public static boolean isBehind(Throwable failure) {
        boolean rolledBack = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isOutage(sql);
            }
            rolledBack |= cause instanceof RollbackException;
        }
        return rolledBack;
    }

    /// Whether another transaction stored a row of the same key at the same moment (23505).
    static boolean isCollision(Throwable failure) {
        return stateBehind(failure).equals("23505");
    }

    /// Whether PostgreSQL ended the transaction for the sake of another one: in a deadlock (40P01),
    /// or because both together would not be as one after the other (40001).
    public static boolean isInTheWay(Throwable failure) {
        String state = stateBehind(failure);
        return state.equals("40P01") || state.equals("40001");
    }

    /// Empty where no database is behind it.
    private static String stateBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return String.valueOf(sql.getSQLState());
            }
        }
        return "";
    }

    /// Connections lost (08), resources short (53), intervention (57), serialisation and deadlock
    /// (40), and no connection from the pool in time (no state); anything else stays wrong.
    public static boolean isOutage(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("null")
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("40");
    }
}
