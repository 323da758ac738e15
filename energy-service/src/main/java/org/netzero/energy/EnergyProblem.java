package org.netzero.energy;

import org.netzero.platform.problem.ProblemType;

/// Refusals of this service that are about its business.
public enum EnergyProblem implements ProblemType {
    UNKNOWN_SITE(404, "No site has this id"),
    UNKNOWN_METER(404, "No meter has this id"),
    UNKNOWN_PLANT(404, "No plant has this id"),
    UNKNOWN_STORAGE(404, "No storage has this id"),
    METER_IN_USE(409, "What a meter with intervals measures does not change"),
    TOO_MANY_HOURS(422, "One answer holds so many hours and no more"),
    TOO_MANY_QUESTIONS(503, "As many questions about hours are being answered as may be at once"),
    UNKNOWN_RANKING(404, "No ranking is set here"),
    UNKNOWN_EXPECTATION(404, "Nothing is stated to be expected of this line"),
    FIGURES_ON_FILE(409, "Where figures are on file, no estimate stands in"),
    NO_TARGET_STATED(404, "No path to green power is on file"),
    UNKNOWN_HEATING_VALUES(404, "No set of heating values has this id"),
    UNKNOWN_INSTRUMENT(404, "No instrument has this id"),
    UNKNOWN_ALLOCATION(404, "The instrument has no allocation of this id"),
    NOT_ENOUGH_LEFT(409, "Less is left of the instrument than is asked for"),
    STEP_REFUSED(409, "The instrument cannot take this step now"),
    ABOVE_CONSUMPTION(409, "More would be claimed than was bought"),
    ABOVE_OWN_GENERATION(409, "More would be sold than was generated and used on site"),
    EMISSION_RATE_UNKNOWN(409, "The emission rate of the instrument is not stated"),
    NO_RULE_SET_MET(422, "By no rule set does the instrument cover this consumption"),
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
