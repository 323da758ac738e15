package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;

/// The uncertain inputs of one run.
///
/// @param electricityGrowth added to the first growth rate of electricity, half of it to the
///   lasting one
/// @param otherGrowth added to those of the other activities
/// @param gridChange added to the yearly change of the region's grid factors
/// @param scope1Factor of the base inventory; the like for the other scopes
/// @param levers in the order of the scenario
record Inputs(
        double electricityGrowth,
        double otherGrowth,
        double gridChange,
        double scope1Factor,
        double scope2Factor,
        double scope3Factor,
        List<LeverFate> levers) {

    /// What becomes of a lever.
    ///
    /// @param delivery share of its depth
    /// @param delayYears late by
    record LeverFate(double delivery, int delayYears) {}
}
