package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Ratios as answers show them.
final class Share {

    static final int DECIMALS = 6;

    private Share() {}

    /// Empty where the denominator is not above 0.
    static Optional<BigDecimal> of(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() > 0
                ? Optional.of(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }
}
