package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.quantities.Quantity;

/// A part of the year's energy that is accounted with one place's factors: a site's total, or what
/// is left of the group's total after its sites.
///
/// @param record what it was computed from
/// @param start the day whose factors apply
/// @param end the day after the last
/// @param energyKwh empty when it is not known
/// @param provenance the weakest of the ways in which its records came to be known
/// @param split how the remainder came about; empty for a total as recorded
record Slice(
        String record,
        String siteId,
        Place place,
        String period,
        LocalDate start,
        LocalDate end,
        Optional<BigDecimal> energyKwh,
        List<Quantity> quantities,
        Optional<Provenance> provenance,
        Optional<CalculationTrace> split) {

    Slice {
        quantities = List.copyOf(quantities);
    }

    /// Whether its days lie within a period, or a period's within its.
    boolean nestsWith(LocalDate from, LocalDate until) {
        return isWithin(start, end, from, until) || isWithin(from, until, start, end);
    }

    /// Whether it has a day in common with a period.
    boolean overlaps(LocalDate from, LocalDate until) {
        return start.isBefore(until) && from.isBefore(end);
    }

    private static boolean isWithin(
            LocalDate start, LocalDate end, LocalDate outerStart, LocalDate outerEnd) {
        return !start.isBefore(outerStart) && !end.isAfter(outerEnd);
    }

    /// The energy of purchased energy, which is always known.
    BigDecimal knownEnergyKwh() {
        return energyKwh.orElseThrow(
                () -> new IllegalStateException("The energy of %s is not known".formatted(record)));
    }

    static Slice of(EnergyTotal total) {
        return new Slice(
                total.ref(),
                total.siteId(),
                total.place(),
                total.period(),
                total.start(),
                total.end(),
                total.energyKwh(),
                total.quantities(),
                weakest(List.of(total)),
                Optional.empty());
    }

    /// A total is known no better than the worst of its records; [Provenance] has the ways in that
    /// order.
    static Optional<Provenance> weakest(List<EnergyTotal> totals) {
        return totals.stream()
                .flatMap(total -> total.provenance().stream())
                .max(Comparator.naturalOrder());
    }

    List<CalculationTrace> stepsAnd(CalculationTrace... more) {
        return Stream.concat(split.stream(), Arrays.stream(more)).toList();
    }
}
