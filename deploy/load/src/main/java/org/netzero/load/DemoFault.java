package org.netzero.load;

import java.util.function.LongToDoubleFunction;

/// What is wrong with some data centres of the [DemoFleet], so that there is something to be found:
/// of the last day before its readings end, and of its IT meter unless said otherwise.
enum DemoFault {
    NONE(-1),
    /// Nothing of the last hours is sent, of any meter.
    SILENT(4),
    STUCK(7),
    GLITCH(11),
    COUNTER_RESET(15),
    /// Tells Wh where it told kWh before.
    UNIT_JUMP(22),
    IMPOSSIBLE_STEP(30),
    COUNTER_FELL(37),
    GAP(41),
    /// The cooling meter counts far more than there is.
    SUBMETERS_ABOVE_MAIN(52);

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SILENT_SECONDS = 5 * SECONDS_PER_HOUR;
    private static final long STUCK_SECONDS = 9 * SECONDS_PER_HOUR;
    private static final long BEGAN_SECONDS = 20 * SECONDS_PER_HOUR;
    private static final long GAP_SECONDS = 4 * SECONDS_PER_HOUR;
    private static final double WH_PER_KWH = 1_000;
    private static final double STEP_KWH = 500_000;
    private static final double FELL_KWH = 9_000;

    private final int number;

    DemoFault(int number) {
        this.number = number;
    }

    static DemoFault of(DemoFacility facility) {
        for (DemoFault fault : values()) {
            if (fault.number == facility.number()) {
                return fault;
            }
        }
        return NONE;
    }

    /// Whether a reading of a point is sent.
    ///
    /// @param endSecond the hour at which readings end
    boolean isSent(DemoPoint point, long second, long endSecond) {
        return switch (this) {
            case SILENT -> second <= endSecond - SILENT_SECONDS;
            case GAP ->
                    !isIt(point)
                            || second <= endSecond - BEGAN_SECONDS
                            || second >= endSecond - BEGAN_SECONDS + GAP_SECONDS;
            case NONE,
                    STUCK,
                    GLITCH,
                    COUNTER_RESET,
                    UNIT_JUMP,
                    IMPOSSIBLE_STEP,
                    COUNTER_FELL,
                    SUBMETERS_ABOVE_MAIN ->
                    true;
        };
    }

    /// The point as it shows with the fault.
    DemoPoint of(DemoPoint point, long endSecond) {
        LongToDoubleFunction right = point.shows();
        long began = endSecond - BEGAN_SECONDS;
        if (this == SUBMETERS_ABOVE_MAIN) {
            return point.role().equals("COOLING")
                    ? point.showing(second ->
                            5 * right.applyAsDouble(second) - 4 * DemoFacility.COUNTED_BEFORE)
                    : point;
        }
        return isIt(point)
                ? point.showing(second ->
                        second < began
                                ? right.applyAsDouble(second)
                                : since(began, second, endSecond, right))
                : point;
    }

    private double since(long began, long second, long endSecond, LongToDoubleFunction right) {
        double shown = right.applyAsDouble(second);
        return switch (this) {
            case STUCK -> right.applyAsDouble(Math.min(second, endSecond - STUCK_SECONDS));
            case GLITCH -> second == began ? shown / 2 : shown;
            case COUNTER_RESET -> shown - right.applyAsDouble(began);
            case UNIT_JUMP -> shown * WH_PER_KWH;
            case IMPOSSIBLE_STEP -> shown + STEP_KWH;
            case COUNTER_FELL -> shown - FELL_KWH;
            case NONE, SILENT, GAP, SUBMETERS_ABOVE_MAIN -> shown;
        };
    }

    private static boolean isIt(DemoPoint point) {
        return point.role().equals("IT");
    }
}
