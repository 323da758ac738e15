package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.inventory.ResultContent;
import org.netzero.quantities.Unit;

/// What purchased energy takes its rate from by market, as traces say.
///
/// @param purchasedKwh that was bought
/// @param mixKwh that takes the mix: bought and not covered, or generated and sold
/// @param mixKg kg CO2e of it, without the boundary's share
/// @param sale whether all of it is attributes that were sold
record Supply(BigDecimal purchasedKwh, BigDecimal mixKwh, BigDecimal mixKg, boolean sale) {

    private static final String PURCHASED = "scope 2, market-based";
    private static final String SOLD = "scope 2, market-based, attributes sold";

    /// Empty of a result of something else.
    static Optional<Supply> of(ResultContent result) {
        Optional<CalculationTrace> bought = result.step(PURCHASED);
        Optional<CalculationTrace> sold = result.step(SOLD);
        if (bought.isEmpty() && sold.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal mixKg =
                Side.emissions(result.trace()).stream()
                        .flatMap(step -> Side.read(step.output()).stream())
                        .map(output -> output.to(Unit.KG_CO2E).value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                new Supply(
                        kwh(bought, "purchased"),
                        kwh(bought, "rest").add(kwh(sold, "sold")),
                        mixKg,
                        sold.isPresent()));
    }

    private static BigDecimal kwh(Optional<CalculationTrace> step, String name) {
        return step.flatMap(its -> Side.read(its.inputs().get(name)))
                .map(quantity -> quantity.to(Unit.KWH).value())
                .orElse(BigDecimal.ZERO);
    }

    Supply plus(Supply other) {
        return new Supply(
                purchasedKwh.add(other.purchasedKwh),
                mixKwh.add(other.mixKwh),
                mixKg.add(other.mixKg),
                sale && other.sale);
    }

    boolean isAllAtTheMix() {
        return purchasedKwh.compareTo(mixKwh) == 0;
    }
}
