package org.netzero.gateway.roadmap.uncertainty;

import org.netzero.gateway.roadmap.backtest.Calibration;

/// The standard normal distribution.
final class Normal {

    /// Quantile of 0.9: a band from P10 to P90 is this many deviations to either side.
    static final double Q90 = Calibration.Q90;

    private static final double LOW = 0.02425;

    private Normal() {}

    /// Inverse of the distribution function by Acklam's rational approximation, relative error
    /// below 1.2e-9.
    static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability %s has to lie between 0 and 1".formatted(probability));
        }
        if (probability < LOW) {
            return tail(Math.sqrt(-2 * Math.log(probability)));
        }
        if (probability > 1 - LOW) {
            return -tail(Math.sqrt(-2 * Math.log(1 - probability)));
        }
        double q = probability - 0.5;
        double r = q * q;
        double numerator =
                (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r
                                                                        - 2.759285104469687e+02)
                                                                * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00);
        double denominator =
                (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r
                                                                        - 1.556989798598866e+02)
                                                                * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
        return numerator * q / denominator;
    }

    private static double tail(double q) {
        double numerator =
                ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00)
                                                                * q
                                                        - 2.549732539343734e+00)
                                                * q
                                        + 4.374664141464968e+00)
                                * q
                        + 2.938163982698783e+00;
        double denominator =
                (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00)
                                                * q
                                        + 3.754408661907416e+00)
                                * q
                        + 1;
        return numerator / denominator;
    }
}
