package org.netzero.energy.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.Estimates;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Fields;

/// Lets estimates stand in for figures that have not come. They are records like any other, so the
/// figure takes their place as soon as it comes, and nothing is deleted.
@ApplicationScoped
class Accruals {

    private final CollectionCalendar calendar;
    private final Estimates estimates;

    Accruals(CollectionCalendar calendar, Estimates estimates) {
        this.calendar = calendar;
        this.estimates = estimates;
    }

    /// What [#accrue] would do now.
    ///
    /// @throws LineHasFigures as it does
    List<Accrual> preview(AccrualsRequest.Order order) {
        return accruals(order);
    }

    /// Accrues what is expected and over, for the days of it that are not there.
    ///
    /// @throws LineHasFigures when it names one line and there is nothing to accrue of it
    @Transactional
    List<Accrual> accrue(AccrualsRequest.Order order, String caller) {
        Span asked = CollectionQuery.span(order.period());
        var lines =
                new TreeSet<>(calendar.linesToAccrue(asked, order.siteId(), order::of).keySet());
        if (lines.isEmpty()) {
            return List.of();
        }
        estimates.hold(lines);
        List<Accrual> accruals = accruals(order);
        List<Accrual> accrued =
                accruals.stream().filter(one -> one.outcome() == AccrualOutcome.ACCRUED).toList();
        List<RowOutcome> outcomes =
                estimates.store(accrued.stream().map(Accruals::estimate).toList(), caller);
        var refused = new HashSet<Accrual>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof RowOutcome.Accepted)) {
                refused.add(accrued.get(i));
            }
        }
        return accruals.stream()
                .map(accrual -> refused.contains(accrual) ? superseded(accrual) : accrual)
                .toList();
    }

    /// Its record is on file and stands no more: somebody said that it is not so.
    private static Accrual superseded(Accrual accrual) {
        return new Accrual(
                accrual.series(),
                accrual.period(),
                AccrualOutcome.SUPERSEDED,
                accrual.rule(),
                Optional.empty(),
                "'%s' was superseded before; record another estimate under an id of its own"
                        .formatted(recordId(accrual)));
    }

    private List<Accrual> accruals(AccrualsRequest.Order order) {
        Map<Series, CollectionCalendar.KnownLine> lines =
                calendar.linesToAccrue(
                        CollectionQuery.span(order.period()), order.siteId(), order::of);
        var accruals = new ArrayList<Accrual>();
        lines.forEach((series, line) ->
                line.expected().forEach(expected -> accruals.addAll(accruals(expected, line))));
        boolean allThere =
                !accruals.isEmpty()
                        && accruals.stream()
                                .allMatch(one -> one.outcome() == AccrualOutcome.HAS_FIGURES);
        if (order.isOfOneLine() && allThere) {
            throw new LineHasFigures(accruals.getFirst());
        }
        accruals.sort(
                Comparator.comparing(Accrual::series)
                        .thenComparing(accrual -> accrual.period().start()));
        return accruals;
    }

    /// One for each part of the period that nothing is on file of, or one that says why there is
    /// none.
    private static List<Accrual> accruals(
            ExpectedPeriod expected, CollectionCalendar.KnownLine line) {
        Span period = expected.period();
        if (line.figures().withoutFigure(period).isEmpty()) {
            return without(
                    expected,
                    AccrualOutcome.HAS_FIGURES,
                    "figures of its days are on file, and an estimate stands in only where none is");
        }
        List<Span> open = line.figures().open(period);
        if (open.isEmpty()) {
            return without(
                    expected,
                    AccrualOutcome.DUPLICATE,
                    "an estimate stands in for it already; to change it, supersede that record");
        }
        if (period.end().isAfter(line.today())) {
            return without(
                    expected,
                    AccrualOutcome.NOT_OVER,
                    "its last day is not over; energy is recorded once it is used");
        }
        if (expected.accrual() instanceof AccrualRule.None) {
            return without(expected, AccrualOutcome.NO_RULE, "no rule of accrual is stated");
        }
        return open.stream().map(days -> accrual(expected, days, line)).toList();
    }

    private static Accrual accrual(
            ExpectedPeriod expected, Span days, CollectionCalendar.KnownLine line) {
        AccrualBasis basis = AccrualBasis.of(expected, days, line.figures());
        return new Accrual(
                expected.series(),
                days,
                basis.quantity().isPresent() ? AccrualOutcome.ACCRUED : AccrualOutcome.NO_BASIS,
                expected.accrual().method(),
                basis.quantity(),
                basis.explanation());
    }

    private static List<Accrual> without(
            ExpectedPeriod expected, AccrualOutcome outcome, String explanation) {
        return List.of(
                new Accrual(
                        expected.series(),
                        expected.period(),
                        outcome,
                        expected.accrual().method(),
                        Optional.empty(),
                        explanation));
    }

    private static Estimates.Estimate estimate(Accrual accrual) {
        return new Estimates.Estimate(
                recordId(accrual),
                accrual.series(),
                accrual.quantity().orElseThrow(),
                accrual.period(),
                "accrual, " + accrual.explanation());
    }

    /// The same for the same line and days, so that nothing is accrued twice.
    static String recordId(Accrual accrual) {
        Series series = accrual.series();
        String id =
                String.join(
                        ":",
                        "accrual",
                        series.siteId(),
                        series.carrier().name(),
                        series.source().name(),
                        accrual.period().start().toString(),
                        accrual.period().end().toString());
        return id.length() <= Fields.MAX_ID_LENGTH
                ? id
                : "accrual:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
