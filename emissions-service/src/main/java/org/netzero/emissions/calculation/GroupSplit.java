package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The group's total is what its sites' totals are parts of. The parts are accounted with their own
/// places' factors, the remainder, never below 0, with the group's.
final class GroupSplit {

    private final int year;
    private final List<Finding> findings;

    GroupSplit(int year, List<Finding> findings) {
        this.year = year;
        this.findings = findings;
    }

    /// Splits totals of one carrier and role, or source where that makes a difference.
    List<Slice> split(List<EnergyTotal> totals) {
        List<EnergyTotal> sites = ofKind(totals, false);
        List<EnergyTotal> group = ofKind(totals, true);
        List<EnergyTotal> parts =
                sites.stream().filter(site -> group.stream().anyMatch(site::overlaps)).toList();
        var slices = new ArrayList<Slice>(sites.stream().map(Slice::of).toList());
        if (parts.isEmpty()) {
            group.stream().map(Slice::of).forEach(slices::add);
        } else {
            remainder(group, parts).ifPresent(slices::add);
        }
        slices.sort(Comparator.comparing(Slice::record));
        return slices;
    }

    private static List<EnergyTotal> ofKind(List<EnergyTotal> totals, boolean group) {
        return totals.stream()
                .filter(total -> (total.siteKind() == SiteKind.GROUP) == group)
                .sorted(Comparator.comparing(EnergyTotal::ref))
                .toList();
    }

    private Optional<Slice> remainder(List<EnergyTotal> group, List<EnergyTotal> parts) {
        EnergyTotal total = group.getFirst();
        String record = record(total);
        Optional<Rest> rest = byQuantity(group, parts).or(() -> byEnergy(group, parts));
        if (rest.isEmpty()) {
            findings.add(
                    Finding.open(
                            "PARTS_NOT_COMPARABLE",
                            record,
                            "The sites' %s in %d cannot be subtracted from the group's total: units differ and an energy content is not known; the remainder is missing"
                                    .formatted(total.carrier(), year)));
            return Optional.empty();
        }
        return rest.flatMap(left -> slice(record, group, parts, left));
    }

    /// Own generation is split by source, so its remainders are told apart by it.
    private String record(EnergyTotal total) {
        return total.source().role() == EnergySource.Role.OWN
                ? "%s/%s/%s/%s/remainder"
                        .formatted(total.siteId(), total.carrier(), total.source(), year)
                : "%s/%s/%s/remainder".formatted(total.siteId(), total.carrier(), year);
    }

    private Optional<Slice> slice(
            String record, List<EnergyTotal> group, List<EnergyTotal> parts, Rest rest) {
        EnergyTotal total = group.getFirst();
        if (rest.parts().compareWith(rest.total()) > 0) {
            findings.add(
                    Finding.open(
                            "PARTS_EXCEED_TOTAL",
                            record,
                            "The sites' %s in %d is %s, more than the %s of the group's total; check which is wrong"
                                    .formatted(total.carrier(), year, rest.parts(), rest.total())));
        }
        if (rest.parts().compareWith(rest.total()) >= 0) {
            return Optional.empty();
        }
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("total", rest.total())
                        .with("parts", rest.parts())
                        .with("sites", refs(parts))
                        .step(
                                "remainder of the group",
                                "total of the group − parts of its sites, at least 0",
                                rest.quantities());
        LocalDate start =
                group.stream().map(EnergyTotal::start).min(LocalDate::compareTo).orElseThrow();
        LocalDate end =
                group.stream().map(EnergyTotal::end).max(LocalDate::compareTo).orElseThrow();
        return Optional.of(
                new Slice(
                        record,
                        total.siteId(),
                        total.place(),
                        String.valueOf(year),
                        start,
                        end,
                        energy(group)
                                .flatMap(whole ->
                                        energy(parts)
                                                .map(whole::subtract)
                                                .map(BigDecimal.ZERO::max)),
                        rest.quantities(),
                        Slice.weakest(Stream.concat(group.stream(), parts.stream()).toList()),
                        Optional.of(trace)));
    }

    /// What is left of a total.
    ///
    /// @param total and
    /// @param parts in the unit they were compared in
    /// @param quantities the remainder, in the units of the total
    private record Rest(Quantity total, Quantity parts, List<Quantity> quantities) {}

    /// Exact, where the total has one unit and the parts convert into it.
    private static Optional<Rest> byQuantity(List<EnergyTotal> group, List<EnergyTotal> parts) {
        List<Quantity> totals = perUnit(group);
        if (totals.size() != 1) {
            return Optional.empty();
        }
        Quantity total = totals.getFirst();
        List<Quantity> subtracted = perUnit(parts);
        if (!subtracted.stream().allMatch(q -> q.unit().compatibleWith(total.unit()))) {
            return Optional.empty();
        }
        Quantity sum = subtracted.stream().reduce(Quantity.zero(total.unit()), Quantity::plus);
        return Optional.of(new Rest(total, sum, List.of(total.minus(sum))));
    }

    /// In proportion to energy, where all energy contents are known.
    private static Optional<Rest> byEnergy(List<EnergyTotal> group, List<EnergyTotal> parts) {
        return energy(group)
                .filter(whole -> whole.signum() > 0)
                .flatMap(whole -> energy(parts).map(part -> inProportion(group, whole, part)));
    }

    private static Rest inProportion(
            List<EnergyTotal> group, BigDecimal wholeKwh, BigDecimal partsKwh) {
        Fraction share = Fraction.of(wholeKwh.subtract(partsKwh), wholeKwh);
        return new Rest(
                new Quantity(wholeKwh, Unit.KWH),
                new Quantity(partsKwh, Unit.KWH),
                perUnit(group).stream().map(total -> total.times(share)).toList());
    }

    private static List<Quantity> perUnit(List<EnergyTotal> totals) {
        Map<Unit, Quantity> sums =
                totals.stream()
                        .flatMap(total -> total.quantities().stream())
                        .collect(
                                Collectors.toMap(
                                        Quantity::unit,
                                        Function.identity(),
                                        Quantity::plus,
                                        TreeMap::new));
        return List.copyOf(sums.values());
    }

    /// Empty when one of them is not known.
    private static Optional<BigDecimal> energy(List<EnergyTotal> totals) {
        return totals.stream().allMatch(total -> total.energyKwh().isPresent())
                ? totals.stream()
                        .flatMap(total -> total.energyKwh().stream())
                        .reduce(BigDecimal::add)
                : Optional.empty();
    }

    private static String refs(List<EnergyTotal> parts) {
        return parts.stream().map(EnergyTotal::ref).collect(Collectors.joining(", "));
    }
}
