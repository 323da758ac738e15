package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// A line of purchased energy, by market, that instruments, stated claims or sales of attributes
/// make anything but purchases at the mix, on one side or both. What is bought more or less is
/// activity at the rate before, which is that of the mix and of what is covered together; another
/// mix is the factor's; the rest of the change is contractual.
record Contractual(Supply before, Supply after) {

    /// Empty where both sides are purchases at the mix, or something else altogether, and where
    /// nothing was bought before and something is now.
    static Optional<Contractual> of(Side before, Side after) {
        return before.supply()
                .flatMap(old -> after.supply().map(now -> new Contractual(old, now)))
                .filter(its -> !its.before.isAllAtTheMix() || !its.after.isAllAtTheMix())
                .filter(its ->
                        its.before.purchasedKwh().signum() > 0
                                || its.after.purchasedKwh().signum() == 0);
    }

    /// @param kilogramsBefore what counted
    BigDecimal ofActivity(BigDecimal kilogramsBefore) {
        return before.purchasedKwh().signum() == 0
                ? BigDecimal.ZERO
                : scaled(kilogramsBefore, after.purchasedKwh(), before.purchasedKwh())
                        .subtract(kilogramsBefore);
    }

    /// Of as much as would take the mix if what is bought now were covered like before, without the
    /// boundary's share; 0 where either side has nothing at the mix.
    BigDecimal ofMix() {
        if (before.mixKwh().signum() == 0 || after.mixKwh().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal atMixNow = scaled(after.mixKg(), before.mixKwh(), after.mixKwh());
        BigDecimal change = atMixNow.subtract(before.mixKg());
        return before.purchasedKwh().signum() == 0
                ? scaled(change, after.mixKwh(), before.mixKwh())
                : scaled(change, after.purchasedKwh(), before.purchasedKwh());
    }

    private static BigDecimal scaled(BigDecimal value, BigDecimal by, BigDecimal from) {
        return value.multiply(by).divide(from, Side.DECIMALS, RoundingMode.HALF_EVEN);
    }
}
