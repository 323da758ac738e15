package org.netzero.load;

import java.util.Locale;

/// A line of the printed table.
///
/// @param measured what was measured
/// @param figure with its unit
/// @param against what it is held against in the same run: a limit or a peer's figure
/// @param ratio of the figure to that
record Row(String measured, String figure, String against, String ratio) {

    private static final double MANY = 100;

    /// A duration that has to stay below a limit.
    static Row below(double limitSeconds, String measured, double seconds) {
        return new Row(
                measured,
                number(seconds) + " s",
                "limit " + number(limitSeconds) + " s",
                number(seconds / limitSeconds));
    }

    /// A rate beside that of a peer who does the same work without the suite.
    static Row beside(String peer, double peerPerSecond, String measured, Rate rate) {
        return new Row(
                measured,
                number(rate.perSecond()) + " " + rate.unit(),
                "%s: %s %s".formatted(peer, number(peerPerSecond), rate.unit()),
                number(rate.perSecond() / peerPerSecond));
    }

    /// How many of something in a second.
    ///
    /// @param unit such as `rows/s`
    record Rate(double perSecond, String unit) {}

    /// A figure that nothing is held against.
    static Row alone(String measured, String figure) {
        return new Row(measured, figure, "–", "–");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= MANY ? "%,.0f" : "%.2f", value);
    }
}
