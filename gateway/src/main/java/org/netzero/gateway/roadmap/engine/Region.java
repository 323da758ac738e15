package org.netzero.gateway.roadmap.engine;

import java.util.Optional;

/// A part of the company with a grid and a market of its own. The shares split the base inventory;
/// over all regions of a scenario each kind of share sums to 1.
///
/// Own generation and matched purchases of the base year are split as the electricity is. The
/// factors of the regions are scaled together so that the base year's scope 2 comes out as the
/// inventory states it.
///
/// @param marketZone in which renewable contracts and certificates are valid
/// @param shareOfElectricity of the base year's use, and with it of the purchase
/// @param relativeGridFactor grid average of the region over that of another one, in any common
///   measure such as t/MWh
/// @param relativeResidualFactor the same of the residual mix
/// @param locationChangePerYear as in [GridFactorPaths]; empty for the scenario's
/// @param residualChangePerYear as in [GridFactorPaths]; empty for the scenario's
public record Region(
        String id,
        String marketZone,
        double shareOfElectricity,
        double shareOfScope1,
        double shareOfScope3,
        double relativeGridFactor,
        double relativeResidualFactor,
        Optional<Assumption> locationChangePerYear,
        Optional<Assumption> residualChangePerYear,
        Evidence evidence) {

    public Region {
        Require.text("id", id, 100);
        Require.text("marketZone", marketZone, 100);
        share("shareOfElectricity", shareOfElectricity);
        share("shareOfScope1", shareOfScope1);
        share("shareOfScope3", shareOfScope3);
        factor("relativeGridFactor", relativeGridFactor);
        factor("relativeResidualFactor", relativeResidualFactor);
        locationChangePerYear.ifPresent(
                change -> GridFactorPaths.checkChange("locationChangePerYear", change));
        residualChangePerYear.ifPresent(
                change -> GridFactorPaths.checkChange("residualChangePerYear", change));
    }

    private static void share(String name, double share) {
        Require.between(name, share, 0, 1, "state the region's share, 0.25 for 25 %");
    }

    private static void factor(String name, double factor) {
        if (!(factor > 0 && factor <= 1_000)) {
            throw new ValueOutOfRange(
                    name,
                    factor,
                    "greater than 0, at most 1000",
                    "state the region's factor, in the measure of the other regions'");
        }
    }
}
