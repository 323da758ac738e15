package org.netzero.energy.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How fast the share rose, and how fast it has to rise from now on, in points (hundredths of the
/// electricity used) a year.
///
/// @param yearsOnFile the whole years whose share is known
/// @param soFar from the first of them to the last, a year; empty of fewer than two
/// @param trend whether three years at least tell of it: two are a difference, and no trend
/// @param needed from the last of them to the end of the path, a year; empty when that lies behind
/// @param until the year of that end
public record Pace(
        List<Integer> yearsOnFile,
        Optional<BigDecimal> soFar,
        boolean trend,
        Optional<BigDecimal> needed,
        int until) {

    private static final int LEAST_YEARS_OF_A_TREND = 3;
    private static final int DECIMALS = 12;
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);

    /// @param shares of the years on file
    /// @param until the year in which the share of `end` is to be reached
    static Pace of(Map<Integer, BigDecimal> shares, int until, BigDecimal end) {
        NavigableMap<Integer, BigDecimal> known = new TreeMap<>(shares);
        if (known.isEmpty()) {
            return new Pace(List.of(), Optional.empty(), false, Optional.empty(), until);
        }
        int first = known.firstKey();
        int last = known.lastKey();
        BigDecimal reached = known.lastEntry().getValue();
        return new Pace(
                List.copyOf(known.keySet()),
                perYear(known.firstEntry().getValue(), reached, last - first),
                known.size() >= LEAST_YEARS_OF_A_TREND,
                perYear(reached, end.max(reached), until - last),
                until);
    }

    private static Optional<BigDecimal> perYear(BigDecimal from, BigDecimal to, int years) {
        return years <= 0
                ? Optional.empty()
                : Optional.of(
                        to.subtract(from)
                                .multiply(POINTS)
                                .divide(
                                        BigDecimal.valueOf(years),
                                        DECIMALS,
                                        RoundingMode.HALF_EVEN));
    }
}
