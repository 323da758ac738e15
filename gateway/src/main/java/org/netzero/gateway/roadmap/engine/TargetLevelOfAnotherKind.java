package org.netzero.gateway.roadmap.engine;

/// A share is stated for emissions, or tonnes for a share.
public final class TargetLevelOfAnotherKind extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    TargetLevelOfAnotherKind(String targetId, TargetMetric metric, TargetLevel level) {
        super(
                "target " + targetId,
                "sets " + metric + " to " + level,
                "state a share for RENEWABLE_SHARE, tonnes or a change from the base for emissions");
    }
}
