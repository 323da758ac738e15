package org.netzero.datacenter.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A baseline model that its data carry.
///
/// It is refused where its coefficients cannot be told: with too few intervals, with a variable
/// that hardly varies, or with variables that follow each other. Nobody then gets a number.
///
/// @param fit the regression
/// @param ranges smallest and largest value of each variable in the baseline period
/// @param varianceInflation of each variable; 1 where there is one variable only
public record BaselineModel(LeastSquares fit, List<Range> ranges, List<Double> varianceInflation) {

    /// Above it a variable is taken to follow the others (Kutner, Nachtsheim, Neter: Applied Linear
    /// Regression Models, 4th edition, section 10.5).
    public static final double HIGHEST_VARIANCE_INFLATION = 10;

    /// Intervals for each coefficient, of hours and days. A rule of this suite.
    private static final int INTERVALS_PER_COEFFICIENT = 10;

    /// Months: one whole year of them (ASHRAE Guideline 14-2014 asks for a year of bills).
    private static final int FEWEST_MONTHS = 12;

    /// A variable that varies by less than this share of its size is a constant.
    private static final double LEAST_VARIATION = 1e-9;

    public BaselineModel {
        ranges = List.copyOf(ranges);
        varianceInflation = List.copyOf(varianceInflation);
    }

    /// @param lowest °C, °C·h or kWh, as the variable is
    public record Range(double lowest, double highest) {

        boolean holds(double value) {
            return value >= lowest && value <= highest;
        }
    }

    /// @throws BaselineRefused naming what the data lack
    public static BaselineModel fit(Observations observations, Resolution resolution) {
        int parameters = observations.variables().size() + 1;
        int fewest =
                switch (resolution) {
                    case MONTH -> Math.max(FEWEST_MONTHS, parameters + 1);
                    case DAY, HOUR -> INTERVALS_PER_COEFFICIENT * parameters;
                };
        if (observations.count() < fewest) {
            throw new BaselineRefused(
                    BaselineRefused.Reason.TOO_FEW_INTERVALS,
                    "%d whole intervals of the baseline period are known; a model of %d coefficients by the %s needs %d"
                            .formatted(
                                    observations.count(),
                                    parameters,
                                    resolution.name().toLowerCase(Locale.ROOT),
                                    fewest));
        }
        List<Range> ranges = ranges(observations);
        List<Double> inflation = varianceInflation(observations);
        return new BaselineModel(LeastSquares.fit(observations), ranges, inflation);
    }

    private static List<Range> ranges(Observations observations) {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < observations.variables().size(); i++) {
            var summary = Arrays.stream(observations.column(i)).summaryStatistics();
            double size = Math.max(Math.abs(summary.getMin()), Math.abs(summary.getMax()));
            if (summary.getMax() - summary.getMin() <= size * LEAST_VARIATION) {
                throw new BaselineRefused(
                        BaselineRefused.Reason.VARIABLE_DOES_NOT_VARY,
                        "%s is %s throughout the baseline period, so nothing is learnt of it; leave it out"
                                .formatted(observations.variables().get(i), summary.getMin()));
            }
            ranges.add(new Range(summary.getMin(), summary.getMax()));
        }
        return ranges;
    }

    private static List<Double> varianceInflation(Observations observations) {
        var inflation = new ArrayList<Double>();
        int count = observations.variables().size();
        for (int i = 0; i < count && count > 1; i++) {
            double factor = varianceInflation(observations, i);
            if (!(factor <= HIGHEST_VARIANCE_INFLATION)) {
                throw new BaselineRefused(
                        BaselineRefused.Reason.COLLINEAR,
                        "%s follows from %s (variance inflation %.4g, at most %.0f); leave one of them out"
                                .formatted(
                                        observations.variables().get(i),
                                        String.join(", ", others(observations.variables(), i)),
                                        factor,
                                        HIGHEST_VARIANCE_INFLATION));
            }
            inflation.add(factor);
        }
        return count == 1 ? List.of(1.0) : inflation;
    }

    /// 1 / (1 − R²) of the regression of a variable on the others.
    private static double varianceInflation(Observations observations, int variable) {
        var others =
                new Observations(
                        others(observations.variables(), variable),
                        observations.x().stream().map(row -> row.get(variable)).toList(),
                        observations.x().stream().map(row -> others(row, variable)).toList());
        return 1 / (1 - LeastSquares.fit(others).rSquared());
    }

    private static <T> List<T> others(List<T> all, int without) {
        return IntStream.range(0, all.size()).filter(i -> i != without).mapToObj(all::get).toList();
    }

    /// Whether conditions lie within those of the baseline period; outside, the model extrapolates.
    public boolean covers(List<Double> variables) {
        return IntStream.range(0, variables.size())
                .allMatch(i -> ranges.get(i).holds(variables.get(i)));
    }
}
