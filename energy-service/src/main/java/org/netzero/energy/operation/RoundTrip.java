package org.netzero.energy.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Energy that a storage gave back per energy it took in, over a stretch of time. What it holds
/// more at the end than at the beginning counts as given back. All amounts are kWh.
///
/// @param charged above zero
/// @param change of the state of charge; empty when it is not known
/// @param capacity the most that the state of charge can have changed by
record RoundTrip(
        BigDecimal charged,
        BigDecimal discharged,
        Optional<BigDecimal> change,
        BigDecimal capacity) {

    private static final int DECIMALS = 24;

    /// Empty when nothing was taken in.
    static Optional<RoundTrip> of(
            BigDecimal charged,
            BigDecimal discharged,
            Optional<BigDecimal> change,
            BigDecimal capacity) {
        return charged.signum() > 0
                ? Optional.of(new RoundTrip(charged, discharged, change, capacity))
                : Optional.empty();
    }

    /// (discharged + change) / charged; where the change is not known, as if it were zero.
    BigDecimal efficiency() {
        return per(discharged.add(change.orElse(BigDecimal.ZERO)));
    }

    /// The least it can have been.
    BigDecimal lowest() {
        return change.isPresent()
                ? efficiency()
                : per(discharged.subtract(capacity)).max(BigDecimal.ZERO);
    }

    /// The most it can have been, which physics keeps at 1.
    BigDecimal highest() {
        return change.isPresent()
                ? efficiency()
                : per(discharged.add(capacity)).min(BigDecimal.ONE);
    }

    private BigDecimal per(BigDecimal given) {
        return given.divide(charged, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
