package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    private static final int DECIMALS_OF_A_KWH = 6;

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

    /// What of an amount of it belongs to a period: all where they nest, else the share of its days
    /// that they have in common, rounded down.
    BigDecimal partWithin(LocalDate from, LocalDate until, BigDecimal kwh) {
        if (nestsWith(from, until)) {
            return kwh;
        }
        LocalDate first = start.isBefore(from) ? from : start;
        LocalDate last = end.isAfter(until) ? until : end;
        return kwh.multiply(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(first, last))))
                .divide(
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)),
                        DECIMALS_OF_A_KWH,
                        RoundingMode.DOWN)
                .stripTrailingZeros();
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
