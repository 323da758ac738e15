package org.netzero.energy.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Between joules, which meters are read in, and kilowatt-hours, which everything else is told in.
public final class Joules {

    public static final long PER_KWH = 3_600_000;

    private static final int KWH_DECIMALS = 12;

    private Joules() {}

    /// Exact where it terminates, else rounded HALF_EVEN to 12 decimals; without zeros at the end.
    public static BigDecimal kwh(BigDecimal joules) {
        BigDecimal kwh =
                joules.divide(BigDecimal.valueOf(PER_KWH), KWH_DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return kwh.scale() < 0 ? kwh.setScale(0) : kwh;
    }

    public static BigDecimal kwh(long joules) {
        return kwh(BigDecimal.valueOf(joules));
    }

    /// Whole joules: a part of one is rounded as is told.
    public static long of(BigDecimal kwh, RoundingMode rounding) {
        return kwh.multiply(BigDecimal.valueOf(PER_KWH)).setScale(0, rounding).longValueExact();
    }
}
