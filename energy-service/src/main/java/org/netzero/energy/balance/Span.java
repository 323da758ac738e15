package org.netzero.energy.balance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Local days of a site, `[start, end)`.
public record Span(LocalDate start, LocalDate end) {

    /// No record is longer than a year, so none that overlaps a period reaches farther.
    private static final int REACH_DAYS = 400;

    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "A span ends after it starts: " + start + ", " + end);
        }
    }

    public static Span of(YearMonth month) {
        return new Span(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /// The month these days lie in, or these days themselves where they reach beyond it.
    public Span totalled() {
        Span month = of(YearMonth.from(start));
        return month.contains(this) ? month : this;
    }

    /// From the first day of either to the last.
    public Span together(Span other) {
        return new Span(
                start.isBefore(other.start) ? start : other.start,
                end.isAfter(other.end) ? end : other.end);
    }

    /// With all days that figures which overlap it can tell of.
    public Span reach() {
        return new Span(start.minusDays(REACH_DAYS), end.plusDays(REACH_DAYS));
    }

    public boolean contains(Span other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Span other) {
        return other.start.isBefore(end) && start.isBefore(other.end);
    }

    /// Whether every day of this span is a day of one of the others.
    public boolean isCoveredBy(Collection<Span> others) {
        List<Span> inOrder =
                others.stream()
                        .filter(this::overlaps)
                        .sorted(Comparator.comparing(Span::start))
                        .toList();
        LocalDate reached = start;
        for (Span other : inOrder) {
            if (other.start.isAfter(reached)) {
                return false;
            }
            reached = other.end.isAfter(reached) ? other.end : reached;
        }
        return !reached.isBefore(end);
    }

    /// `2021`, `2021-03`, or `2021-03-14/2021-04-02` for a span that has no name.
    @Override
    public String toString() {
        if (start.getDayOfYear() == 1 && end.equals(start.plusYears(1))) {
            return String.valueOf(start.getYear());
        }
        return equals(of(YearMonth.from(start)))
                ? YearMonth.from(start).toString()
                : start + "/" + end;
    }
}
