package org.netzero.platform.database;

import java.util.function.Supplier;
import org.netzero.platform.problem.Outage;

/// Runs a transaction again that PostgreSQL ended because it stood in the way of another one, in a
/// deadlock or out of order. Nothing of it was stored, and the other one has gone on.
public final class Retry {

    private static final int MOST_RUNS = 5;

    private Retry() {}

    /// @param transaction a whole one, begun and ended within
    /// @throws RuntimeException what it failed with, at last where it met others time and again
    public static <T> T of(Supplier<T> transaction) {
        for (int run = 1; run < MOST_RUNS; run++) {
            try {
                return transaction.get();
            } catch (RuntimeException failed) {
                if (!Outage.isInTheWay(failed)) {
                    throw failed;
                }
            }
        }
        return transaction.get();
    }
}
