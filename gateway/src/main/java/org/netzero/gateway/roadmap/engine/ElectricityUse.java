package org.netzero.gateway.roadmap.engine;

/// The electricity of one year.
///
/// @param purchasedMwh bought, of whatever origin
/// @param ownGenerationUsedMwh own renewable generation used on site, never part of the purchase
/// @param matchedMwh part of the purchase matched by renewable contracts or certificates
/// @param ownAttributesSoldMwh part of the own generation used whose attributes were sold: it
///   counts as bought from the residual mix
/// @param pue power usage effectiveness of the data centres, at least 1
public record ElectricityUse(
        double purchasedMwh,
        double ownGenerationUsedMwh,
        double matchedMwh,
        double ownAttributesSoldMwh,
        double pue) {

    public ElectricityUse {
        Require.amount("purchasedMwh", purchasedMwh);
        Require.amount("ownGenerationUsedMwh", ownGenerationUsedMwh);
        Require.between(
                "matchedMwh",
                matchedMwh,
                0,
                purchasedMwh,
                "only purchased electricity can be matched, each MWh once");
        Require.between(
                "ownAttributesSoldMwh",
                ownAttributesSoldMwh,
                0,
                ownGenerationUsedMwh,
                "only attributes of own generation can be sold, each MWh once");
        Require.between("pue", pue, 1, 10, "a facility never uses less than its IT equipment");
    }

    /// Nobody bought the attributes of the own generation.
    public ElectricityUse(
            double purchasedMwh, double ownGenerationUsedMwh, double matchedMwh, double pue) {
        this(purchasedMwh, ownGenerationUsedMwh, matchedMwh, 0, pue);
    }

    public double consumptionMwh() {
        return purchasedMwh + ownGenerationUsedMwh;
    }

    /// (matched + own generation used − its sold attributes) / (purchased + own generation used); 0
    /// where nothing is used.
    public double renewableShare() {
        return consumptionMwh() == 0
                ? 0
                : (matchedMwh + ownGenerationUsedMwh - ownAttributesSoldMwh) / consumptionMwh();
    }

    /// What the residual mix answers for.
    double residualMwh() {
        return purchasedMwh - matchedMwh + ownAttributesSoldMwh;
    }
}
