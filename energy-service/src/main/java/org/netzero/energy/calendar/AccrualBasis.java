package org.netzero.energy.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Span;
import org.netzero.quantities.Quantity;

/// Finds what stands in for a figure, by a rule and what is on file. Pure. An estimate is never
/// found from estimates.
///
/// @param quantity empty where the rule has nothing to stand on
/// @param explanation the rule with what it was given, or what it lacks
record AccrualBasis(Optional<Quantity> quantity, String explanation) {

    private static final int DECIMALS = 12;
    private static final int DAYS_OF_A_MONTH = 31;
    private static final int LEAP_DAY = 29;
    private static final int MOST_FIGURES_NAMED = 24;

    /// @param days of the expected period those that nothing is on file of
    static AccrualBasis of(ExpectedPeriod expected, Span days, LineOfFigures line) {
        return switch (expected.accrual()) {
            case AccrualRule.None none -> nothing("no rule of accrual is stated");
            case AccrualRule.SamePeriodLastYear same -> lastYear(expected.period(), days, line);
            case AccrualRule.AverageOfLastMonths(int months) ->
                    average(expected.period(), days, months, line);
            case AccrualRule.Stated(Quantity quantity) -> stated(expected, days, quantity);
        };
    }

    private static AccrualBasis nothing(String why) {
        return new AccrualBasis(Optional.empty(), why);
    }

    private static AccrualBasis lastYear(Span period, Span days, LineOfFigures line) {
        var then = new Span(period.start().minusYears(1), endAYearBefore(period.end()));
        List<EnergyItem> figures = line.countedOverlapping(then);
        boolean within = figures.stream().allMatch(figure -> then.contains(figure.period()));
        if (!within || !Days.cover(daysOf(figures), then)) {
            return nothing(
                    "figures of all days of %s that lie within it are needed".formatted(then));
        }
        return sum(figures)
                .map(quantity ->
                        days.equals(period)
                                ? new AccrualBasis(
                                        Optional.of(quantity),
                                        "same period last year: %s".formatted(named(figures)))
                                : new AccrualBasis(
                                        Optional.of(
                                                ofDays(
                                                        quantity,
                                                        Days.count(days),
                                                        Days.count(period))),
                                        "same period last year, %d of %d days: %s"
                                                .formatted(
                                                        Days.count(days),
                                                        Days.count(period),
                                                        named(figures))))
                .orElseGet(() -> nothing(notAddable(figures)));
    }

    /// What ends before 29 February ended before 1 March the year before, so that 28 February is a
    /// day of both.
    private static LocalDate endAYearBefore(LocalDate end) {
        return end.getMonth() == Month.FEBRUARY && end.getDayOfMonth() == LEAP_DAY
                ? LocalDate.of(end.getYear() - 1, Month.MARCH, 1)
                : end.minusYears(1);
    }

    private static AccrualBasis average(
            Span period, Span wantedDays, int months, LineOfFigures line) {
        long wanted = (long) months * DAYS_OF_A_MONTH;
        var figures = new ArrayList<EnergyItem>();
        long found = 0;
        long days = 0;
        for (EnergyItem figure : line.countedBefore(period.start())) {
            boolean known =
                    figures.stream().anyMatch(other -> other.period().equals(figure.period()));
            if (found >= wanted && !known) {
                break;
            }
            if (Days.cover(figure.covered(), figure.period())) {
                found += known ? 0 : inMonths(figure.period());
                days += known ? 0 : Days.count(figure.period());
                figures.add(figure);
            }
        }
        if (found < wanted) {
            return nothing(
                    "figures of %d months before %s are needed, those of %d days are on file"
                            .formatted(months, period.start(), days));
        }
        if (figures.stream().anyMatch(figure -> overlapsAnother(figure, line))) {
            return nothing(
                    "figures of other days overlap those before %s, so none tells of all"
                            .formatted(period.start()));
        }
        long measured = days;
        return sum(figures)
                .map(quantity ->
                        new AccrualBasis(
                                Optional.of(ofDays(quantity, Days.count(wantedDays), measured)),
                                "average of the last %d months, %d of %d days: %s"
                                        .formatted(
                                                months,
                                                Days.count(wantedDays),
                                                measured,
                                                named(figures))))
                .orElseGet(() -> nothing(notAddable(figures)));
    }

    /// Whether a figure of other days tells of some of the same: of another meter, perhaps.
    private static boolean overlapsAnother(EnergyItem figure, LineOfFigures line) {
        return line.countedOverlapping(figure.period()).stream()
                .anyMatch(other -> !other.period().equals(figure.period()));
    }

    /// Every whole month counts alike, however many days it has.
    private static long inMonths(Span span) {
        long months = ChronoUnit.MONTHS.between(span.start(), span.end());
        return months * DAYS_OF_A_MONTH
                + ChronoUnit.DAYS.between(span.start().plusMonths(months), span.end());
    }

    private static AccrualBasis stated(ExpectedPeriod expected, Span wanted, Quantity quantity) {
        long days = Days.count(wanted);
        long whole = Days.count(expected.whole());
        return days == whole
                ? new AccrualBasis(Optional.of(quantity), "stated: " + quantity)
                : new AccrualBasis(
                        Optional.of(ofDays(quantity, days, whole)),
                        "stated: %s for %s, of which %d of %d days"
                                .formatted(quantity, expected.whole(), days, whole));
    }

    private static Quantity ofDays(Quantity quantity, long days, long of) {
        return new Quantity(
                quantity.value()
                        .multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_EVEN),
                quantity.unit());
    }

    /// Empty where they are in units that do not add, litres and kilograms.
    private static Optional<Quantity> sum(List<EnergyItem> figures) {
        List<Quantity> quantities = figures.stream().map(EnergyItem::quantity).toList();
        boolean addable =
                quantities.stream()
                        .allMatch(q -> q.unit().compatibleWith(quantities.getFirst().unit()));
        return addable ? quantities.stream().reduce(Quantity::plus) : Optional.empty();
    }

    private static String notAddable(List<EnergyItem> figures) {
        return "figures in different kinds of units do not add: " + named(figures);
    }

    private static String named(List<EnergyItem> figures) {
        String more = figures.size() > MOST_FIGURES_NAMED ? "; …" : "";
        return figures.stream()
                        .limit(MOST_FIGURES_NAMED)
                        .map(figure ->
                                "%s %s %s"
                                        .formatted(
                                                figure.period(),
                                                figure.evidence(),
                                                figure.quantity()))
                        .collect(Collectors.joining("; "))
                + more;
    }

    private static List<Span> daysOf(List<EnergyItem> figures) {
        return figures.stream().flatMap(figure -> figure.covered().stream()).toList();
    }
}
