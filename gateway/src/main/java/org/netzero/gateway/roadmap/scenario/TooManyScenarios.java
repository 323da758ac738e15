package org.netzero.gateway.roadmap.scenario;

/// The gateway keeps no more scenarios.
final class TooManyScenarios extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyScenarios(int maximum) {
        super("%d scenarios are on file, and no more are kept; replace one".formatted(maximum));
    }
}
