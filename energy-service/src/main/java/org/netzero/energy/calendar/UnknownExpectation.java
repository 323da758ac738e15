package org.netzero.energy.calendar;

import org.netzero.energy.balance.Series;

/// Nothing is stated to be expected of this line.
final class UnknownExpectation extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownExpectation(Series series) {
        super(
                "Nothing is stated to be expected of %s; state it with PUT %s/%s"
                        .formatted(series, ExpectationResource.PATH, series));
    }
}
