package org.netzero.gateway.roadmap.engine;

/// Levers wait for each other in a circle, so that none of them can begin.
public final class LeversRequireEachOther extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    LeversRequireEachOther(String leverId, String circle) {
        super(
                "lever " + leverId,
                "requires itself by way of " + circle,
                "leave out the requirement that closes the circle");
    }
}
