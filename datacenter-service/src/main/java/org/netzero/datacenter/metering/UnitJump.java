package org.netzero.datacenter.metering;

/// Whether values jump by a power of ten and stay there, as when a meter or its gateway is set to
/// another unit: Wh and kWh, kW and W.
///
/// It is told from the two readings on either side of the jump: they lie close together before and
/// after it, and the jump is close to a power of ten. So a counter's jump is seen only when the
/// counter stands high above what it counts between readings.
final class UnitJump {

    /// Further apart, readings do not tell what happened between them.
    private static final long LONGEST_STEP_NANOS = 10 * 24 * HourlyAmounts.HOUR_NANOS;

    /// By which share a counter's neighbouring values differ at most.
    private static final double CLOSE_COUNTS = 0.01;

    /// By which share neighbouring powers differ at most.
    private static final double CLOSE_POWERS = 0.25;

    /// The same for a jump to the tenfold, which loads make as well.
    private static final double CLOSE_POWERS_TENFOLD = 0.05;

    private static final int LARGEST_POWER_OF_TEN = 9;

    /// Ratios in between are nearest to one, which is said of nearly all without a logarithm.
    private static final double NO_TENTH = 0.32;

    private static final double NO_TENFOLD = 3.16;

    private UnitJump() {}

    /// @param i the first reading after the jump
    static boolean isBefore(Readings readings, int i, Meter.Kind kind) {
        long[] times = readings.epochNanos();
        double[] values = readings.values();
        if (i < 2 || i + 1 >= readings.count() || !(values[i - 1] > 0) || !(values[i] > 0)) {
            return false;
        }
        double ratio = values[i] / values[i - 1];
        if (ratio > NO_TENTH && ratio < NO_TENFOLD) {
            return false;
        }
        int tenfold = (int) Math.round(Math.log10(ratio));
        if (tenfold == 0 || Math.abs(tenfold) > LARGEST_POWER_OF_TEN) {
            return false;
        }
        double share = closeness(kind, tenfold);
        return isClose(values[i] / Math.pow(10, tenfold), values[i - 1], share)
                && isClose(values[i - 1], values[i - 2], share)
                && isClose(values[i + 1], values[i], share)
                && isShort(times[i - 2], times[i - 1])
                && isShort(times[i - 1], times[i])
                && isShort(times[i], times[i + 1]);
    }

    private static double closeness(Meter.Kind kind, int tenfold) {
        return switch (kind) {
            case COUNTER -> CLOSE_COUNTS;
            case GAUGE -> Math.abs(tenfold) == 1 ? CLOSE_POWERS_TENFOLD : CLOSE_POWERS;
        };
    }

    private static boolean isClose(double value, double other, double share) {
        return Math.abs(value - other) <= share * Math.abs(other);
    }

    private static boolean isShort(long from, long to) {
        return to - from <= LONGEST_STEP_NANOS;
    }
}
