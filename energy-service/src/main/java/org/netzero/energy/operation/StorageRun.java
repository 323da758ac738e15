package org.netzero.energy.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A storage hour by hour. Its state of charge is the energy it can still give back: what it took
/// in times its round-trip efficiency, less what it gave back. So its losses are those of taking
/// in, and are the same share of all energy that comes out, as in the matching of hours.
///
/// @param beforeKwh the state of charge at the beginning
/// @param efficiency energy given back per energy taken in
/// @param charged joules of each hour
/// @param discharged joules of each hour
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
public record StorageRun(
        BigDecimal beforeKwh, BigDecimal efficiency, long[] charged, long[] discharged) {

    private static final BigDecimal J_PER_KWH = BigDecimal.valueOf(3_600_000);
    private static final int KWH_DECIMALS = 12;

    public StorageRun {
        if (charged.length != discharged.length) {
            throw new IllegalArgumentException(
                    "%d hours of charge, %d of discharge"
                            .formatted(charged.length, discharged.length));
        }
        for (int hour = 0; hour < charged.length; hour++) {
            if (charged[hour] < 0 || discharged[hour] < 0) {
                throw new IllegalArgumentException("Negative energy in hour " + hour);
            }
        }
    }

    public int hours() {
        return charged.length;
    }

    /// At the end of each hour, in kWh: each from the sums so far, so that no rounding adds up.
    public BigDecimal[] statesKwh() {
        var states = new BigDecimal[hours()];
        long in = 0;
        long out = 0;
        for (int hour = 0; hour < states.length; hour++) {
            in = Math.addExact(in, charged[hour]);
            out = Math.addExact(out, discharged[hour]);
            states[hour] = beforeKwh.add(change(in, out));
        }
        return states;
    }

    private BigDecimal change(long in, long out) {
        return BigDecimal.valueOf(in)
                .multiply(efficiency)
                .subtract(BigDecimal.valueOf(out))
                .divide(J_PER_KWH, KWH_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// What more has come out by some hour than was in it and was put in: energy out of nothing.
    /// The largest such excess, in kWh; zero or less when there is none.
    ///
    /// @param heldKwh what was in it at the very beginning, and was put in since, less what came
    ///   out
    BigDecimal excessKwh(BigDecimal heldKwh) {
        BigDecimal least = heldKwh;
        long in = 0;
        long out = 0;
        for (int hour = 0; hour < hours(); hour++) {
            in = Math.addExact(in, charged[hour]);
            out = Math.addExact(out, discharged[hour]);
            BigDecimal left =
                    heldKwh.add(
                            BigDecimal.valueOf(in - out)
                                    .divide(J_PER_KWH, KWH_DECIMALS, RoundingMode.HALF_EVEN));
            least = least.min(left);
        }
        return least.negate();
    }
}
