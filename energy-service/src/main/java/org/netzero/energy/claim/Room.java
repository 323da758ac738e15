package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.balance.Span;

/// How much energy there is to claim, and how much is claimed already. Figures are not split, so
/// within any stretch of time the claims that lie in it may not exceed the supply that touches it.
///
/// @param supply what was bought or generated; what left again is negative
/// @param claimed what is claimed of it
public record Room(List<Dated> supply, List<Dated> claimed) {

    /// An amount of a period, in kWh.
    public record Dated(Span period, BigDecimal energyKwh) {}

    /// How much more can be claimed in a period, at least 0. Empty when no supply of the period is
    /// on file: missing is not zero.
    public Optional<BigDecimal> left(Span period) {
        if (supply.stream().noneMatch(part -> part.period().overlaps(period))) {
            return Optional.empty();
        }
        return stretches(period)
                .map(this::leftWithin)
                .reduce(BigDecimal::min)
                .map(BigDecimal.ZERO::max);
    }

    /// The period, it together with each figure that overlaps it, and all of them together.
    private Stream<Span> stretches(Span period) {
        List<Span> overlapping =
                Stream.concat(supply.stream(), claimed.stream())
                        .map(Dated::period)
                        .filter(period::overlaps)
                        .distinct()
                        .toList();
        Span all = overlapping.stream().reduce(period, Room::together);
        return Stream.concat(
                Stream.of(period, all), overlapping.stream().map(one -> together(period, one)));
    }

    private BigDecimal leftWithin(Span stretch) {
        BigDecimal there = sum(supply.stream().filter(part -> part.period().overlaps(stretch)));
        BigDecimal taken = sum(claimed.stream().filter(part -> stretch.contains(part.period())));
        return there.subtract(taken);
    }

    private static BigDecimal sum(Stream<Dated> parts) {
        return parts.map(Dated::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Span together(Span one, Span other) {
        LocalDate start = one.start().isBefore(other.start()) ? one.start() : other.start();
        LocalDate end = one.end().isAfter(other.end()) ? one.end() : other.end();
        return new Span(start, end);
    }
}
