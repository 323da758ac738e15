package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.netzero.energy.carrier.Evidence;
import org.netzero.quantities.Quantity;

/// Which of the figures on one series count. Figures of equal evidence add up: two meters, two
/// invoices. Where better and weaker evidence tell of the same days, one of them counts: the better
/// one if it covers all days of the weaker, otherwise the weaker, of which the better is then a
/// part.
///
/// @param counted what counts, in the order of its periods
/// @param findings what was left out, and why
public record Ranking(List<EnergyItem> counted, List<Finding> findings) {

    /// Telemetry may differ from the better figure by 2 % of it before that is a finding.
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

    /// @param items everything on one series
    /// @param order which kinds of evidence are better
    public static Ranking of(List<EnergyItem> items, SourceRanking order) {
        return new Contest(items, order).decide();
    }

    private static final class Contest {

        private final List<EnergyItem> items;
        private final SourceRanking order;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<EnergyItem> leftOut = new HashSet<>();

        Contest(List<EnergyItem> items, SourceRanking order) {
            this.order = order;
            this.items =
                    items.stream()
                            .sorted(
                                    Comparator.comparing((EnergyItem item) -> item.period().start())
                                            .thenComparing(item -> item.period().end())
                                            .thenComparing(EnergyItem::evidence)
                                            .thenComparing(item -> item.quantity().unit()))
                            .toList();
        }

        Ranking decide() {
            items.forEach(this::leaveOutIfOutranked);
            items.forEach(this::leaveOutIfPart);
            List<EnergyItem> counted =
                    items.stream().filter(item -> !leftOut.contains(item)).toList();
            noteOverlaps(counted);
            noteIncompleteTelemetry(counted);
            return new Ranking(counted, List.copyOf(findings));
        }

        private void leaveOutIfOutranked(EnergyItem item) {
            List<EnergyItem> better =
                    items.stream()
                            .filter(other -> order.isBetter(other.evidence(), item.evidence()))
                            .toList();
            List<Span> days = better.stream().flatMap(other -> other.covered().stream()).toList();
            if (better.isEmpty() || !daysOf(item).isCoveredBy(days)) {
                return;
            }
            leftOut.add(item);
            findings.add(
                    new Finding(
                            FindingCode.OUTRANKED,
                            item.subject(),
                            "%s, %s, is left out: better evidence tells of the same days"
                                    .formatted(item.quantity(), item.evidence())));
            if (isWholeMonthMeasured(item)) {
                noteDeviation(item, better);
            }
        }

        private void leaveOutIfPart(EnergyItem item) {
            items.stream()
                    .filter(other -> order.isBetter(item.evidence(), other.evidence()))
                    .filter(other -> !leftOut.contains(other))
                    .filter(other -> isPart(item, other))
                    .findFirst()
                    .ifPresent(whole -> {
                        leftOut.add(item);
                        findings.add(
                                new Finding(
                                        FindingCode.PART_OF_STATED_TOTAL,
                                        item.subject(),
                                        "%s, %s, is a part of %s, %s, for %s and not added to it"
                                                .formatted(
                                                        item.quantity(),
                                                        item.evidence(),
                                                        whole.quantity(),
                                                        whole.evidence(),
                                                        whole.period())));
                    });
        }

        /// An estimate may stand in for the days around a figure; then neither is a part of the
        /// other.
        private static boolean isPart(EnergyItem item, EnergyItem whole) {
            return daysOf(whole).contains(daysOf(item))
                    && (!whole.evidence().standsIn()
                            || item.covered().stream()
                                    .allMatch(days -> days.isCoveredBy(whole.covered())));
        }

        /// Compares a month measured hour by hour with what better evidence says for the same
        /// month.
        private void noteDeviation(EnergyItem telemetry, List<EnergyItem> better) {
            List<EnergyItem> sameMonth =
                    better.stream()
                            .filter(item -> item.period().equals(telemetry.period()))
                            .toList();
            if (sameMonth.isEmpty()) {
                return;
            }
            Quantity other =
                    sameMonth.stream()
                            .map(EnergyItem::quantity)
                            .reduce(Quantity.zero(telemetry.quantity().unit()), Quantity::plus);
            BigDecimal difference = telemetry.quantity().minus(other).value().abs();
            if (difference.compareTo(other.value().multiply(TOLERANCE)) > 0) {
                findings.add(
                        new Finding(
                                FindingCode.TELEMETRY_DEVIATES,
                                telemetry.subject(),
                                "%s measured %s, meter or invoice say %s: more than 2 %% apart"
                                        .formatted(
                                                telemetry.evidence() == Evidence.METERED
                                                        ? "intervals"
                                                        : "telemetry",
                                                telemetry.quantity(),
                                                other)));
            }
        }

        private void noteOverlaps(List<EnergyItem> counted) {
            for (int i = 0; i < counted.size(); i++) {
                EnergyItem item = counted.get(i);
                counted.subList(i + 1, counted.size()).stream()
                        .takeWhile(other -> other.period().start().isBefore(item.period().end()))
                        .filter(other -> tellsOfSameDays(item, other))
                        .findFirst()
                        .ifPresent(other ->
                                findings.add(
                                        new Finding(
                                                FindingCode.OVERLAPPING_PERIODS,
                                                item.subject(),
                                                "%s for %s and %s for %s overlap and are both added"
                                                        .formatted(
                                                                item.quantity(),
                                                                item.period(),
                                                                other.quantity(),
                                                                other.period()))));
            }
        }

        private static boolean tellsOfSameDays(EnergyItem one, EnergyItem other) {
            return one.period().equals(other.period())
                    ? one.evidence().standsIn() != other.evidence().standsIn()
                            && one.covered().stream()
                                    .anyMatch(days ->
                                            other.covered().stream().anyMatch(days::overlaps))
                    : daysOf(one).overlaps(daysOf(other));
        }

        private void noteIncompleteTelemetry(List<EnergyItem> counted) {
            counted.stream()
                    .filter(item -> item.evidence() == Evidence.TELEMETRY)
                    .filter(item -> !isWholeMonthMeasured(item))
                    .forEach(item ->
                            findings.add(
                                    new Finding(
                                            FindingCode.TELEMETRY_INCOMPLETE,
                                            item.subject(),
                                            "%s from %d measured hours; the month has more"
                                                    .formatted(
                                                            item.quantity(), item.recordCount()))));
        }

        private static boolean isWholeMonthMeasured(EnergyItem item) {
            return (item.evidence() == Evidence.TELEMETRY || item.evidence() == Evidence.METERED)
                    && item.period().isCoveredBy(item.covered());
        }

        private static Span daysOf(EnergyItem item) {
            return item.extent().orElse(item.period());
        }
    }
}
