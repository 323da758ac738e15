package org.netzero.energy.calendar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Ranking;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.carrier.HeatingValueSet;
import org.netzero.energy.consumption.RecordGroup;
import org.netzero.energy.consumption.RecordSum;
import org.netzero.quantities.Quantity;

/// What is on file of one line, and what it says of the periods figures are expected of. Pure.
final class LineOfFigures {

    private static final Set<Evidence> INTERVALS = Set.of(Evidence.METERED, Evidence.TELEMETRY);

    private final Series series;
    private final List<EnergyItem> figures;
    private final List<EnergyItem> standIns;
    private final List<EnergyItem> counted;
    private final Received received;
    private final ZoneId zone;

    /// @param ranking what counts of it
    /// @param items what is on file
    /// @param received what was recorded of it; may be left out where nobody asks when a figure
    ///   came, or how far an estimate was off
    LineOfFigures(
            Series series,
            List<EnergyItem> items,
            Ranking ranking,
            Received received,
            ZoneId zone) {
        this.series = series;
        this.figures = items.stream().filter(item -> !isStandIn(item)).toList();
        this.standIns = items.stream().filter(LineOfFigures::isStandIn).toList();
        this.counted = ranking.counted();
        this.received = received;
        this.zone = zone;
    }

    private static boolean isStandIn(EnergyItem item) {
        return item.evidence().standsIn();
    }

    Cell cell(ExpectedPeriod expected, HeatingValueSet heatingValues, LocalDate today) {
        Span period = expected.period();
        List<Span> missing = withoutFigure(period);
        Optional<Instant> arrival = missing.isEmpty() ? arrival(period) : Optional.empty();
        Optional<LocalDate> arrivedOn = arrival.map(moment -> LocalDate.ofInstant(moment, zone));
        boolean lateArrival =
                arrivedOn.filter(day -> day.isAfter(expected.due())).isPresent()
                        && arrival.filter(moment ->
                                        expected.statedAt().filter(moment::isAfter).isPresent())
                                .isPresent();
        CollectionStatus status = status(expected, missing, lateArrival, today);
        long daysLate =
                lateArrival
                        ? ChronoUnit.DAYS.between(expected.due(), arrivedOn.orElseThrow())
                        : missing.isEmpty()
                                ? 0
                                : Math.max(0, ChronoUnit.DAYS.between(expected.due(), today));
        return new Cell(
                series,
                period,
                Optional.of(expected),
                status,
                recordsOf(period),
                measuredIn(period),
                missing,
                arrivedOn,
                daysLate,
                status == CollectionStatus.TRUED_UP
                        ? trueUp(period, heatingValues)
                        : Optional.empty());
    }

    /// A month that nothing is expected of, with what came nevertheless.
    Cell notExpected(Span month) {
        return new Cell(
                series,
                month,
                Optional.empty(),
                CollectionStatus.NOT_EXPECTED,
                recordsOf(month),
                measuredIn(month),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private CollectionStatus status(
            ExpectedPeriod expected, List<Span> missing, boolean lateArrival, LocalDate today) {
        Span period = expected.period();
        if (missing.isEmpty()) {
            if (!touches(standIns, period)) {
                return lateArrival ? CollectionStatus.LATE : CollectionStatus.RECEIVED;
            }
            boolean standInCounts =
                    touches(counted.stream().filter(LineOfFigures::isStandIn).toList(), period);
            return standInCounts ? CollectionStatus.ACCRUED : CollectionStatus.TRUED_UP;
        }
        if (open(period).isEmpty()) {
            return CollectionStatus.ACCRUED;
        }
        return today.isAfter(expected.due()) ? CollectionStatus.MISSING : CollectionStatus.EXPECTED;
    }

    /// Whether nothing at all is on file of any of these days.
    boolean isEmpty(Span period) {
        return !touches(figures, period) && !touches(standIns, period);
    }

    /// The days that no figure tells of.
    List<Span> withoutFigure(Span period) {
        return Days.missing(period, daysOf(figures));
    }

    /// Those that no estimate stands in for either.
    List<Span> open(Span period) {
        return Days.missing(
                period,
                Stream.concat(daysOf(figures).stream(), daysOf(standIns).stream()).toList());
    }

    private static boolean touches(Collection<EnergyItem> items, Span period) {
        return daysOf(items).stream().anyMatch(period::overlaps);
    }

    private static List<Span> daysOf(Collection<EnergyItem> items) {
        return items.stream().flatMap(item -> item.covered().stream()).toList();
    }

    /// When the first figures that tell of all days were there. A correction does not make late
    /// what came in time. Empty where intervals are needed.
    private Optional<Instant> arrival(Span period) {
        var known = new ArrayList<Span>();
        for (RecordGroup group :
                received.groups().stream()
                        .filter(group -> !group.evidence().standsIn())
                        .sorted(Comparator.comparing(RecordGroup::lastStoredAt))
                        .toList()) {
            known.addAll(group.days());
            if (Days.cover(known, period)) {
                return Optional.of(group.lastStoredAt());
            }
        }
        return Optional.empty();
    }

    private List<RecordGroup> recordsOf(Span period) {
        return received.groups().stream()
                .filter(group -> group.standing() > 0)
                .filter(group -> group.days().stream().anyMatch(period::overlaps))
                .toList();
    }

    private List<EnergyItem> measuredIn(Span period) {
        return figures.stream()
                .filter(item -> INTERVALS.contains(item.evidence()))
                .filter(item -> item.period().overlaps(period))
                .toList();
    }

    /// Compares an estimate with the figure that took its place, over the days of both. Empty where
    /// they are not of the same days, or their energy is not known. Where an estimate stood in for
    /// a part of the period only, it is compared with the records of just these days.
    private Optional<Cell.TrueUp> trueUp(Span period, HeatingValueSet heatingValues) {
        Span both =
                Stream.concat(counted.stream(), standIns.stream())
                        .map(EnergyItem::period)
                        .filter(period::overlaps)
                        .reduce(period, Span::together);
        List<EnergyItem> actual =
                counted.stream()
                        .filter(item -> !isStandIn(item) && both.contains(item.period()))
                        .toList();
        List<EnergyItem> accrued =
                standIns.stream().filter(item -> both.contains(item.period())).toList();
        if (!Days.cover(daysOf(accrued), both)) {
            return trueUpOfPart(period, heatingValues);
        }
        if (!Days.cover(daysOf(actual), both)) {
            return Optional.empty();
        }
        return energy(accrued, heatingValues)
                .flatMap(before ->
                        energy(actual, heatingValues)
                                .map(after -> new Cell.TrueUp(both, before, after)));
    }

    private Optional<Cell.TrueUp> trueUpOfPart(Span period, HeatingValueSet heatingValues) {
        List<EnergyItem> accrued =
                standIns.stream().filter(item -> touches(List.of(item), period)).toList();
        List<Span> days = daysOf(accrued);
        Set<Evidence> evidence =
                countedOverlapping(period).stream()
                        .map(EnergyItem::evidence)
                        .collect(Collectors.toSet());
        List<RecordSum> actual =
                received.sums().stream()
                        .filter(sum -> evidence.contains(sum.evidence()))
                        .filter(sum -> days.stream().anyMatch(sum.days()::overlaps))
                        .toList();
        List<Span> told = actual.stream().map(RecordSum::days).toList();
        boolean same =
                days.stream().allMatch(period::contains)
                        && days.stream().allMatch(span -> span.isCoveredBy(told))
                        && told.stream().allMatch(span -> span.isCoveredBy(days));
        return same
                ? energy(accrued, heatingValues)
                        .flatMap(before ->
                                energyOf(
                                                actual.stream().map(RecordSum::quantity).toList(),
                                                heatingValues)
                                        .map(after ->
                                                new Cell.TrueUp(
                                                        days.stream()
                                                                .reduce(Span::together)
                                                                .orElse(period),
                                                        before,
                                                        after)))
                : Optional.empty();
    }

    private Optional<BigDecimal> energy(List<EnergyItem> items, HeatingValueSet heatingValues) {
        return energyOf(items.stream().map(EnergyItem::quantity).toList(), heatingValues);
    }

    private Optional<BigDecimal> energyOf(
            List<Quantity> quantities, HeatingValueSet heatingValues) {
        List<BigDecimal> known =
                quantities.stream()
                        .map(quantity -> heatingValues.contentOf(series.carrier(), quantity))
                        .flatMap(Optional::stream)
                        .map(EnergyContent::energyKwh)
                        .toList();
        return known.size() < quantities.size()
                ? Optional.empty()
                : known.stream().reduce(BigDecimal::add);
    }

    /// What counts and is no estimate, the latest first, of which whole periods lie before a day.
    List<EnergyItem> countedBefore(LocalDate day) {
        return counted.stream()
                .filter(item -> !isStandIn(item) && !item.period().end().isAfter(day))
                .sorted(Comparator.comparing((EnergyItem item) -> item.period().end()).reversed())
                .toList();
    }

    /// What counts and is no estimate, and overlaps a period.
    List<EnergyItem> countedOverlapping(Span period) {
        return counted.stream()
                .filter(item -> !isStandIn(item) && period.overlaps(item.period()))
                .toList();
    }
}
