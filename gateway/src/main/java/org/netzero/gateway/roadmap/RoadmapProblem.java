package org.netzero.gateway.roadmap;

import org.netzero.platform.problem.ProblemType;

/// Refusals of the roadmap.
public enum RoadmapProblem implements ProblemType {
    UNKNOWN_SCENARIO(404, "There is no scenario of this id"),
    SCENARIO_CHANGED(409, "The scenario was changed since it was read"),
    TOO_MANY_SCENARIOS(409, "As many scenarios are stored as the gateway keeps"),
    MISSING_BASE_DATA(409, "The figures a projection starts from are not all known"),
    BASE_DATA_REFUSED(409, "The figures a projection starts from contradict each other");

    private final int status;
    private final String title;

    RoadmapProblem(int status, String title) {
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
