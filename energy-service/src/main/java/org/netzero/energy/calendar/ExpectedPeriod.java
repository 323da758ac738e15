package org.netzero.energy.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;

/// A month, quarter or year of which a figure of a line is expected, or the part of it that the
/// line was in use.
///
/// @param whole the month, quarter or year it is, or a part of
/// @param due the last day the figure is in time
/// @param owner who sees to it; empty where meters in service are expected by themselves
/// @param statedAt when it was first stated; empty likewise
record ExpectedPeriod(
        Series series,
        Span period,
        Span whole,
        LocalDate due,
        Optional<String> owner,
        AccrualRule accrual,
        Optional<Instant> statedAt) {

    /// Days after its month that a meter's intervals are due.
    private static final int METER_DUE_DAYS = 1;

    boolean isStated() {
        return statedAt.isPresent();
    }

    /// Those that overlap a period, by everything that was stated of a line, the oldest first.
    static List<ExpectedPeriod> of(List<Revision> revisions, Span asked) {
        var found = new ArrayList<ExpectedPeriod>();
        for (int i = 0; i < revisions.size(); i++) {
            Optional<Expectation> expectation = revisions.get(i).expectation();
            Optional<LocalDate> replacedFrom =
                    replacedFrom(revisions.subList(i + 1, revisions.size()));
            if (expectation.isPresent()) {
                LocalDate end =
                        earlier(
                                expectation.get().to().orElse(asked.end().plusYears(1)),
                                replacedFrom.orElse(LocalDate.MAX));
                periods(expectation.get().frequency(), expectation.get().from(), end, asked)
                        .forEach((whole, period) ->
                                found.add(stated(expectation.get(), whole, period, revisions)));
            }
        }
        return found;
    }

    /// Those of meters that are in service on some days.
    static List<ExpectedPeriod> ofMeters(
            Series series, LocalDate from, Optional<LocalDate> to, Span asked) {
        var found = new ArrayList<ExpectedPeriod>();
        periods(Frequency.MONTH, from, to.orElse(asked.end().plusYears(1)), asked)
                .forEach((whole, period) ->
                        found.add(
                                new ExpectedPeriod(
                                        series,
                                        period,
                                        whole,
                                        dueAfter(period, METER_DUE_DAYS),
                                        Optional.empty(),
                                        new AccrualRule.None(),
                                        Optional.empty())));
        return found;
    }

    /// The same with the days of another part of the same month.
    ExpectedPeriod together(ExpectedPeriod other) {
        Span both = period.together(other.period);
        return new ExpectedPeriod(
                series, both, whole, later(due, other.due), owner, accrual, statedAt);
    }

    private static ExpectedPeriod stated(
            Expectation expectation, Span whole, Span period, List<Revision> revisions) {
        Optional<Instant> first =
                revisions.stream()
                        .filter(revision ->
                                revision.expectation()
                                        .filter(then -> then.covers(period.start()))
                                        .isPresent())
                        .map(Revision::statedAt)
                        .findFirst();
        return new ExpectedPeriod(
                expectation.series(),
                period,
                whole,
                dueAfter(period, expectation.dueDays()),
                Optional.of(expectation.owner()),
                expectation.accrual(),
                first);
    }

    /// The first day that a later revision speaks of; one that withdraws speaks of all.
    private static Optional<LocalDate> replacedFrom(List<Revision> later) {
        return later.stream()
                .map(revision ->
                        revision.expectation().map(Expectation::from).orElse(LocalDate.MIN))
                .min(LocalDate::compareTo);
    }

    /// Whole periods of the calendar, each with its part between two days, that overlap what is
    /// asked for.
    private static Map<Span, Span> periods(
            Frequency frequency, LocalDate from, LocalDate end, Span asked) {
        var found = new LinkedHashMap<Span, Span>();
        Span whole = frequency.around(later(from, asked.start()));
        while (whole.start().isBefore(earlier(end, asked.end()))) {
            LocalDate first = later(whole.start(), from);
            LocalDate last = earlier(whole.end(), end);
            if (first.isBefore(last) && new Span(first, last).overlaps(asked)) {
                found.put(whole, new Span(first, last));
            }
            whole = frequency.around(whole.end());
        }
        return found;
    }

    private static LocalDate dueAfter(Span period, int days) {
        return period.end().minusDays(1).plusDays(days);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
