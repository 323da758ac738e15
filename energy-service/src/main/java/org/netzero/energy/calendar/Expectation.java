package org.netzero.energy.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.balance.Series;

/// That figures of a line come regularly.
///
/// @param from the first local day of the site they are expected of
/// @param to the first day they are no longer expected of
/// @param owner who sees to it: a name or a mail address
/// @param dueDays how many days after the last day of its period a figure is due
record Expectation(
        Series series,
        LocalDate from,
        Optional<LocalDate> to,
        Frequency frequency,
        String owner,
        int dueDays,
        AccrualRule accrual) {

    static final int MOST_DUE_DAYS = 366;

    Expectation {
        if (to.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("An expectation ends after it starts: " + from);
        }
        if (dueDays < 0 || dueDays > MOST_DUE_DAYS) {
            throw new IllegalArgumentException(
                    "A figure is due 0 to %d days after its period: %d"
                            .formatted(MOST_DUE_DAYS, dueDays));
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
