package org.netzero.gateway.roadmap.plan;

import java.util.List;

/// The most that may be emitted in the years from one to another together: a target of one year, or
/// a cumulative budget.
///
/// @param nodes the nodes it covers; empty for all
public record EmissionTarget(
        String id,
        Measure measure,
        int fromYear,
        int untilYear,
        List<String> nodes,
        double tonnes) {

    /// What is held against the target.
    public enum Measure {
        /// Emissions after levers; credits never enter.
        GROSS,
        /// Emissions after levers less credits; covers all nodes.
        NET
    }

    public EmissionTarget {
        nodes = List.copyOf(nodes);
    }

    public static EmissionTarget inYear(String id, Measure measure, int year, double tonnes) {
        return new EmissionTarget(id, measure, year, year, List.of(), tonnes);
    }
}
