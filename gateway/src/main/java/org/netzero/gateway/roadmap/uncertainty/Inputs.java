package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;

/// The uncertain inputs of one run.
///
/// @param electricityGrowth added to the first growth rate of electricity, half of it to the
///   lasting one
/// @param otherGrowth added to those of the other activities
/// @param gridChanges added to the yearly change of a region's grid factors, in the order of the
///   regions
/// @param scope1Factor of the base inventory; the like for the other scopes
/// @param levers in the order of the scenario
record Inputs(
        double electricityGrowth,
        double otherGrowth,
        List<Double> gridChanges,
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
