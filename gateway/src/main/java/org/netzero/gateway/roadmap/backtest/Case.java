package org.netzero.gateway.roadmap.backtest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/// One projection held against what was published later.
///
/// @param origin last year known
/// @param horizon years from the origin to the projected year
/// @param knownFrom report the history was read in
/// @param asPublished whether that report was out by the end of the year after the origin
/// @param projected by method, in the unit of the series
public record Case(
        String company,
        String metric,
        Kind kind,
        int origin,
        int horizon,
        String knownFrom,
        boolean asPublished,
        SortedMap<Integer, Double> history,
        double actual,
        Map<Method, Double> projected) {

    public Case {
        projected = Collections.unmodifiableMap(new EnumMap<>(projected));
    }

    /// ln(projected / actual): above 0 where too much was projected.
    public double logError(Method method) {
        return Math.log(projected.getOrDefault(method, Double.NaN) / actual);
    }
}
