package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.inventory.ResultContent;
import org.netzero.quantities.Unit;

/// A line of purchased energy, by market, that instruments, stated claims or sales of attributes
/// make anything but purchases at the mix, on one side or both. What is bought more or less is
/// activity at the rate before, which is that of the mix and of what is covered together; another
/// mix is the factor's; the rest of the change is contractual.
record Contractual(Supply before, Supply after) {

    private static final String PURCHASED = "scope 2, market-based";
    private static final String SOLD = "scope 2, market-based, attributes sold";

    /// What the line takes its rate from, as its traces say.
    ///
    /// @param purchasedKwh that was bought
    /// @param mixKwh that takes the mix: bought and not covered, or generated and sold
    /// @param mixKg kg CO2e of it, without the boundary's share
    private record Supply(BigDecimal purchasedKwh, BigDecimal mixKwh, BigDecimal mixKg) {

        /// Empty where a result of the line is of something else.
        static Optional<Supply> of(List<ResultContent> results) {
            BigDecimal purchased = BigDecimal.ZERO;
            BigDecimal byMix = BigDecimal.ZERO;
            BigDecimal mixKg = BigDecimal.ZERO;
            for (ResultContent result : results) {
                Optional<CalculationTrace> bought = result.step(PURCHASED);
                Optional<CalculationTrace> sold = result.step(SOLD);
                if (bought.isEmpty() && sold.isEmpty()) {
                    return Optional.empty();
                }
                purchased = purchased.add(kwh(bought, "purchased"));
                byMix = byMix.add(kwh(bought, "rest")).add(kwh(sold, "sold"));
                mixKg =
                        Side.emissions(result.trace()).stream()
                                .flatMap(step -> Side.read(step.output()).stream())
                                .map(output -> output.to(Unit.KG_CO2E).value())
                                .reduce(mixKg, BigDecimal::add);
            }
            return Optional.of(new Supply(purchased, byMix, mixKg));
        }

        private static BigDecimal kwh(Optional<CalculationTrace> step, String name) {
            return step.flatMap(its -> Side.read(its.inputs().get(name)))
                    .map(quantity -> quantity.to(Unit.KWH).value())
                    .orElse(BigDecimal.ZERO);
        }

        boolean isAllAtTheMix() {
            return purchasedKwh.compareTo(mixKwh) == 0;
        }
    }

    /// Empty where both sides are purchases at the mix, or something else altogether, and where
    /// nothing was bought before and something is now.
    static Optional<Contractual> of(List<ResultContent> before, List<ResultContent> after) {
        return Supply.of(before)
                .flatMap(old -> Supply.of(after).map(now -> new Contractual(old, now)))
                .filter(its -> !its.before.isAllAtTheMix() || !its.after.isAllAtTheMix())
                .filter(its ->
                        its.before.purchasedKwh.signum() > 0
                                || its.after.purchasedKwh.signum() == 0);
    }

    /// Whether all there is to a line is attributes that were sold.
    static boolean isSale(@Nullable List<ResultContent> results) {
        return results != null
                && results.stream().allMatch(result -> result.step(SOLD).isPresent());
    }

    /// @param kilogramsBefore what counted
    BigDecimal ofActivity(BigDecimal kilogramsBefore) {
        return before.purchasedKwh.signum() == 0
                ? BigDecimal.ZERO
                : scaled(kilogramsBefore, after.purchasedKwh, before.purchasedKwh)
                        .subtract(kilogramsBefore);
    }

    /// Of as much as would take the mix if what is bought now were covered like before, without the
    /// boundary's share; 0 where either side has nothing at the mix.
    BigDecimal ofMix() {
        if (before.mixKwh.signum() == 0 || after.mixKwh.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal atMixNow = scaled(after.mixKg, before.mixKwh, after.mixKwh);
        BigDecimal change = atMixNow.subtract(before.mixKg);
        return before.purchasedKwh.signum() == 0
                ? scaled(change, after.mixKwh, before.mixKwh)
                : scaled(change, after.purchasedKwh, before.purchasedKwh);
    }

    private static BigDecimal scaled(BigDecimal value, BigDecimal by, BigDecimal from) {
        return value.multiply(by).divide(from, Side.DECIMALS, RoundingMode.HALF_EVEN);
    }
}
