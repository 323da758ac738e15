package org.netzero.gateway.roadmap.scenario;

/// Another scenario has this id.
final class ScenarioIdTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioIdTaken(String id) {
        super(
                "A different scenario '%s' is on file; PUT replaces it, another id keeps both"
                        .formatted(id));
    }
}
