package org.netzero.platform.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a database that is away, or whose answer to a commit got lost, from one that refuses:
/// waiting and trying again helps against an outage only.
public final class Outage {

    /// When a caller should try again: a database that was killed is back by then.
    static final int RETRY_AFTER_SECONDS = 5;

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
