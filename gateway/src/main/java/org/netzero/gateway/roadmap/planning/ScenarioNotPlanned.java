package org.netzero.gateway.roadmap.planning;

/// A scenario whose deployment is planned cannot be planned as it is on file.
final class ScenarioNotPlanned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PlanRefused reason;

    ScenarioNotPlanned(String scenarioId, PlanRefused reason) {
        super(
                "Scenario '%1$s' cannot be planned as it is on file, at %2$s: %3$s. Change that in the scenario ('committed', where '%1$s' follows it), or state it in POST /api/roadmap/scenarios/%1$s/plan"
                        .formatted(scenarioId, reason.field(), reason.getMessage()),
                reason);
        this.reason = reason;
    }

    PlanRefused reason() {
        return reason;
    }
}
