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

    /// Splits totals of one carrier and role.
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
        String record = "%s/%s/%s/remainder".formatted(total.siteId(), total.carrier(), year);
        BigDecimal totalKwh = energy(group);
        BigDecimal partsKwh = energy(parts);
        if (partsKwh.compareTo(totalKwh) > 0) {
            findings.add(
                    Finding.open(
                            "PARTS_EXCEED_TOTAL",
                            record,
                            "The sites' %s in %d is %s kWh, more than the %s kWh of the group's total; check which is wrong"
                                    .formatted(
                                            total.carrier(),
                                            year,
                                            partsKwh.toPlainString(),
                                            totalKwh.toPlainString())));
        }
        BigDecimal restKwh = totalKwh.subtract(partsKwh).max(BigDecimal.ZERO);
        if (restKwh.signum() == 0) {
            return Optional.empty();
        }
        List<Quantity> rest = restOf(group, parts, restKwh, totalKwh);
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("total", new Quantity(totalKwh, Unit.KWH))
                        .with("parts", new Quantity(partsKwh, Unit.KWH))
                        .with("sites", refs(parts))
                        .step(
                                "remainder of the group",
                                "total of the group − parts of its sites, at least 0",
                                rest);
        LocalDate start =
                group.stream().map(EnergyTotal::start).min(LocalDate::compareTo).orElseThrow();
        return Optional.of(
                new Slice(
                        record,
                        total.siteId(),
                        total.place(),
                        String.valueOf(year),
                        start,
                        restKwh,
                        rest,
                        Optional.of(trace)));
    }

    /// Unit by unit where the parts are in the total's one unit, in proportion to energy otherwise.
    private static List<Quantity> restOf(
            List<EnergyTotal> group,
            List<EnergyTotal> parts,
            BigDecimal restKwh,
            BigDecimal totalKwh) {
        List<Quantity> totals = perUnit(group);
        List<Quantity> subtracted = perUnit(parts);
        if (totals.size() == 1
                && subtracted.stream()
                        .allMatch(q -> q.unit().compatibleWith(totals.getFirst().unit()))) {
            Quantity rest = subtracted.stream().reduce(totals.getFirst(), Quantity::minus);
            return rest.isNegative() ? List.of() : List.of(rest);
        }
        Fraction share = Fraction.of(restKwh, totalKwh);
        return totals.stream().map(total -> total.times(share)).toList();
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

    private static BigDecimal energy(List<EnergyTotal> totals) {
        return totals.stream().map(EnergyTotal::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String refs(List<EnergyTotal> parts) {
        return parts.stream().map(EnergyTotal::ref).collect(Collectors.joining(", "));
    }
}
