package org.netzero.gateway.roadmap.engine;

/// The growth of an activity, starting at a yearly rate and settling to another: `A_t = A_0 ·
/// exp(Σ_{j=1..t} [g∞ + (g0 − g∞)·φ^{j−1}])`.
///
/// @param initialGrowthPerYear g0, logarithmic rate of the first year, between −1 and 1
/// @param longTermGrowthPerYear g∞, the rate it settles to, between −1 and 1
/// @param damping φ, what remains of the difference after a year, between 0 and 1
public record Driver(
        double initialGrowthPerYear,
        double longTermGrowthPerYear,
        double damping,
        Evidence evidence) {

    public Driver {
        Require.between(
                "initialGrowthPerYear",
                initialGrowthPerYear,
                -1,
                1,
                "state a logarithmic rate, 0.03 for 3 % a year");
        Require.between(
                "longTermGrowthPerYear",
                longTermGrowthPerYear,
                -1,
                1,
                "state a logarithmic rate, 0.01 for 1 % a year");
        Require.between(
                "damping",
                damping,
                0,
                1,
                "state the share of the difference that is left after a year");
    }

    /// `A_t / A_0` of the base year and each of so many years after it, by the sum itself.
    double[] growths(int years) {
        double[] growths = new double[years + 1];
        growths[0] = 1;
        double logarithm = 0;
        double excess = initialGrowthPerYear - longTermGrowthPerYear;
        for (int year = 1; year <= years; year++) {
            logarithm += longTermGrowthPerYear + excess;
            excess *= damping;
            growths[year] = Math.exp(logarithm);
        }
        return growths;
    }

    /// `1 + φ + … + φ^(t−1)`, what is left of a rate in each of so many years: what a damped rate
    /// grows by in all, as a multiple of itself.
    public static double dampedYears(int years, double damping) {
        double sum = 0;
        double left = 1;
        for (int year = 0; year < years; year++) {
            sum += left;
            left *= damping;
        }
        return sum;
    }
}
