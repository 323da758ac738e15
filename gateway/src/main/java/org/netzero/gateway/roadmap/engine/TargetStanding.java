package org.netzero.gateway.roadmap.engine;

/// Where the projection stands against one target in the target's year.
///
/// @param baseValue the metric in the base inventory, in tonnes or as a share
/// @param targetValue what the target asks for, in the same unit
/// @param projectedValue what the projection gives in that year
public record TargetStanding(
        String targetId,
        TargetMetric metric,
        int year,
        double baseValue,
        double targetValue,
        double projectedValue,
        boolean met) {}
