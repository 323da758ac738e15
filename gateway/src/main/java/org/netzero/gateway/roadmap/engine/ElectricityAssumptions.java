package org.netzero.gateway.roadmap.engine;

/// What a scenario assumes about electricity.
///
/// @param driver growth of IT load and of the offices' use alike
/// @param dataCenterShare share of the base year's electricity used by data centres, IT and the
///   rest of the facility
/// @param itLoad mean IT load as a share of IT capacity, used to expect a facility's energy from
///   its capacity
public record ElectricityAssumptions(
        Driver driver, Assumption dataCenterShare, Assumption itLoad, GridFactorPaths gridFactors) {

    public ElectricityAssumptions {
        Require.between(
                "dataCenterShare", dataCenterShare.value(), 0, 1, "state a share, 0.9 for 90 %");
        Require.between(
                "itLoad",
                itLoad.value(),
                0.01,
                1,
                "state a share of the IT capacity, 0.6 for 60 %");
    }
}
