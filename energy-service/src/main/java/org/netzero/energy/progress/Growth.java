package org.netzero.energy.progress;

import java.math.BigDecimal;
import java.math.MathContext;

/// How the demand for electricity is assumed to change from year to year after the last year on
/// file.
///
/// @param perYear as a fraction: 0.02 is two per cent more each year
/// @param source who says so
public record Growth(BigDecimal perYear, String source) {

    /// The last year on file is carried forward.
    public static final Growth NONE =
            new Growth(BigDecimal.ZERO, "no growth rate stated; the last year on file is carried");

    public Growth {
        if (perYear.compareTo(BigDecimal.ONE.negate()) <= 0) {
            throw new IllegalArgumentException(
                    "A demand that falls by %s a year is none any more"
                            .formatted(perYear.toPlainString()));
        }
    }

    BigDecimal over(int years) {
        return BigDecimal.ONE.add(perYear).pow(years, MathContext.DECIMAL128);
    }
}
