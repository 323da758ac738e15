package org.netzero.gateway.roadmap.engine;

import java.util.OptionalInt;

/// How a lever comes into use.
///
/// @param startYear year in which it is decided; without lead time also the first year of effect
/// @param rampPerYear share deployed in each year, greater than 0, at most 1
/// @param leadTimeYears years from the decision to the first effect
/// @param lifeYears years of effect, after which it is gone; empty for longer than any scenario
public record Deployment(
        int startYear, double rampPerYear, int leadTimeYears, OptionalInt lifeYears) {

    public Deployment {
        Require.calendarYear("startYear", startYear);
        if (!(rampPerYear > 0 && rampPerYear <= 1)) {
            throw new ValueOutOfRange(
                    "rampPerYear",
                    rampPerYear,
                    "greater than 0, at most 1",
                    "state the share deployed in a year");
        }
        Require.between(
                "leadTimeYears", leadTimeYears, 0, 50, "state whole years from decision to effect");
        lifeYears.ifPresent(
                life -> Require.between("lifeYears", life, 1, 100, "state whole years of effect"));
    }

    /// Evenly from nothing in the base year to full deployment in the target year.
    public static Deployment evenly(int baseYear, int targetYear) {
        Require.between(
                "targetYear",
                targetYear,
                baseYear + 1.0,
                Integer.MAX_VALUE,
                "end after the base year");
        return new Deployment(baseYear + 1, 1.0 / (targetYear - baseYear), 0, OptionalInt.empty());
    }

    /// Deployed share in a year: `min(1, rampPerYear · (year − first + 1))` from the first year of
    /// effect, start plus lead time, on; 0 before it and after the lever's life.
    public double in(int year) {
        int yearsInEffect = year - (startYear + leadTimeYears) + 1;
        if (yearsInEffect <= 0 || (lifeYears.isPresent() && yearsInEffect > lifeYears.getAsInt())) {
            return 0;
        }
        return Math.min(1, rampPerYear * yearsInEffect);
    }
}
