package org.netzero.gateway.roadmap.scenario;

/// The scenario is to stay as it is.
final class ScenarioFrozen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioFrozen(String id, Freeze freeze) {
        super(
                "Scenario '%s' was frozen by %s at %s and is neither changed nor deleted; copy it (POST /api/roadmap/scenarios/%s/copies) and change the copy, or have an administrator end the freeze (DELETE /api/roadmap/scenarios/%s/freeze)"
                        .formatted(id, freeze.by(), freeze.at(), id, id));
    }
}
