package org.netzero.gateway;

import org.netzero.platform.problem.ProblemType;

/// Refusals of the front door and of the roadmap.
public enum GatewayProblem implements ProblemType {
    AMBIGUOUS_ADDRESS(400, "The path has a part that could be read in two ways"),
    UNKNOWN_KEY(404, "There is no API key of this id"),
    KEY_NAME_TAKEN(409, "Another API key has this name"),
    KEY_NEEDED(403, "Only an API key opens a session"),
    CSRF_TOKEN_MISSING(403, "A write with a session's cookie needs its CSRF token"),
    SERVICE_AWAY(503, "The service behind this address is away; try again"),
    SERVICE_TOO_SLOW(504, "The service behind this address did not answer in time"),
    TOO_MANY_STREAMS(503, "As many streams are open as the gateway serves; try again"),
    PLANNER_BUSY(503, "Other plans are being made; try again"),
    UNKNOWN_SCENARIO(404, "There is no scenario of this id"),
    SCENARIO_CHANGED(409, "The scenario was changed since it was read"),
    SCENARIO_FROZEN(409, "The scenario is frozen"),
    SCENARIO_SHIPPED(409, "The scenario comes with the suite"),
    SCENARIO_NOT_PLANNED(409, "The scenario cannot be planned as it is on file"),
    TOO_MANY_SCENARIOS(409, "As many scenarios are stored as the gateway keeps"),
    MISSING_BASE_DATA(409, "The figures a projection starts from are not all known"),
    BASE_DATA_REFUSED(409, "The figures a projection starts from contradict each other");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
