package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.balance.Span;

/// How much energy there is to claim, and how much is claimed already. A claim can be met from any
/// supply that shares a day with it, and no kilowatt-hour meets two. Figures are not split, so
/// nobody knows on which of its days a figure was used, and it may be any.
///
/// Claims can all be met if, and only if, no choice of them exceeds the supply they reach (Hall's
/// condition; P. Hall, On Representatives of Subsets, J. London Math. Soc. 10 (1935), and the
/// theorem of max-flow and min-cut for amounts). On a line of time few choices have to be looked
/// at: cut it into stretches, each of them open or closed. What is closed is supply that lies in
/// closed stretches; the claims that lie in open ones reach the rest at most.
///
/// @param supply what was bought or generated; what left again is negative, and takes from it as a
///   claim does
/// @param claimed what is claimed of it
public record Room(List<Dated> supply, List<Dated> claimed) {

    /// An amount of a period, in kWh.
    public record Dated(Span period, BigDecimal energyKwh) {}

    /// How much more can be claimed in a period, so that as much as now is met of everything else;
    /// at least 0. Empty when no supply of the period is on file: missing is not zero.
    public Optional<BigDecimal> left(Span period) {
        if (supply.stream().noneMatch(part -> part.period().overlaps(period))) {
            return Optional.empty();
        }
        Span reach = reach(period);
        return Optional.of(new Line(within(supply, reach), within(claimed, reach), period).left());
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
                            .reduce(before, Span::together);
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

    /// The days on which a figure starts or ends, in order. Over the days up to each of them the
    /// best cut is known from those before it.
    private static final class Line {

        private final List<LocalDate> days;
        private final Span asked;
        private final Map<LocalDate, List<Dated>> supplyTo;
        private final Map<LocalDate, List<Dated>> claimsTo;
        private final List<BigDecimal> best = new ArrayList<>();
        private final List<Optional<BigDecimal>> bestWithAskedOpen = new ArrayList<>();

        Line(List<Dated> supply, List<Dated> claimed, Span asked) {
            this.asked = asked;
            this.days =
                    Stream.concat(
                                    Stream.concat(supply.stream(), claimed.stream())
                                            .map(Dated::period),
                                    Stream.of(asked))
                            .flatMap(span -> Stream.of(span.start(), span.end()))
                            .distinct()
                            .sorted()
                            .toList();
            this.supplyTo = byEnd(supply.stream().filter(part -> part.energyKwh().signum() > 0));
            this.claimsTo =
                    byEnd(
                            Stream.concat(
                                    claimed.stream(),
                                    supply.stream()
                                            .filter(part -> part.energyKwh().signum() < 0)
                                            .map(Line::taken)));
        }

        private static Dated taken(Dated part) {
            return new Dated(part.period(), part.energyKwh().negate());
        }

        private static Map<LocalDate, List<Dated>> byEnd(Stream<Dated> parts) {
            return parts.collect(Collectors.groupingBy(part -> part.period().end()));
        }

        /// What is closed and what is open are never added twice, so the total of the supply falls
        /// out of the difference between the tightest cut there is and the tightest one that leaves
        /// the period open.
        BigDecimal left() {
            best.add(BigDecimal.ZERO);
            bestWithAskedOpen.add(Optional.empty());
            for (int end = 1; end < days.size(); end++) {
                cutUpTo(end);
            }
            return best.getLast().subtract(bestWithAskedOpen.getLast().orElseThrow());
        }

        private void cutUpTo(int end) {
            List<BigDecimal> closed = sums(supplyTo, end);
            List<BigDecimal> open = sums(claimsTo, end);
            boolean holdsAsked = !days.get(end).isBefore(asked.end());
            BigDecimal most = BigDecimal.ZERO;
            Optional<BigDecimal> mostWithAskedOpen = Optional.empty();
            for (int start = 0; start < end; start++) {
                BigDecimal more = closed.get(start).max(open.get(start));
                most = most.max(best.get(start).add(more));
                Optional<BigDecimal> with =
                        holdsAsked && !days.get(start).isAfter(asked.start())
                                ? Optional.of(best.get(start).add(open.get(start)))
                                : bestWithAskedOpen.get(start).map(more::add);
                mostWithAskedOpen =
                        Stream.of(mostWithAskedOpen, with)
                                .flatMap(Optional::stream)
                                .reduce(BigDecimal::max);
            }
            best.add(most);
            bestWithAskedOpen.add(mostWithAskedOpen);
        }

        /// What lies wholly between each day and the one of this number.
        private List<BigDecimal> sums(Map<LocalDate, List<Dated>> partsTo, int end) {
            var from = new HashMap<LocalDate, BigDecimal>();
            days.subList(1, end + 1)
                    .forEach(day ->
                            partsTo.getOrDefault(day, List.of())
                                    .forEach(part ->
                                            from.merge(
                                                    part.period().start(),
                                                    part.energyKwh(),
                                                    BigDecimal::add)));
            var sums = new ArrayList<>(Collections.nCopies(end, BigDecimal.ZERO));
            BigDecimal sum = BigDecimal.ZERO;
            for (int start = end - 1; start >= 0; start--) {
                sum = sum.add(from.getOrDefault(days.get(start), BigDecimal.ZERO));
                sums.set(start, sum);
            }
            return sums;
        }
    }
}
