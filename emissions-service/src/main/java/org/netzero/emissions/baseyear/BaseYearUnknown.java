package org.netzero.emissions.baseyear;

/// There is no policy, or no emissions of its base year to hold changes against.
final class BaseYearUnknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    BaseYearUnknown(String message) {
        super(message);
    }
}
