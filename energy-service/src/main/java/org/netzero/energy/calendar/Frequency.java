package org.netzero.energy.calendar;

import java.time.LocalDate;
import org.netzero.energy.balance.Span;

/// How often figures of a line come: one of each month, quarter or year of the calendar.
enum Frequency {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /// The month, quarter or year that a day lies in.
    Span around(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        LocalDate start = LocalDate.of(day.getYear(), first, 1);
        return new Span(start, start.plusMonths(months));
    }
}
