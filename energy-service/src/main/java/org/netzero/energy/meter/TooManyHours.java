package org.netzero.energy.meter;

/// More hours of meters and allocations are asked for than one answer takes.
public final class TooManyHours extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// As many hours of meters and claims as one answer holds in memory, or goes through: about 340
    /// meters for a year. What is matched of them takes several times as much.
    private static final long MOST_HOURS = 3_000_000;

    private TooManyHours(int meters, int claims, long hours) {
        super(
                "%,d hours of %,d meters%s are more than the %,d that one answer takes; ask for a shorter period"
                        .formatted(
                                hours,
                                meters,
                                claims == 0 ? "" : " and %,d allocations".formatted(claims),
                                MOST_HOURS));
    }

    /// @param meters and other series that are told apart
    /// @param claims laid out beside them, each by the hour
    /// @throws TooManyHours when they do not fit one answer together
    public static void check(int meters, int claims, long hours) {
        if (hours * ((long) meters + claims) > MOST_HOURS) {
            throw new TooManyHours(meters, claims, hours);
        }
    }
}
