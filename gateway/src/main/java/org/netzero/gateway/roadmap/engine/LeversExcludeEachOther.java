package org.netzero.gateway.roadmap.engine;

/// Two levers are alternatives of each other, and a scenario can go one way only.
public final class LeversExcludeEachOther extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    LeversExcludeEachOther(String group, String one, String other) {
        super(
                "lever " + other,
                "is of the exclusive group " + group + ", as lever " + one + " is",
                "keep one of them, or make a scenario for each");
    }
}
