package org.netzero.gateway.roadmap.uncertainty;

import java.util.Arrays;

/// P10, P50 and P90 of some runs.
public record Quantiles(double p10, double p50, double p90) {

    /// @param values of the runs, in any order
    static Quantiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(of(sorted, 0.1), of(sorted, 0.5), of(sorted, 0.9));
    }

    /// Linear between the two nearest ranks.
    static double of(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
