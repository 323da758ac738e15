package org.netzero.gateway.roadmap.engine;

/// What capital is still worth after the last year, where its life goes on: the annuities of the
/// years to come. Capital that is paid as equal annuities in the years of use costs a projection
/// those of its own years, so that a lever is worth building in a few years when it is worth it
/// over its life, and no sooner. (Taken off in proportion to the years, it would cost no interest
/// in the last of them.)
///
/// With `v = 1 / (1 + rate)`: `(1 + rate)^lead · v · (1 − v^remaining) / (1 − v^life)`, which is
/// `remaining / life` at a rate of 0.
public final class UnusedLife {

    private UnusedLife() {}

    /// Part of the capital that is left in the last year, in money of that year.
    ///
    /// @param rate discount rate per year
    /// @param leadYears from the payment to the first year of use
    /// @param life years of use
    /// @param remaining years of use after the last year; 0 or fewer leave nothing
    public static double part(double rate, int leadYears, int life, int remaining) {
        if (remaining <= 0) {
            return 0;
        }
        if (rate == 0) {
            return (double) remaining / life;
        }
        double force = Math.log1p(rate);
        return Math.exp(force * (leadYears - 1))
                * Math.expm1(-force * remaining)
                / Math.expm1(-force * life);
    }
}
