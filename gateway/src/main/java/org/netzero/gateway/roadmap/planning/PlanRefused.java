package org.netzero.gateway.roadmap.planning;

/// What is stated for a plan, or the scenario it is of, breaks a rule.
final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /// @param field its path in the request, or in the scenario where the request states nothing
    PlanRefused(String field, String code, String message) {
        super(message);
        this.field = field;
        this.code = code;
    }

    String field() {
        return field;
    }

    String code() {
        return code;
    }
}
