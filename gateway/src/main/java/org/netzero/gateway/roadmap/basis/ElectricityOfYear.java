package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.gateway.roadmap.engine.ElectricityUse;

/// The electricity of one year, from the totals that start in it.
///
/// The group's total of a kind holds its sites' totals of overlapping periods: they are parts of it
/// and added only where they are more than the total, as the inventory does it.
///
/// @param purchasedKwh empty where no purchase is on file
/// @param ownUsedKwh own wind and solar generation less what was exported
/// @param matchedKwh the part of the purchase that is renewable, at most all of it
/// @param remarks what a reader should know of these figures
record ElectricityOfYear(
        Optional<BigDecimal> purchasedKwh,
        BigDecimal ownUsedKwh,
        BigDecimal matchedKwh,
        List<String> remarks) {

    static final String CARRIER = "ELECTRICITY";

    private static final Set<String> PURCHASED = Set.of("PURCHASED");
    private static final Set<String> MATCHED = Set.of("PURCHASED_RENEWABLE");
    private static final Set<String> OWN = Set.of("ON_SITE_PV", "ON_SITE_WIND");
    private static final Set<String> EXPORTED = Set.of("EXPORTED");

    /// How many decimal places lie between kWh and MWh.
    private static final int KWH_IN_MWH_PLACES = 3;

    ElectricityOfYear {
        remarks = List.copyOf(remarks);
    }

    static ElectricityOfYear of(int year, List<EnergyTotalled> totals) {
        List<String> remarks = new ArrayList<>();
        Optional<BigDecimal> purchased = total("purchased", year, totals, PURCHASED, remarks);
        BigDecimal generated =
                total("generated on site", year, totals, OWN, remarks).orElse(BigDecimal.ZERO);
        BigDecimal exported =
                total("exported", year, totals, EXPORTED, remarks).orElse(BigDecimal.ZERO);
        BigDecimal claimed =
                total("purchased as renewable", year, totals, MATCHED, remarks)
                        .orElse(BigDecimal.ZERO);
        BigDecimal matchable = purchased.orElse(BigDecimal.ZERO);
        if (claimed.compareTo(matchable) > 0) {
            remarks.add(
                    "%s kWh of electricity are on file for %d as purchased renewable, more than the %s kWh purchased: the rest is not counted."
                            .formatted(claimed.toPlainString(), year, matchable.toPlainString()));
        }
        return new ElectricityOfYear(
                purchased,
                generated.subtract(exported).max(BigDecimal.ZERO),
                claimed.min(matchable),
                remarks);
    }

    /// @throws java.util.NoSuchElementException where no purchase is on file
    ElectricityUse use(double pue) {
        return new ElectricityUse(
                mwh(purchasedKwh.orElseThrow()), mwh(ownUsedKwh), mwh(matchedKwh), pue);
    }

    static double mwh(BigDecimal kwh) {
        return kwh.movePointLeft(KWH_IN_MWH_PLACES).doubleValue();
    }

    private static Optional<BigDecimal> total(
            String kind,
            int year,
            List<EnergyTotalled> totals,
            Set<String> sources,
            List<String> remarks) {
        Map<Boolean, List<EnergyTotalled>> byGroup =
                totals.stream()
                        .filter(total -> total.counts() && sources.contains(total.source()))
                        .collect(Collectors.partitioningBy(EnergyTotalled::ofGroup));
        List<EnergyTotalled> group = byGroup.getOrDefault(true, List.of());
        Map<Boolean, List<EnergyTotalled>> sites =
                byGroup.getOrDefault(false, List.of()).stream()
                        .collect(
                                Collectors.partitioningBy(
                                        site -> group.stream().anyMatch(site::overlaps)));
        List<EnergyTotalled> parts = sites.getOrDefault(true, List.of());
        List<EnergyTotalled> others = sites.getOrDefault(false, List.of());
        if (group.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal whole = sum(group);
        BigDecimal ofParts = sum(parts);
        if (ofParts.compareTo(whole) > 0) {
            remarks.add(
                    "The sites' electricity %s in %d is %s kWh, more than the group's total of %s kWh: the sites' figures count. Check which is wrong."
                            .formatted(kind, year, ofParts.toPlainString(), whole.toPlainString()));
        }
        return Optional.of(whole.max(ofParts).add(sum(others)));
    }

    private static BigDecimal sum(List<EnergyTotalled> totals) {
        return totals.stream()
                .map(EnergyTotalled::energyKwh)
                .flatMap(Stream::ofNullable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
