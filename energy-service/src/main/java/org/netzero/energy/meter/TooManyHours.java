package org.netzero.energy.meter;

/// More hours of meters are asked for than one answer takes.
public final class TooManyHours extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// As many hours of meters as one answer holds in memory, or goes through: about 340 meters for
    /// a year. What is matched of them takes several times as much.
    private static final long MOST_HOURS = 3_000_000;

    private TooManyHours(int series, long hours) {
        super(
                "%,d hours of %,d meters are more than the %,d that one answer takes; ask for a shorter period"
                        .formatted(hours, series, MOST_HOURS));
    }

    /// @param series of meters, and what is told apart besides them
    static void check(int series, long hours) {
        if (hours * series > MOST_HOURS) {
            throw new TooManyHours(series, hours);
        }
    }
}
