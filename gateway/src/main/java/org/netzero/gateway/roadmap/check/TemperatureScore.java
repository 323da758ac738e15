package org.netzero.gateway.roadmap.check;

/// Temperature scores of targets after the method of CDP and WWF (Temperature Rating Methodology,
/// 2020; the tool of the Science Based Targets initiative for financial institutions).
///
/// `score = slope · 100 · ambition / (end − start) + intercept`, in °C. Slope and intercept come
/// from a regression over published scenarios; they are inputs, since they change with the
/// scenarios. The method of 2020 has no floor: what cuts fast enough scores below any warming.
public final class TemperatureScore {

    private static final double SCOPE_3_THRESHOLD = 0.4;

    private TemperatureScore() {}

    /// @param ambition cut of the target, 0.5 for 50 %
    /// @param slope °C per percent a year
    /// @param intercept °C
    public static double ofTarget(
            double ambition, int startYear, int endYear, double slope, double intercept) {
        return slope * annualRate(ambition, startYear, endYear) * 100 + intercept;
    }

    public static double annualRate(double ambition, int startYear, int endYear) {
        if (endYear <= startYear) {
            throw new IllegalArgumentException(
                    "endYear %d has to be after startYear %d".formatted(endYear, startYear));
        }
        return ambition / (endYear - startYear);
    }

    /// The score of all scopes: that of scope 1 + 2 where scope 3 is below 40 % of all, else
    /// weighted by emissions.
    public static double ofAllScopes(
            double scope12Score, double scope12Tonnes, double scope3Score, double scope3Tonnes) {
        Positive.orZero("scope12Tonnes", scope12Tonnes);
        Positive.orZero("scope3Tonnes", scope3Tonnes);
        double total = scope12Tonnes + scope3Tonnes;
        Positive.require("scope12Tonnes + scope3Tonnes", total);
        return isScope3Counted(scope12Tonnes, scope3Tonnes)
                ? (scope12Score * scope12Tonnes + scope3Score * scope3Tonnes) / total
                : scope12Score;
    }

    /// Whether scope 3 is at least 40 % of all.
    static boolean isScope3Counted(double scope12Tonnes, double scope3Tonnes) {
        return scope3Tonnes >= SCOPE_3_THRESHOLD * (scope12Tonnes + scope3Tonnes);
    }
}
