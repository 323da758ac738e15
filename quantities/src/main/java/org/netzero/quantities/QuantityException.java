package org.netzero.quantities;

import java.io.Serial;

/// A rule of quantities was broken by a value from outside or by a calculation. Each kind carries
/// the values that broke it.
public abstract sealed class QuantityException extends RuntimeException
        permits AmountOutOfRange,
                IncompatibleUnits,
                MixedGases,
                MixedGwpSets,
                NotADecimal,
                UnknownUnit {

    @Serial private static final long serialVersionUID = 1L;

    QuantityException(String message) {
        super(message);
    }
}
