package org.netzero.load;

import java.util.Arrays;
import java.util.Collection;

/// Durations of the same thing measured many times, in seconds.
final class Samples {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double[] sorted;

    Samples(Collection<Double> seconds) {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }

    double min() {
        return sorted[0];
    }

    double median() {
        return quantile(0.5);
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /// The smallest sample that at least this share of all do not exceed.
    double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
