package org.netzero.gateway.roadmap.scenario;

/// Somebody changed the scenario since it was read.
final class ScenarioChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioChanged(String id, long version, long expected) {
        super(
                "Scenario '%s' has version %d by now, not %d; read it again and repeat the change"
                        .formatted(id, version, expected));
    }
}
