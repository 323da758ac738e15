package org.netzero.gateway.roadmap.engine;

/// How the emission factors of electricity change from those the base inventory implies.
///
/// @param locationChangePerYear relative change per year of the grid average, −0.02 for a fall of 2
///   %; compounding
/// @param residualChangePerYear relative change per year of the residual mix; compounding
/// @param contractTonnesPerMwh factor of electricity bought by a renewable contract or certificate,
///   t CO2e per MWh
public record GridFactorPaths(
        Assumption locationChangePerYear,
        Assumption residualChangePerYear,
        Assumption contractTonnesPerMwh) {

    public GridFactorPaths {
        checkChange("locationChangePerYear", locationChangePerYear);
        checkChange("residualChangePerYear", residualChangePerYear);
        Require.between(
                "contractTonnesPerMwh",
                contractTonnesPerMwh.value(),
                0,
                2,
                "state tonnes of CO2e per MWh, 0 for wind");
    }

    static void checkChange(String name, Assumption change) {
        Require.between(name, change.value(), -0.5, 0.5, "state a relative change per year");
    }
}
