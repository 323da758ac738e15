package org.netzero.gateway.roadmap.backtest;

import java.util.SortedMap;
import org.netzero.gateway.roadmap.engine.Driver;

/// A way to project a series.
public enum Method {
    /// It stays as it is.
    LAST_VALUE("A_N"),
    /// The mean yearly step goes on; never below a hundredth of the last value.
    LINEAR_DRIFT("A_N + h·(A_N − A_0)/N, at least 0.01·A_N"),
    /// The compound annual growth rate of the whole history goes on.
    CAGR("A_N · (A_N/A_0)^(h/N)"),
    /// The mean logarithmic growth of the whole history, damped by 0.8 a year from the first on.
    DAMPED_TREND("A_N · exp(g·Σ_{j=1..h} 0.8^j), g = ln(A_N/A_0)/N"),
    /// The engine's own rule, [GrowthRule].
    ENGINE(
            "A_N · exp(g0·(1 − φ^h)/(1 − φ)), g0 = m·n·τ²/(n·τ² + v) since the last structural"
                    + " break; σ 0.1; τ 0.1 and φ 0.9 for what follows energy, else τ 0.07 and φ 0.8");

    private static final double TREND_DAMPING = 0.8;
    private static final double LEAST_SHARE = 0.01;

    private final String equation;

    Method(String equation) {
        this.equation = equation;
    }

    public String equation() {
        return equation;
    }

    double project(SortedMap<Integer, Double> history, Kind kind, int horizon) {
        double last = history.sequencedValues().getLast();
        return switch (this) {
            case LAST_VALUE -> last;
            case LINEAR_DRIFT ->
                    Math.max(
                            last
                                    + horizon
                                            * (last - history.sequencedValues().getFirst())
                                            / span(history),
                            LEAST_SHARE * last);
            case CAGR -> last * Math.exp(horizon * meanGrowth(history));
            case DAMPED_TREND ->
                    last
                            * Math.exp(
                                    meanGrowth(history)
                                            * TREND_DAMPING
                                            * Driver.dampedYears(horizon, TREND_DAMPING));
            case ENGINE -> kind.growthRule().project(history, kind.damping(), horizon);
        };
    }

    private static double meanGrowth(SortedMap<Integer, Double> history) {
        return Math.log(history.sequencedValues().getLast() / history.sequencedValues().getFirst())
                / span(history);
    }

    private static double span(SortedMap<Integer, Double> history) {
        return history.lastKey() - history.firstKey();
    }
}
