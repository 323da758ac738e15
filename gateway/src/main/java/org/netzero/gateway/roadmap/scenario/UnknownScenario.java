package org.netzero.gateway.roadmap.scenario;

/// No scenario has this id, or the one that had it was deleted.
public final class UnknownScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownScenario(String id) {
        super(
                "No scenario '%s' is on file; GET /api/roadmap/scenarios lists those that are"
                        .formatted(id));
    }

    UnknownScenario(String id, Deletion deletion) {
        super(
                "Scenario '%s' was deleted by %s at %s; what was projected of it before comes out with an earlier asOf"
                        .formatted(id, deletion.by(), deletion.at()));
    }
}
