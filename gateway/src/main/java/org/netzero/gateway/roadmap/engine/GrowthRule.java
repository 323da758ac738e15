package org.netzero.gateway.roadmap.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// The engine's own way to read a growth rate from a history: the median yearly change since the
/// last structural break, drawn towards no growth as far as the years are few or disagree, and
/// damped.
///
/// With `n` logarithmic changes `d` per year since the break, their median `m` and mean absolute
/// deviation `s` from it:
///
/// `v = ((n − 1)·s² + σ²) / n`, `g0 = m · n·τ² / (n·τ² + v)`, `A_{t+h} = A_t · exp(g0 · (1 − φ^h) /
/// (1 − φ))`.
///
/// The weight is that of a normal prior on the growth rate with mean 0 and standard deviation τ,
/// where one year's change scatters by σ before anything is seen. One pair of years is no trend: it
/// gets a third of its weight, half of it where the kind follows energy. One odd year moves neither
/// the median nor, much, the deviation.
///
/// @param priorDeviation τ, how far growth rates of companies lie from none
/// @param yearlyScatter σ, how far one year's change lies from the trend
/// @param breakChange a logarithmic change above it starts the history anew
public record GrowthRule(double priorDeviation, double yearlyScatter, double breakChange) {

    /// For what follows the energy used. Chosen, as the other one, by leaving out one company at a
    /// time; the evidence is in the reference.
    public static final GrowthRule OF_ENERGY =
            new GrowthRule(0.1, 0.1, StructuralBreak.GREATEST_CHANGE);

    public static final GrowthRule OF_OTHERS =
            new GrowthRule(0.07, 0.1, StructuralBreak.GREATEST_CHANGE);

    /// A growth rate with how it came about.
    ///
    /// @param initialGrowthPerYear g0, logarithmic
    /// @param changes how many yearly changes it stands on
    /// @param since first year after the last structural break, or of the history
    /// @param explanation the equation with its numbers
    public record Growth(double initialGrowthPerYear, int changes, int since, String explanation) {

        /// A_{t+h} / A_t.
        public double after(int years, double damping) {
            return Math.exp(initialGrowthPerYear * Driver.dampedYears(years, damping));
        }
    }

    public GrowthRule {
        if (!(priorDeviation > 0) || !(yearlyScatter > 0) || !(breakChange > 0)) {
            throw new IllegalArgumentException(
                    "priorDeviation %s, yearlyScatter %s and breakChange %s have to be positive"
                            .formatted(priorDeviation, yearlyScatter, breakChange));
        }
    }

    /// The growth rate a history gives.
    ///
    /// @param history by year, each value greater than 0, at least one; a missing year is a break
    public Growth growth(SortedMap<Integer, Double> history) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a history has at least one year");
        }
        history.forEach(GrowthRule::requirePositive);
        int since = sinceBreak(history);
        double[] changes = changes(history.tailMap(since));
        int n = changes.length;
        if (n == 0) {
            return new Growth(0, 0, since, "no yearly change since " + since + ": growth 0");
        }
        double median = median(changes);
        double deviation = Arrays.stream(changes).map(d -> Math.abs(d - median)).sum() / n;
        double variance = ((n - 1) * deviation * deviation + yearlyScatter * yearlyScatter) / n;
        double prior = n * priorDeviation * priorDeviation;
        double rate = median * prior / (prior + variance);
        return new Growth(
                rate,
                n,
                since,
                String.format(
                        Locale.ROOT,
                        "g0 = m·n·τ²/(n·τ² + v) = %.4f·%d·%.4f/(%d·%.4f + %.4f) = %.4f",
                        median,
                        n,
                        priorDeviation * priorDeviation,
                        n,
                        priorDeviation * priorDeviation,
                        variance,
                        rate));
    }

    /// The value so many years after the last of the history.
    public double project(SortedMap<Integer, Double> history, double damping, int years) {
        return history.sequencedValues().getLast() * growth(history).after(years, damping);
    }

    private static void requirePositive(Integer year, Double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "the value of %d is %s: growth needs a positive number".formatted(year, value));
        }
    }

    private int sinceBreak(SortedMap<Integer, Double> history) {
        int since = history.firstKey();
        double before = history.sequencedValues().getFirst();
        int yearBefore = since;
        for (Map.Entry<Integer, Double> entry : history.entrySet()) {
            boolean gap = entry.getKey() > yearBefore + 1;
            if (gap || Math.abs(Math.log(entry.getValue() / before)) > breakChange) {
                since = entry.getKey();
            }
            before = entry.getValue();
            yearBefore = entry.getKey();
        }
        return since;
    }

    private static double[] changes(SortedMap<Integer, Double> history) {
        double[] values = history.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] changes = new double[values.length - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.log(values[i + 1] / values[i]);
        }
        return changes;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
