package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.Flow;
import org.netzero.quantities.Unit;

/// How much electricity a site, or the company, can have handed over: no more than it generated and
/// its storage gave back. What is on file is not split, so the days compared are all those that
/// figures which overlap each other tell of.
///
/// @param days the days compared
/// @param availableKwh generated and discharged on them
/// @param exportedKwh exported on them
public record ExportLimit(Span days, BigDecimal availableKwh, BigDecimal exportedKwh) {

    /// @param days what to compare around
    /// @param items everything on file of a site, or of the company
    /// @param rankings which sources count at each site
    public static ExportLimit around(
            Span days, Collection<EnergyItem> items, SourceRankings rankings) {
        List<EnergyItem> told = items.stream().filter(item -> tells(item.series())).toList();
        Span extent = extent(days, told);
        Map<Series, List<EnergyItem>> bySeries =
                told.stream()
                        .filter(item -> extent.contains(item.period()))
                        .collect(Collectors.groupingBy(EnergyItem::series));
        List<BalanceLine> counted =
                bySeries.entrySet().stream()
                        .flatMap(series ->
                                Ranking.of(series.getValue(), rankings.of(series.getKey()))
                                        .counted()
                                        .stream())
                        .map(ExportLimit::line)
                        .toList();
        List<BalanceLine> added = Parts.of(counted).added();
        BigDecimal exported = sum(added, true);
        return new ExportLimit(extent, sum(added, false), exported);
    }

    /// Whether a series is generated, given back by storage, or handed over.
    public static boolean tells(Series series) {
        return series.carrier() == EnergyCarrier.ELECTRICITY
                && switch (series.source().flow()) {
                    case OWN_RENEWABLE, OWN_COGENERATION, STORAGE_DISCHARGE, EXPORT -> true;
                    case COMBUSTION,
                            PURCHASE,
                            RENEWABLE_PURCHASE,
                            STORAGE_CHARGE,
                            CURTAILMENT,
                            LOAD ->
                            false;
                };
    }

    private static Span extent(Span days, List<EnergyItem> items) {
        Span extent = days;
        boolean grows = true;
        while (grows) {
            Span before = extent;
            for (EnergyItem item : items) {
                extent = item.period().overlaps(extent) ? extent.together(item.period()) : extent;
            }
            grows = !extent.equals(before);
        }
        return extent;
    }

    private static BalanceLine line(EnergyItem item) {
        return new BalanceLine(
                item,
                Optional.of(
                        new EnergyContent(
                                item.quantity().to(Unit.KWH).value(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static BigDecimal sum(List<BalanceLine> lines, boolean exports) {
        return lines.stream()
                .filter(line -> line.isOf(Flow.EXPORT) == exports)
                .flatMap(line -> line.energy().stream())
                .map(EnergyContent::energyKwh)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isExceeded() {
        return exportedKwh.compareTo(availableKwh) > 0;
    }
}
