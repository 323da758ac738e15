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

    /// (discharged + change) / charged. Empty when the change is not known: up to the whole
    /// capacity may have come from before, or stayed.
    Optional<BigDecimal> measured() {
        return change.map(known -> per(discharged.add(known)));
    }

    /// As if it held at the end what it held at the beginning.
    BigDecimal unchanged() {
        return per(discharged);
    }

    /// The least it can have been. Empty when more came out than the capacity and all that was
    /// taken in explain.
    Optional<BigDecimal> lowest() {
        return measured()
                .or(() ->
                        Optional.of(per(discharged.subtract(capacity)).max(BigDecimal.ZERO))
                                .filter(least -> least.compareTo(BigDecimal.ONE) <= 0));
    }

    /// The most it can have been, which physics keeps at 1. Empty where there is no least.
    Optional<BigDecimal> highest() {
        return measured()
                .or(() -> lowest().map(least -> per(discharged.add(capacity)).min(BigDecimal.ONE)));
    }

    private BigDecimal per(BigDecimal given) {
        return given.divide(charged, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
