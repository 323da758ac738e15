package org.netzero.gateway.roadmap.engine;

/// A lever of this node cannot have that effect.
public final class LeverOutsideItsNode extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    LeverOutsideItsNode(String leverId, LeverNode node, LeverEffect effect) {
        super(
                "lever " + leverId,
                "acts at " + node + " with the effect " + effect + ", which does not belong there",
                "give it the node its effect belongs to, or the effect of its node");
    }
}
