package org.netzero.datacenter.regression;

import org.hipparchus.distribution.continuous.TDistribution;

/// What a saving computed with a baseline model may be off by, as a fraction of the baseline
/// energy:
///
/// > t · k · CV(RMSE) · √((n/n')(1 + 2/n')/m)
///
/// which, per saving, is the fractional savings uncertainty; with m intervals of the reporting
/// period, n of the baseline period and n' = n (1 − ρ)/(1 + ρ) of them independent, ρ the
/// autocorrelation of the residuals; of months n' = n. ASHRAE Guideline 14-2014, Annex B; k is 1.26
/// there. For months and days it is a M² + b M + c over M months of the reporting period (Sun and
/// Baltazar 2013, as CalTRACK 2.0, section 4.3.2.4, takes it over). Measurement errors and what the
/// model does not know are not in it.
///
/// @param k the empirical factor
/// @param t Student's t of the confidence and n − p degrees of freedom
/// @param independent n'
/// @param ofBaseline the half-width as a fraction of the baseline energy
public record SavingUncertainty(double k, double t, double independent, double ofBaseline) {

    public static final String SOURCE =
            "ASHRAE Guideline 14-2014, Annex B; factors of months and days by Sun and Baltazar (2013) as in CalTRACK 2.0, 4.3.2.4";

    private static final double K = 1.26;

    /// @param confidence of the interval, such as 0.9
    /// @param intervals m
    /// @param months M, of the reporting period
    public static SavingUncertainty of(
            LeastSquares fit,
            Resolution resolution,
            double confidence,
            int intervals,
            double months) {
        double n = fit.count();
        double rho = resolution == Resolution.MONTH ? 0 : Math.max(0, fit.autocorrelation());
        double independent = n * (1 - rho) / (1 + rho);
        double k =
                switch (resolution) {
                    case HOUR -> K;
                    case DAY -> -0.00024 * months * months + 0.03535 * months + 1.00286;
                    case MONTH -> -0.00022 * months * months + 0.03306 * months + 0.94054;
                };
        double t =
                new TDistribution(fit.degreesOfFreedom())
                        .inverseCumulativeProbability(1 - (1 - confidence) / 2);
        double ofBaseline =
                t
                        * k
                        * fit.cvRmse()
                        * Math.sqrt(n / independent * (1 + 2 / independent) / intervals);
        return new SavingUncertainty(k, t, independent, ofBaseline);
    }
}
