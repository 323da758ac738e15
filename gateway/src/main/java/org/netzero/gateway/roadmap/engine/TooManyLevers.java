package org.netzero.gateway.roadmap.engine;

/// A scenario holds more levers than a projection can tell apart.
public final class TooManyLevers extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    TooManyLevers(int levers, int maximum) {
        super(
                "levers",
                "holds " + levers + " and may hold at most " + maximum,
                "merge levers of one node and target");
    }
}
