package org.netzero.gateway.roadmap.check;

/// A base year stated anew.
///
/// @param threshold share of the original above which the base year, and targets against it, are
///   recalculated; in both directions
public record BaseYearChange(double originalTonnes, double restatedTonnes, double threshold) {

    public BaseYearChange {
        Positive.require("originalTonnes", originalTonnes);
        Positive.orZero("restatedTonnes", restatedTonnes);
        Positive.require("threshold", threshold);
    }

    public double change() {
        return restatedTonnes / originalTonnes - 1;
    }

    public boolean isSignificant() {
        return Math.abs(change()) > threshold;
    }
}
