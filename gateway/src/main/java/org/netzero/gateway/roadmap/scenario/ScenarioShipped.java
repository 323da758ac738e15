package org.netzero.gateway.roadmap.scenario;

/// The scenario belongs to the suite, or has an id that does.
final class ScenarioShipped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioShipped(String id) {
        super(
                "'%s' is the id of a scenario that comes with the suite and is not deleted; a copy of it is (POST /api/roadmap/scenarios/%s/copies)"
                        .formatted(id, id));
    }
}
