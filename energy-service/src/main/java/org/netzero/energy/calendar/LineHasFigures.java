package org.netzero.energy.calendar;

/// Figures of every period that was to be accrued are on file.
final class LineHasFigures extends RuntimeException {

    private static final long serialVersionUID = 1;

    LineHasFigures(Accrual first) {
        super(
                "Nothing of %s is to be accrued: of %s %s"
                        .formatted(first.series(), first.period(), first.explanation()));
    }
}
