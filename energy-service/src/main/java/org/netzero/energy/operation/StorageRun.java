package org.netzero.energy.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;

/// A storage hour by hour. Its state of charge is the energy it can still give back: what it took
/// in times its round-trip efficiency, less what it gave back. So its losses are those of taking
/// in, and are the same share of all energy that comes out, as in the matching of hours.
public final class StorageRun {

    private static final BigDecimal J_PER_KWH = BigDecimal.valueOf(3_600_000);
    private static final int KWH_DECIMALS = 12;

    private final BigDecimal beforeKwh;
    private final BigDecimal efficiency;

    /// Joules taken in before each hour, and in all.
    private final long[] charged;

    /// Joules given back before each hour, and in all.
    private final long[] discharged;

    /// @param beforeKwh the state of charge at the beginning
    /// @param efficiency energy given back per energy taken in
    /// @param charged joules of each hour
    /// @param discharged joules of each hour
    public StorageRun(
            BigDecimal beforeKwh, BigDecimal efficiency, long[] charged, long[] discharged) {
        if (charged.length != discharged.length) {
            throw new IllegalArgumentException(
                    "%d hours of charge, %d of discharge"
                            .formatted(charged.length, discharged.length));
        }
        this.beforeKwh = beforeKwh;
        this.efficiency = efficiency;
        this.charged = sums(charged);
        this.discharged = sums(discharged);
    }

    private static long[] sums(long[] joules) {
        var sums = new long[joules.length + 1];
        for (int hour = 0; hour < joules.length; hour++) {
            if (joules[hour] < 0) {
                throw new IllegalArgumentException("Negative energy in hour " + hour);
            }
            sums[hour + 1] = Math.addExact(sums[hour], joules[hour]);
        }
        return sums;
    }

    public BigDecimal beforeKwh() {
        return beforeKwh;
    }

    public BigDecimal efficiency() {
        return efficiency;
    }

    public int hours() {
        return charged.length - 1;
    }

    /// Joules taken in from one hour to before another one.
    long charged(int from, int to) {
        return charged[to] - charged[from];
    }

    /// Joules given back from one hour to before another one.
    long discharged(int from, int to) {
        return discharged[to] - discharged[from];
    }

    /// At the beginning of an hour, or the end of the last one: from the sums so far, so that no
    /// rounding adds up.
    public BigDecimal stateKwh(int hour) {
        return beforeKwh.add(
                kwh(
                        BigDecimal.valueOf(charged[hour])
                                .multiply(efficiency)
                                .subtract(BigDecimal.valueOf(discharged[hour]))));
    }

    /// Lost in some hours: what was taken in and can never be given back.
    ///
    /// @param among those that count
    public BigDecimal lostKwh(BitSet among, int from, int to) {
        long in = 0;
        for (int hour = among.nextSetBit(from);
                hour >= 0 && hour < to;
                hour = among.nextSetBit(hour + 1)) {
            in = Math.addExact(in, charged(hour, hour + 1));
        }
        return kwh(BigDecimal.valueOf(in).multiply(BigDecimal.ONE.subtract(efficiency)));
    }

    private static BigDecimal kwh(BigDecimal joules) {
        return joules.divide(J_PER_KWH, KWH_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// What more has come out by some hour than was in it and was put in: energy out of nothing.
    /// The largest such excess, in kWh; zero or less when there is none.
    ///
    /// @param heldKwh what was in it at the very beginning, and was put in since, less what came
    ///   out
    BigDecimal excessKwh(BigDecimal heldKwh) {
        long least = 0;
        for (int hour = 0; hour <= hours(); hour++) {
            least = Math.min(least, charged[hour] - discharged[hour]);
        }
        return kwh(BigDecimal.valueOf(least)).add(heldKwh).negate();
    }
}
