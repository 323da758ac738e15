package org.netzero.gateway.roadmap.scenario;

/// No scenario has this id.
public final class UnknownScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownScenario(String id) {
        super(
                "No scenario '%s' is on file; GET /api/roadmap/scenarios lists those that are"
                        .formatted(id));
    }
}
