package org.netzero.gateway.roadmap.engine;

/// Other inputs of a scenario, drawn for one run of it. What leaves the bounds of an input is kept
/// at them.
///
/// @param electricityGrowth added to the initial growth rate of the use of electricity
/// @param otherGrowth added to those of the other activities
/// @param lastingShare what of both is added to the long-term rates too
/// @param gridChanges added to the yearly change of a region's grid factors, in the order of
///   [VariedRuns#regionIds]
/// @param scope1Factor of the base inventory; the like for the other scopes
/// @param deliveries share of its depth that a lever delivers, in the order of the scenario
/// @param delays years a lever is late by, likewise
@SuppressWarnings("ArrayRecordComponent") // One is made for each of many runs and never compared.
public record Variation(
        double electricityGrowth,
        double otherGrowth,
        double lastingShare,
        double[] gridChanges,
        double scope1Factor,
        double scope2Factor,
        double scope3Factor,
        double[] deliveries,
        int[] delays) {}
