package org.netzero.gateway.roadmap.uncertainty;

import java.util.Arrays;

/// Ranks of values, ties at their mean rank, and their correlation.
final class Ranks {

    private final double[] ranks;
    private final double squares;

    private Ranks(double[] centred) {
        this.ranks = centred;
        this.squares = Arrays.stream(centred).map(rank -> rank * rank).sum();
    }

    static Ranks of(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] centred = new double[n];
        for (int i = 0; i < n; i++) {
            int first = firstNotBelow(sorted, values[i], false);
            int afterLast = firstNotBelow(sorted, values[i], true);
            centred[i] = (first + afterLast - 1) / 2.0 - (n - 1) / 2.0;
        }
        return new Ranks(centred);
    }

    /// Spearman's correlation; 0 where one of them does not vary.
    double correlation(Ranks other) {
        double product = 0;
        for (int i = 0; i < ranks.length; i++) {
            product += ranks[i] * other.ranks[i];
        }
        double scale = Math.sqrt(squares * other.squares);
        return scale == 0 ? 0 : product / scale;
    }

    private static int firstNotBelow(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (above && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
