package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Flow;

/// Tells totals of the group from their parts. Where the group states a total of a carrier and
/// flow, the sites' figures for the same days are its parts and are not added to it.
///
/// @param added the group's totals, and the sites' figures where there is none
/// @param findings parts that exceed their total in energy or in time
record Parts(List<BalanceLine> added, List<Finding> findings) {

    private record Stream(EnergyCarrier carrier, Flow flow) {
        static Stream of(BalanceLine line) {
            return new Stream(line.item().series().carrier(), line.item().series().source().flow());
        }
    }

    static Parts of(Collection<BalanceLine> lines) {
        Map<Stream, List<BalanceLine>> streams = new LinkedHashMap<>();
        lines.forEach(line ->
                streams.computeIfAbsent(Stream.of(line), of -> new ArrayList<>()).add(line));
        var added = new ArrayList<BalanceLine>();
        var findings = new ArrayList<Finding>();
        streams.values().forEach(stream -> settle(stream, added, findings));
        return new Parts(List.copyOf(added), List.copyOf(findings));
    }

    private static void settle(
            List<BalanceLine> stream, List<BalanceLine> added, List<Finding> findings) {
        Map<Span, List<BalanceLine>> totals = new LinkedHashMap<>();
        stream.stream()
                .filter(line -> line.item().ofGroup())
                .forEach(line ->
                        totals.computeIfAbsent(line.item().period(), period -> new ArrayList<>())
                                .add(line));
        totals.values().forEach(added::addAll);
        Map<Span, List<BalanceLine>> parts = new LinkedHashMap<>();
        for (BalanceLine line : stream) {
            Span period = line.item().period();
            List<Span> overlapping = totals.keySet().stream().filter(period::overlaps).toList();
            if (line.item().ofGroup()) {
                continue;
            }
            if (overlapping.isEmpty()) {
                added.add(line);
            } else if (overlapping.stream().noneMatch(total -> total.contains(period))) {
                findings.add(beyond(line, overlapping.getFirst()));
            } else {
                overlapping.forEach(
                        total -> parts.computeIfAbsent(total, of -> new ArrayList<>()).add(line));
            }
        }
        parts.forEach(
                (period, of) -> compare(totals.getOrDefault(period, List.of()), of, findings));
    }

    private static void compare(
            List<BalanceLine> total, List<BalanceLine> parts, List<Finding> findings) {
        BigDecimal stated = sum(total);
        BigDecimal together = sum(parts);
        boolean known = total.stream().allMatch(line -> line.energy().isPresent());
        if (known && together.compareTo(stated) > 0) {
            findings.add(
                    new Finding(
                            FindingCode.PARTS_ABOVE_TOTAL,
                            total.getFirst().item().subject(),
                            "the sites use %s kWh, the group states %s kWh; the stated total stands"
                                    .formatted(together.toPlainString(), stated.toPlainString())));
        }
    }

    private static Finding beyond(BalanceLine line, Span total) {
        return new Finding(
                FindingCode.PART_BEYOND_TOTAL,
                line.item().subject(),
                "%s for %s reaches beyond the group's total for %s and is not added"
                        .formatted(line.item().quantity(), line.item().period(), total));
    }

    private static BigDecimal sum(List<BalanceLine> lines) {
        return lines.stream()
                .flatMap(line -> line.energy().stream())
                .map(energy -> energy.energyKwh())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
