package org.netzero.gateway.roadmap.engine;

/// The electricity of one year.
///
/// @param purchasedMwh bought, of whatever origin
/// @param ownGenerationUsedMwh own renewable generation used on site, never part of the purchase
/// @param matchedMwh part of the purchase matched by renewable contracts or certificates
/// @param pue power usage effectiveness of the data centres, at least 1
public record ElectricityUse(
        double purchasedMwh, double ownGenerationUsedMwh, double matchedMwh, double pue) {

    public ElectricityUse {
        Require.amount("purchasedMwh", purchasedMwh);
        Require.amount("ownGenerationUsedMwh", ownGenerationUsedMwh);
        Require.between(
                "matchedMwh",
                matchedMwh,
                0,
                purchasedMwh,
                "only purchased electricity can be matched, each MWh once");
        Require.between("pue", pue, 1, 10, "a facility never uses less than its IT equipment");
    }

    public double consumptionMwh() {
        return purchasedMwh + ownGenerationUsedMwh;
    }

    /// (matched + own generation used) / (purchased + own generation used); 0 where nothing is
    /// used.
    public double renewableShare() {
        return consumptionMwh() == 0 ? 0 : (matchedMwh + ownGenerationUsedMwh) / consumptionMwh();
    }
}
