package org.netzero.gateway.roadmap.check;

/// The sectoral decarbonisation approach: a company's intensity converges to its sector's in 2050
/// (Krabbe et al., Nature Climate Change 2015).
///
/// `d = CI_0 − SI_2050`, `p_t = (SI_t − SI_2050) / (SI_0 − SI_2050)`, `m_t = (CA_0 / SA_0) / (CA_t
/// / SA_t)`, `CI_t = d · p_t · m_t + SI_2050`, `E_t = CI_t · CA_t`.
///
/// The initiative's Foundations of 2019 keep m at most 1, so that a falling market share allows no
/// higher intensity; without that the equation of 2015 holds.
///
/// @param companyIntensity CI_0
/// @param sectorIntensity SI_0
/// @param sectorIntensity2050 SI_2050
/// @param sectorIntensityAtTarget SI_t
/// @param companyActivity CA_0
/// @param companyActivityAtTarget CA_t
/// @param sectorActivity SA_0
/// @param sectorActivityAtTarget SA_t
/// @param marketShareAtMostOne whether m is kept at most 1
public record SectoralDecarbonization(
        double companyIntensity,
        double sectorIntensity,
        double sectorIntensity2050,
        double sectorIntensityAtTarget,
        double companyActivity,
        double companyActivityAtTarget,
        double sectorActivity,
        double sectorActivityAtTarget,
        boolean marketShareAtMostOne) {

    public SectoralDecarbonization {
        Positive.orZero("companyIntensity", companyIntensity);
        Positive.orZero("sectorIntensity2050", sectorIntensity2050);
        Positive.orZero("sectorIntensityAtTarget", sectorIntensityAtTarget);
        Positive.require("companyActivity", companyActivity);
        Positive.require("companyActivityAtTarget", companyActivityAtTarget);
        Positive.require("sectorActivity", sectorActivity);
        Positive.require("sectorActivityAtTarget", sectorActivityAtTarget);
        if (!(Double.isFinite(sectorIntensity) && sectorIntensity > sectorIntensity2050)) {
            throw new IllegalArgumentException(
                    "sectorIntensity %s has to be above sectorIntensity2050 %s"
                            .formatted(sectorIntensity, sectorIntensity2050));
        }
    }

    /// d.
    public double initialPerformance() {
        return companyIntensity - sectorIntensity2050;
    }

    /// p.
    public double decarbonizationIndex() {
        return (sectorIntensityAtTarget - sectorIntensity2050)
                / (sectorIntensity - sectorIntensity2050);
    }

    /// m.
    public double marketShare() {
        double ratio =
                (companyActivity / sectorActivity)
                        / (companyActivityAtTarget / sectorActivityAtTarget);
        return marketShareAtMostOne ? Math.min(1, ratio) : ratio;
    }

    /// CI_t.
    public double intensityAtTarget() {
        return initialPerformance() * decarbonizationIndex() * marketShare() + sectorIntensity2050;
    }

    /// E_t.
    public double emissionsAtTarget() {
        return intensityAtTarget() * companyActivityAtTarget;
    }
}
