package org.netzero.datacenter.telemetry;

/// No mapping rule has this id.
final class UnknownRule extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownRule(String ruleId) {
        super(
                "There is no mapping rule '%s'; GET /api/telemetry/mappings lists those there are"
                        .formatted(ruleId));
    }
}
