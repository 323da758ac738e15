package org.netzero.energy.matching;

import java.math.BigInteger;

/// Whole numbers split in proportion, so that the parts add up to the whole again.
final class Shares {

    private Shares() {}

    /// `a · b / c`, rounded down; no number of them negative, c positive.
    static long of(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / c;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(c))
                .longValueExact();
    }

    /// Splits an amount in proportion to what each wants, of which there is at least as much in
    /// all.
    static void split(long amount, long[] wanted, long[] parts) {
        long all = 0;
        for (long one : wanted) {
            all += one;
        }
        long reached = 0;
        long given = 0;
        for (int i = 0; i < wanted.length; i++) {
            reached += wanted[i];
            long upTo = all == 0 ? 0 : of(amount, reached, all);
            parts[i] = upTo - given;
            given = upTo;
        }
    }
}
