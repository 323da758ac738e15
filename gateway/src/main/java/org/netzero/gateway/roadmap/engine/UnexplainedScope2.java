package org.netzero.gateway.roadmap.engine;

/// Scope 2 of the base inventory cannot come from its electricity.
public final class UnexplainedScope2 extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    UnexplainedScope2(String method, double tonnes, String contradiction, String remedy) {
        super("scope 2 " + method, "is " + Text.tonnes(tonnes) + " " + contradiction, remedy);
    }
}
