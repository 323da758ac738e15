package org.netzero.datacenter;

import org.netzero.platform.problem.ProblemType;

/// Refusals of this service's own business.
public enum DatacenterProblem implements ProblemType {
    UNKNOWN_DATACENTER(404, "There is no data centre of this id"),
    UNKNOWN_POINT(404, "The data centre has no measuring point of this id"),
    UNKNOWN_RULE(404, "There is no mapping rule of this id"),
    UNKNOWN_REPLAY(404, "The data centre has no replay of this id"),
    POINT_CONFLICT(409, "What a measuring point measures cannot be changed"),
    UNKNOWN_FINDING(404, "There is no finding of this id"),
    BOUNDARY_CONFLICT(409, "Facilities of one site have opposite boundaries"),
    NOTHING_QUARANTINED(409, "No hour of the period is quarantined"),
    NOT_REGISTERED(404, "What this figure needs is not registered"),
    BASELINE_REFUSED(409, "The baseline model cannot be told from its data"),
    TOO_MANY_INTERVALS(400, "The answer would have too many intervals"),
    READINGS_NO_LONGER_HELD(
            409,
            "Readings of so long ago are no longer held, so their hours cannot be computed again"),
    READINGS_NOT_STORED(503, "The readings could not be made durable; send them again");

    private final int status;
    private final String title;

    DatacenterProblem(int status, String title) {
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
