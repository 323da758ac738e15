package org.netzero.datacenter.metering;

import java.util.Arrays;

/// Readings of one point in the order of their time, each time once.
///
/// @param epochNanos times, strictly rising
/// @param values the values at those times, in the point's unit
// two arrays instead of an object per reading: months of readings are held at once
@SuppressWarnings("ArrayRecordComponent")
public record Readings(long[] epochNanos, double[] values) {

    public static final Readings NONE = new Readings(new long[0], new double[0]);

    public Readings {
        if (epochNanos.length != values.length) {
            throw new IllegalArgumentException(
                    "%d times for %d values".formatted(epochNanos.length, values.length));
        }
        for (int i = 1; i < epochNanos.length; i++) {
            if (epochNanos[i - 1] >= epochNanos[i]) {
                throw new IllegalArgumentException("Times rise: " + Arrays.toString(epochNanos));
            }
        }
    }

    int count() {
        return epochNanos.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings(long[] times, double[] numbers)
                && Arrays.equals(epochNanos, times)
                && Arrays.equals(values, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(epochNanos) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Readings" + Arrays.toString(epochNanos) + Arrays.toString(values);
    }
}
