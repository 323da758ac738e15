package org.netzero.gateway.roadmap.engine;

/// The exact attribution of a cut doubles its work with each lever.
public final class TooManyLevers extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    TooManyLevers(int levers, int maximum) {
        super(
                "levers",
                "holds " + levers + " and may hold at most " + maximum,
                "merge levers of one node and target, so that each one's share of the cut stays exact");
    }
}
