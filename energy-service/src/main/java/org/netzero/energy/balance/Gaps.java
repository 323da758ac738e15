package org.netzero.energy.balance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Months in which a line has no figure at all, though it has figures before and after: rather
/// forgotten than zero.
public final class Gaps {

    private static final int MOST_MONTHS_NAMED = 12;

    private Gaps() {}

    /// Whether a line has figures outside a period.
    public record Around(boolean before, boolean after) {}

    /// A finding for each line with such months, 20 at most, and one for the others.
    ///
    /// @param items everything on file that overlaps the period
    /// @param around what is on file before and after it, of every line that has figures at all
    public static List<Finding> of(
            Span period, Collection<EnergyItem> items, Map<Series, Around> around) {
        Map<Series, List<Span>> known =
                items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EnergyItem::series,
                                        Collectors.mapping(
                                                EnergyItem::period, Collectors.toList())));
        List<Finding> findings =
                new TreeSet<>(around.keySet())
                        .stream()
                                .flatMap(series ->
                                        gap(
                                                period,
                                                series,
                                                known.getOrDefault(series, List.of()),
                                                Optional.ofNullable(around.get(series)))
                                                .stream())
                                .toList();
        return Finding.limited(
                findings,
                more ->
                        new Finding(
                                FindingCode.MONTHS_WITHOUT_FIGURES,
                                period.toString(),
                                "%d more lines have months without any figure; ask for the balance of one site"
                                        .formatted(more)));
    }

    private static Optional<Finding> gap(
            Span period, Series series, List<Span> known, Optional<Around> around) {
        List<YearMonth> empty = emptyMonths(period, known, around);
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        String months =
                empty.stream()
                        .limit(MOST_MONTHS_NAMED)
                        .map(YearMonth::toString)
                        .collect(Collectors.joining(", "));
        String more =
                empty.size() > MOST_MONTHS_NAMED
                        ? " and %d more".formatted(empty.size() - MOST_MONTHS_NAMED)
                        : "";
        return Optional.of(
                new Finding(
                        FindingCode.MONTHS_WITHOUT_FIGURES,
                        series + "/" + period,
                        "no figure is on file for %s%s, though there are some before and after; this is missing, not zero"
                                .formatted(months, more)));
    }

    private static List<YearMonth> emptyMonths(
            Span period, List<Span> known, Optional<Around> around) {
        var empty = new ArrayList<YearMonth>();
        YearMonth month = YearMonth.from(period.start());
        if (month.atDay(1).isBefore(period.start())) {
            month = month.plusMonths(1);
        }
        for (; !month.plusMonths(1).atDay(1).isAfter(period.end()); month = month.plusMonths(1)) {
            Span days = Span.of(month);
            boolean before =
                    around.filter(Around::before).isPresent()
                            || known.stream().anyMatch(span -> span.start().isBefore(days.start()));
            boolean after =
                    around.filter(Around::after).isPresent()
                            || known.stream().anyMatch(span -> span.end().isAfter(days.end()));
            if (before && after && known.stream().noneMatch(days::overlaps)) {
                empty.add(month);
            }
        }
        return empty;
    }
}
