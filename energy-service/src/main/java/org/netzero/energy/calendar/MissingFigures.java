package org.netzero.energy.calendar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.HeatingValueSet;

/// Tells the readers of a balance which expected figures are due and not there.
final class MissingFigures {

    private static final int MOST_PERIODS_NAMED = 12;

    private MissingFigures() {}

    /// Empty where nothing of the line is missing.
    static Optional<Finding> of(
            Span asked, CollectionCalendar.KnownLine line, HeatingValueSet heatingValues) {
        List<Cell> missing =
                line.expected().stream()
                        .filter(period -> asked.contains(period.period()))
                        .map(period -> line.figures().cell(period, heatingValues, line.today()))
                        .filter(cell -> cell.status() == CollectionStatus.MISSING)
                        .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String periods =
                missing.stream()
                        .limit(MOST_PERIODS_NAMED)
                        .map(cell -> cell.period().toString())
                        .collect(Collectors.joining(", "));
        String more =
                missing.size() > MOST_PERIODS_NAMED
                        ? " and %d more".formatted(missing.size() - MOST_PERIODS_NAMED)
                        : "";
        String owners =
                missing.stream()
                        .flatMap(cell -> cell.expected().flatMap(ExpectedPeriod::owner).stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Optional.of(
                new Finding(
                        FindingCode.EXPECTED_FIGURES_MISSING,
                        missing.getFirst().series() + "/" + asked,
                        "figures of %s%s are due from %s and not there; they are missing, not zero. Record them, or accrue them"
                                .formatted(periods, more, owners)));
    }

    /// The first of them, and one that counts the others.
    static List<Finding> limited(Span period, List<Finding> findings) {
        return Finding.limited(
                findings,
                more ->
                        new Finding(
                                FindingCode.EXPECTED_FIGURES_MISSING,
                                period.toString(),
                                "figures of %d more lines are due and not there; GET /api/energy/collection?status=MISSING lists them"
                                        .formatted(more)));
    }
}
