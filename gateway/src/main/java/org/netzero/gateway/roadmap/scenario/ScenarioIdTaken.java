package org.netzero.gateway.roadmap.scenario;

/// Another scenario has this id, or had it.
final class ScenarioIdTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioIdTaken(String id) {
        super(
                "A different scenario '%s' is on file; PUT replaces it, another id keeps both"
                        .formatted(id));
    }

    ScenarioIdTaken(String id, Deletion deletion) {
        super(
                "Scenario '%s' was deleted by %s at %s, and what was projected of it keeps its id; take another id, the name is free"
                        .formatted(id, deletion.by(), deletion.at()));
    }
}
