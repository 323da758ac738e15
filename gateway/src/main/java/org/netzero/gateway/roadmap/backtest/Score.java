package org.netzero.gateway.roadmap.backtest;

/// How a method did.
///
/// @param company a company, or [#ALL]
/// @param kind a [Kind] by name, or [#ALL]
/// @param horizon years ahead
/// @param n cases the mean is taken of
public record Score(
        String company,
        String kind,
        Method method,
        int horizon,
        double meanAbsoluteLogError,
        int n) {

    public static final String ALL = "ALL";
}
