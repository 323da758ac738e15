package org.netzero.emissions.inventory;

/// The inventory of a year cannot take the step that is asked for.
final class TransitionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    enum Rule {
        ORDER,
        CHANGED_SINCE_VALIDATION,
        ACKNOWLEDGEMENT_NEEDED,
        INSTRUMENT_NOT_RETIRED
    }

    private final Rule rule;

    TransitionRefused(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
