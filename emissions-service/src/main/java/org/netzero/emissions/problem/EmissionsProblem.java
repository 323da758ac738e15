package org.netzero.emissions.problem;

import org.netzero.platform.problem.ProblemType;

/// Refusals of the emissions service.
public enum EmissionsProblem implements ProblemType {
    NO_ORGANIZATION(404, "No organisation is set up"),
    UNKNOWN_FACTOR(404, "There is no such factor"),
    UNKNOWN_FACTOR_SET(404, "There is no such factor set"),
    FACTOR_SET_CLOSED(409, "The factor set never changes"),
    CORRECTION_REFUSED(409, "A correction of the draft does not fit the factors that count"),
    UNKNOWN_RESULT(404, "There is no such result"),
    UNKNOWN_ENTITY(404, "There is no such entity"),
    UNKNOWN_VERSION(404, "There is no such version of the inventory"),
    NO_DRIVER_VALUE(404, "The driver is not stated for the period"),
    NO_BASE_YEAR(404, "There is no policy, or no emissions, of a base year"),
    TRANSITION_REFUSED(409, "The inventory cannot go there"),
    CHANGED_SINCE_VALIDATION(409, "The figures are not those that were validated"),
    ACKNOWLEDGEMENT_NEEDED(409, "A weakness of the figures has to be acknowledged"),
    INSTRUMENT_NOT_RETIRED(409, "An instrument that counts is not yet retired"),
    CHANGED_WHILE_READ(409, "A record changed while its year was read"),
    YEAR_TOO_LARGE(422, "The year has more records than the question goes through"),
    TOO_MANY_QUESTIONS(503, "As many large questions are being answered as may be at once"),
    CALCULATION_REFUSED(422, "The emission cannot be calculated");

    private final int status;
    private final String title;

    EmissionsProblem(int status, String title) {
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
