package org.netzero.energy;

import org.netzero.platform.problem.ProblemType;

/// Refusals of this service that are about its business.
public enum EnergyProblem implements ProblemType {
    UNKNOWN_SITE(404, "No site has this id"),
    UNKNOWN_METER(404, "No meter has this id"),
    UNKNOWN_IMPORT(404, "There is no such import"),
    METER_IN_USE(409, "What a meter with intervals measures does not change"),
    TOO_MANY_HOURS(422, "One answer holds so many hours and no more"),
    UNKNOWN_HEATING_VALUES(404, "No set of heating values has this id"),
    HOURLY_SERIES_NEEDED(422, "Hourly matching needs hourly series of load and supply");

    private final int status;
    private final String title;

    EnergyProblem(int status, String title) {
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
