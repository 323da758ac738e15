package org.netzero.quantities;

import java.io.Serial;
import java.math.BigDecimal;

/// An amount has more than [Quantity#MAX_DIGITS] digits before or after the point.
public final class AmountOutOfRange extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final BigDecimal amount;

    public AmountOutOfRange(BigDecimal amount) {
        super(
                "more than %d digits before or after the point: %s"
                        .formatted(Quantity.MAX_DIGITS, Excerpt.of(amount.toString())));
        this.amount = amount;
    }

    public BigDecimal amount() {
        return amount;
    }
}
