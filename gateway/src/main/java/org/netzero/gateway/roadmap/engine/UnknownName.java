package org.netzero.gateway.roadmap.engine;

/// A part of a scenario names another part that is not there.
public final class UnknownName extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    UnknownName(String subject, String kind, String name, String known) {
        super(
                subject,
                "names the " + kind + " " + name + ", which the scenario does not hold",
                known.isEmpty()
                        ? "leave it out, or state the " + kind + "s"
                        : "name one of " + known);
    }
}
