package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Own generation used on site whose attributes somebody else has: by the market-based method it is
/// electricity like any other, at the residual mix. By location it stays without emissions. What is
/// sold beyond what was generated and used on site has nothing to come back to.
final class SoldGeneration {

    private final Entries entries;
    private final ResidualMix residualMix;

    SoldGeneration(Entries entries) {
        this.entries = entries;
        this.residualMix = new ResidualMix(entries);
    }

    /// @param sales of attributes
    /// @param generated own generation that has attributes to sell: from sun and wind
    /// @param exported electricity, which was not used on site
    void add(
            List<ContractualInstrument> sales,
            List<Slice> generated,
            List<Slice> exported,
            Set<String> groupSites) {
        Map<Slice, BigDecimal> used = usedOnSite(generated, exported);
        var allotment =
                new Allotment<ContractualInstrument, Slice>(
                        generated,
                        slice -> used.getOrDefault(slice, BigDecimal.ZERO),
                        sale -> placesOf(sale, generated, groupSites),
                        (sale, slice) ->
                                slice.partWithin(
                                        sale.start(),
                                        sale.end(),
                                        used.getOrDefault(slice, BigDecimal.ZERO)));
        sales.stream()
                .sorted(Comparator.comparing(ContractualInstrument::allocationId))
                .forEach(sale -> notGenerated(sale, allotment.add(sale, sale.energyKwh())));
        generated.forEach(slice -> comeBack(slice, allotment.of(slice)));
    }

    private static List<Slice> placesOf(
            ContractualInstrument sale, List<Slice> generated, Set<String> groupSites) {
        Predicate<Slice> own = slice -> slice.siteId().equals(sale.siteId());
        Predicate<Slice> ofGroup = slice -> groupSites.contains(slice.siteId());
        return Stream.concat(
                        sale.suiting(generated.stream().filter(own).toList()).stream(),
                        sale
                                .suiting(
                                        generated.stream()
                                                .filter(ofGroup.and(own.negate()))
                                                .toList())
                                .stream())
                .toList();
    }

    private static Map<Slice, BigDecimal> usedOnSite(List<Slice> generated, List<Slice> exported) {
        var exports =
                new Allotment<Slice, Slice>(
                        generated,
                        Slice::knownEnergyKwh,
                        export ->
                                generated.stream()
                                        .filter(slice -> slice.siteId().equals(export.siteId()))
                                        .filter(slice ->
                                                slice.nestsWith(export.start(), export.end()))
                                        .toList());
        exported.forEach(export -> exports.add(export, export.knownEnergyKwh()));
        var used = new HashMap<Slice, BigDecimal>();
        for (Slice slice : generated) {
            BigDecimal gone =
                    exports.of(slice).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            used.put(slice, slice.knownEnergyKwh().subtract(gone));
        }
        return used;
    }

    private void notGenerated(ContractualInstrument sale, BigDecimal kwh) {
        if (kwh.signum() > 0) {
            entries.add(
                    Finding.open(
                            "SOLD_EXCEEDS_GENERATION",
                            sale.ref(),
                            "%s kWh of the %s kWh whose attributes '%s' sold in %s are no own generation from sun or wind used on site on record, and were not counted; record the generation, or correct the sale"
                                    .formatted(
                                            kwh.toPlainString(),
                                            sale.energyKwh().toPlainString(),
                                            sale.siteId(),
                                            sale.period())));
        }
    }

    private void comeBack(Slice slice, Map<ContractualInstrument, BigDecimal> soldKwh) {
        if (soldKwh.isEmpty()) {
            return;
        }
        try {
            entries.add(result(slice, soldKwh));
        } catch (CalculationRefused refused) {
            entries.refused(refused, slice.record());
        }
    }

    private EmissionResult result(Slice slice, Map<ContractualInstrument, BigDecimal> soldKwh) {
        var sold =
                new Quantity(
                        soldKwh.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        Unit.KWH);
        ResidualMix.Rest rest = residualMix.of(EnergyCarrier.ELECTRICITY, slice, sold);
        var steps = new ArrayList<CalculationTrace>();
        var supplies = new ArrayList<MarketSupply>();
        soldKwh.forEach((sale, kwh) -> {
            steps.add(
                    PurchasedEnergyEmissions.described(sale)
                            .step(
                                    "attributes sold",
                                    "of the allocation, own generation used on site",
                                    new Quantity(kwh, Unit.KWH)));
            supplies.add(new MarketSupply(rest.tier(), kwh, Optional.of(sale.ref())));
        });
        steps.add(rest.calculated().trace());
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", slice.record())
                        .with("generated", new Quantity(slice.knownEnergyKwh(), Unit.KWH))
                        .with("sold", sold)
                        .step(
                                "scope 2, market-based, attributes sold",
                                "own generation used on site whose attributes were sold × "
                                        + rest.rate(),
                                rest.calculated().trace().output(),
                                slice.stepsAnd(steps.toArray(CalculationTrace[]::new)));
        return new EmissionResult(
                entries.id(slice.record(), "MARKET_BASED/SOLD"),
                Scope.SCOPE_2,
                Optional.of(Scope2Method.MARKET_BASED),
                Optional.empty(),
                Optional.of(slice.siteId()),
                EnergyCarrier.ELECTRICITY.activity(),
                slice.record(),
                slice.period(),
                rest.calculated().emission(),
                rest.calculated().factor(),
                slice.provenance(),
                RecordQuality.UNKNOWN,
                rest.calculated().flags(),
                trace,
                supplies);
    }
}
