package org.netzero.datacenter.savings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.regression.LeastSquares;
import org.netzero.datacenter.savings.Baseline.Thresholds;
import org.netzero.datacenter.savings.Savings.Fitted;

/// A fitted model as clients see it: statistics, so JSON numbers.
///
/// @param intervals n, those of the baseline period that are known
/// @param expectedIntervals those that it has
/// @param parameters p, the intercept included
/// @param rootMeanSquareErrorKwh of an interval, with n − p degrees of freedom
/// @param autocorrelation of the residuals with the ones before them
record ModelView(
        String granularity,
        int intervals,
        int expectedIntervals,
        int parameters,
        double rSquared,
        double adjustedRSquared,
        double rootMeanSquareErrorKwh,
        double cvRmse,
        double nmbe,
        double autocorrelation,
        List<TermView> terms,
        AcceptanceView acceptance) {

    /// A coefficient.
    ///
    /// @param estimate kWh of an interval per unit of the variable
    /// @param lowest of the variable in the baseline period; null of the intercept
    record TermView(
            String name,
            double estimate,
            double standardError,
            double t,
            double pValue,
            @Nullable Double varianceInflation,
            @Nullable Double lowest,
            @Nullable Double highest) {}

    /// @param accepted null where there is no threshold to judge by
    record AcceptanceView(
            @Nullable Boolean accepted,
            @Nullable Double cvRmseAtMost,
            @Nullable Double nmbeAtMost,
            String source) {

        static AcceptanceView of(Optional<Boolean> accepted, Optional<Thresholds> limits) {
            return new AcceptanceView(
                    accepted.orElse(null),
                    limits.map(known -> known.cvRmseAtMost().doubleValue()).orElse(null),
                    limits.map(known -> known.nmbeAtMost().doubleValue()).orElse(null),
                    limits.map(Thresholds::source)
                            .orElse(
                                    "no source at hand has thresholds for models by the day; state acceptance with yours"));
        }
    }

    static ModelView of(Baseline.Model model, Fitted fitted) {
        LeastSquares fit = fitted.model().fit();
        return new ModelView(
                model.resolution().name().toLowerCase(Locale.ROOT),
                fitted.intervals(),
                fitted.expected(),
                fit.parameters(),
                fit.rSquared(),
                fit.adjustedRSquared(),
                fit.rootMeanSquareError(),
                fit.cvRmse(),
                fit.normalisedMeanBiasError(),
                fit.autocorrelation(),
                IntStream.range(0, fit.parameters()).mapToObj(i -> term(fitted, i)).toList(),
                AcceptanceView.of(Savings.isAccepted(model, fitted), model.thresholds()));
    }

    private static TermView term(Fitted fitted, int i) {
        LeastSquares.Term term = fitted.model().fit().terms().get(i);
        boolean variable = i > 0;
        return new TermView(
                term.name(),
                term.estimate(),
                term.standardError(),
                term.t(),
                term.pValue(),
                variable ? fitted.model().varianceInflation().get(i - 1) : null,
                variable ? fitted.model().ranges().get(i - 1).lowest() : null,
                variable ? fitted.model().ranges().get(i - 1).highest() : null);
    }
}
