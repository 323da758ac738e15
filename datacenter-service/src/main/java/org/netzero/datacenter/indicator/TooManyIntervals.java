package org.netzero.datacenter.indicator;

/// A series would have more intervals than an answer takes.
final class TooManyIntervals extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyIntervals() {
        super(
                "More than %d intervals; ask for a shorter period or a coarser granularity"
                        .formatted(FacilityIndicators.MAX_INTERVALS));
    }
}
