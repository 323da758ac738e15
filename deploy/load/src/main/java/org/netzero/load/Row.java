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
    private static final double MILLIS_PER_SECOND = 1e3;

    /// A duration that has to stay below a limit.
    static Row below(double limitSeconds, String measured, double seconds) {
        return below(limitSeconds, measured, seconds, "s");
    }

    /// A figure that has to stay below a limit of the same unit.
    static Row below(double limit, String measured, double figure, String unit) {
        return new Row(
                measured,
                number(figure) + " " + unit,
                "limit %s %s".formatted(number(limit), unit),
                number(figure / limit));
    }

    /// Durations of which one quantile has to stay below a limit.
    ///
    /// @param quantile `p50` or `p99`
    static Row belowMillis(double limitMillis, String measured, String quantile, Samples samples) {
        double share = Integer.parseInt(quantile.substring(1)) / 100.0;
        return new Row(
                measured,
                of(measured, samples).figure(),
                "limit %s %s ms".formatted(quantile, number(limitMillis)),
                number(samples.quantile(share) * MILLIS_PER_SECOND / limitMillis));
    }

    /// Durations that nothing is held against.
    static Row of(String measured, Samples samples) {
        return alone(
                measured,
                "p50 %s ms, p99 %s ms"
                        .formatted(
                                number(samples.median() * MILLIS_PER_SECOND),
                                number(samples.quantile(0.99) * MILLIS_PER_SECOND)));
    }

    /// The same, with what its ratio has to be at least.
    Row atLeast(double limit) {
        return new Row(
                measured,
                figure,
                "%s; limit %s of it at least".formatted(against, number(limit)),
                ratio);
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
