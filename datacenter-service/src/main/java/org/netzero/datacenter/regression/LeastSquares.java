package org.netzero.datacenter.regression;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/// Ordinary least squares with an intercept, by QR decomposition (Hipparchus).
///
/// @param terms the intercept first, then one per variable
/// @param residuals y − ŷ, in the order of the observations
/// @param rSquared coefficient of determination
/// @param meanEnergy mean of y
public record LeastSquares(
        List<Term> terms, List<Double> residuals, double rSquared, double meanEnergy) {

    public static final String INTERCEPT = "intercept";

    /// An estimated coefficient.
    ///
    /// @param standardError of the estimate
    /// @param t estimate / standard error
    /// @param pValue of the two-sided test that it is 0
    public record Term(
            String name, double estimate, double standardError, double t, double pValue) {}

    public LeastSquares {
        terms = List.copyOf(terms);
        residuals = List.copyOf(residuals);
    }

    /// @throws BaselineRefused with fewer observations than a residual needs, or with variables
    ///   that are exactly each other's combination
    public static LeastSquares fit(Observations observations) {
        int parameters = observations.variables().size() + 1;
        if (observations.count() <= parameters) {
            throw new BaselineRefused(
                    BaselineRefused.Reason.TOO_FEW_INTERVALS,
                    "%d intervals do not tell %d coefficients; at least %d are needed"
                            .formatted(observations.count(), parameters, parameters + 1));
        }
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(observations.energies(), observations.rows());
        try {
            return of(observations, regression);
        } catch (MathRuntimeException singular) {
            var refused =
                    new BaselineRefused(
                            BaselineRefused.Reason.COLLINEAR,
                            "the variables %s are a combination of each other; leave one out"
                                    .formatted(String.join(", ", observations.variables())));
            refused.initCause(singular);
            throw refused;
        }
    }

    private static LeastSquares of(
            Observations observations, OLSMultipleLinearRegression regression) {
        double[] estimates = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        var student = new TDistribution(observations.count() - (double) estimates.length);
        var terms = new ArrayList<Term>();
        for (int i = 0; i < estimates.length; i++) {
            double t = estimates[i] / errors[i];
            terms.add(
                    new Term(
                            i == 0 ? INTERCEPT : observations.variables().get(i - 1),
                            estimates[i],
                            errors[i],
                            t,
                            2 * student.cumulativeProbability(-Math.abs(t))));
        }
        var residuals = new ArrayList<Double>();
        for (double residual : regression.estimateResiduals()) {
            residuals.add(residual);
        }
        return new LeastSquares(
                terms,
                residuals,
                regression.calculateRSquared(),
                observations.y().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    /// n: observations.
    public int count() {
        return residuals.size();
    }

    /// p: coefficients, the intercept included.
    public int parameters() {
        return terms.size();
    }

    public int degreesOfFreedom() {
        return count() - parameters();
    }

    /// 1 − (1 − R²)(n − 1)/(n − p).
    public double adjustedRSquared() {
        return 1 - (1 - rSquared) * (count() - 1) / degreesOfFreedom();
    }

    /// Residual standard deviation: √(Σ(y − ŷ)² / (n − p)), in the unit of y.
    public double rootMeanSquareError() {
        double sum = residuals.stream().mapToDouble(residual -> residual * residual).sum();
        return Math.sqrt(sum / degreesOfFreedom());
    }

    /// Coefficient of variation of the root mean square error: √(Σ(y − ŷ)² / (n − p)) / ȳ (ASHRAE
    /// Guideline 14-2014). A fraction.
    public double cvRmse() {
        return rootMeanSquareError() / meanEnergy;
    }

    /// Normalised mean bias error: Σ(y − ŷ) / ((n − p) · ȳ) (ASHRAE Guideline 14-2014). A fraction;
    /// zero but for rounding over the intervals that a model with an intercept is fitted to.
    public double normalisedMeanBiasError() {
        double sum = residuals.stream().mapToDouble(Double::doubleValue).sum();
        return sum / (degreesOfFreedom() * meanEnergy);
    }

    /// Correlation of each residual with the one before it.
    public double autocorrelation() {
        double square = 0;
        double product = 0;
        for (int i = 0; i < residuals.size(); i++) {
            square += residuals.get(i) * residuals.get(i);
            if (i > 0) {
                product += residuals.get(i) * residuals.get(i - 1);
            }
        }
        return square == 0 ? 0 : product / square;
    }

    /// What the model expects under other conditions.
    public double predict(List<Double> variables) {
        double sum = terms.getFirst().estimate();
        for (int i = 0; i < variables.size(); i++) {
            sum += terms.get(i + 1).estimate() * variables.get(i);
        }
        return sum;
    }
}
