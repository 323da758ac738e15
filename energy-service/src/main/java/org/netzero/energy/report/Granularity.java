package org.netzero.energy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// The parts of a period that an answer tells apart.
public enum Granularity {
    HOUR,
    DAY,
    MONTH,
    YEAR;

    /// As many days, months or years as one answer tells apart.
    private static final int MOST_PARTS = 3_700;

    /// Of hours a leap year.
    private static final int MOST_DAYS_OF_HOURS = 366;

    /// @throws InvalidInput naming those that are possible
    public static Granularity named(String text, EnumSet<Granularity> possible) {
        return possible.stream()
                .filter(one -> one.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "granularity",
                                "UNKNOWN_VALUE",
                                "'%s' is not one of %s"
                                        .formatted(
                                                text,
                                                possible.stream()
                                                        .map(Granularity::word)
                                                        .toList())));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The days, months or years that a period begins in, each as far as the period reaches; of
    /// hours the days they are of.
    ///
    /// @throws InvalidInput when there are too many
    public List<Period> partsOf(Period period) {
        var parts = new ArrayList<Period>();
        LocalDate start = period.start();
        while (start.isBefore(period.end())) {
            LocalDate next = after(start);
            LocalDate end = next.isBefore(period.end()) ? next : period.end();
            parts.add(new Period(start, end));
            start = end;
            int most = this == HOUR ? MOST_DAYS_OF_HOURS : MOST_PARTS;
            if (parts.size() > most) {
                throw new InvalidInput(
                        "period",
                        "TOO_LONG",
                        "'%s' is more than the %,d %s that are told apart by %s at once; ask for a shorter period, or a coarser granularity"
                                .formatted(
                                        period,
                                        most,
                                        this == HOUR ? "days" : word() + "s",
                                        word()));
            }
        }
        return parts;
    }

    private LocalDate after(LocalDate start) {
        return switch (this) {
            case HOUR, DAY -> start.plusDays(1);
            case MONTH -> start.withDayOfMonth(1).plusMonths(1);
            case YEAR -> start.withDayOfYear(1).plusYears(1);
        };
    }
}
