package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        Span reach = reach(period);
        var near = new Room(within(supply, reach), within(claimed, reach));
        return stretches(period, near)
                .map(near::leftWithin)
                .reduce(BigDecimal::min)
                .map(BigDecimal.ZERO::max);
    }

    /// The period with every figure that overlaps it, or overlaps one that does, and so on: what
    /// lies beyond competes with none of them.
    private Span reach(Span period) {
        Span reached = period;
        Span before;
        do {
            before = reached;
            reached =
                    Stream.concat(supply.stream(), claimed.stream())
                            .map(Dated::period)
                            .filter(before::overlaps)
                            .reduce(before, Room::together);
        } while (!reached.equals(before));
        return reached;
    }

    /// One sum for each period that lies there.
    private static List<Dated> within(List<Dated> parts, Span reach) {
        var sums = new LinkedHashMap<Span, BigDecimal>();
        parts.stream()
                .filter(part -> reach.contains(part.period()))
                .forEach(part -> sums.merge(part.period(), part.energyKwh(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Dated(sum.getKey(), sum.getValue()))
                .toList();
    }

    /// Every stretch around the period that starts and ends where a figure does.
    private static Stream<Span> stretches(Span period, Room near) {
        Set<LocalDate> ends =
                Stream.concat(near.supply.stream(), near.claimed.stream())
                        .map(Dated::period)
                        .flatMap(figure -> Stream.of(figure.start(), figure.end()))
                        .collect(Collectors.toSet());
        ends.add(period.start());
        ends.add(period.end());
        List<LocalDate> until = ends.stream().filter(day -> !day.isBefore(period.end())).toList();
        return ends.stream()
                .filter(day -> !day.isAfter(period.start()))
                .flatMap(start -> until.stream().map(end -> new Span(start, end)));
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
