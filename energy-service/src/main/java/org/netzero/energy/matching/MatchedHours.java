package org.netzero.energy.matching;

/// What became of load and eligible supply, hour by hour, of a site or a zone. In every hour
///
/// - load = matched + unmatched;
/// - supply + fromStorage = matched + toStorage + surplus;
/// - stored = stored of the hour before + toStorage − fromStorage − lost.
///
/// @param load of the hours that are known
/// @param supply eligible, own and by contract
/// @param toStorage eligible energy that storage took in
/// @param fromStorage eligible energy that it gave back
/// @param lost eligible energy that it lost
/// @param stored eligible energy in it at the end of the hour
/// @param surplus supply that met no load
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
public record MatchedHours(
        long[] load,
        long[] supply,
        long[] matched,
        long[] toStorage,
        long[] fromStorage,
        long[] lost,
        long[] stored,
        long[] surplus) {

    static MatchedHours empty(int hours) {
        return new MatchedHours(
                new long[hours],
                new long[hours],
                new long[hours],
                new long[hours],
                new long[hours],
                new long[hours],
                new long[hours],
                new long[hours]);
    }

    public int hours() {
        return load.length;
    }

    public long unmatched(int hour) {
        return load[hour] - matched[hour];
    }

    public static long sum(long[] series) {
        return sum(series, 0, series.length);
    }

    static long sum(long[] series, int from, int to) {
        long sum = 0;
        for (int hour = from; hour < to; hour++) {
            sum = Math.addExact(sum, series[hour]);
        }
        return sum;
    }

    /// What would be matched if only the sums of each stretch of hours had to agree: by month or by
    /// year. Supply beyond the load of its stretch matches nothing.
    ///
    /// @param ends the hour behind each stretch, in order; the last one is the number of hours
    public long matchedByVolume(int... ends) {
        long matchedInAll = 0;
        int from = 0;
        for (int to : ends) {
            long supplied =
                    sum(supply, from, to) - sum(toStorage, from, to) + sum(fromStorage, from, to);
            matchedInAll += Math.min(sum(load, from, to), supplied);
            from = to;
        }
        return matchedInAll;
    }

    void add(MatchedHours other) {
        add(load, other.load);
        add(supply, other.supply);
        add(matched, other.matched);
        add(toStorage, other.toStorage);
        add(fromStorage, other.fromStorage);
        add(lost, other.lost);
        add(stored, other.stored);
        add(surplus, other.surplus);
    }

    private static void add(long[] to, long[] more) {
        for (int hour = 0; hour < to.length; hour++) {
            to[hour] += more[hour];
        }
    }
}
