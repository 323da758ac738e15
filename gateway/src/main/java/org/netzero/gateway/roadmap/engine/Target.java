package org.netzero.gateway.roadmap.engine;

/// A level to reach by a year. The path to it is linear from the base year; several targets on one
/// metric form a chain.
public record Target(
        String id, TargetMetric metric, TargetLevel level, int year, Evidence evidence) {

    public Target {
        Require.text("target id", id, 100);
        Require.calendarYear("year of target " + id, year);
        if ((metric == TargetMetric.RENEWABLE_SHARE) != (level instanceof TargetLevel.Share)) {
            throw new TargetLevelOfAnotherKind(id, metric, level);
        }
    }
}
