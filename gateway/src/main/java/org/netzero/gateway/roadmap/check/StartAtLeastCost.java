package org.netzero.gateway.roadmap.check;

/// When a measure that lasts for good is best begun while its capital cost falls and its yearly
/// saving, such as of a rising carbon price, grows, in continuous time.
///
/// A year of delay saves the interest on the capital and its decline, `(r + λ)·c·e^(−λT)`, and
/// costs that year's saving, `b·e^(gT)`. The value `b·e^((g−r)T)/(r − g) − c·e^(−(r+λ)T)` is
/// greatest where both are equal, or at once where the saving is the greater from the start: the
/// user cost of capital (Jorgenson, "Capital theory and investment behavior", American Economic
/// Review 53, 1963).
///
/// @param capital c, now
/// @param costDecline λ, relative decline of the capital a year
/// @param discountRate r, a year
/// @param savingPerYear b, now
/// @param savingGrowth g, relative growth of the saving a year
record StartAtLeastCost(
        double capital,
        double costDecline,
        double discountRate,
        double savingPerYear,
        double savingGrowth) {

    StartAtLeastCost {
        Positive.require("capital", capital);
        Positive.require("savingPerYear", savingPerYear);
        rate("costDecline", costDecline);
        rate("discountRate", discountRate);
        rate("savingGrowth", savingGrowth);
        if (discountRate <= savingGrowth) {
            throw new Positive.Refused(
                    "discountRate",
                    "discountRate %s has to be above savingGrowth %s: else all savings together have no value"
                            .formatted(discountRate, savingGrowth));
        }
        if (costDecline + savingGrowth <= 0) {
            throw new Positive.Refused(
                    "costDecline",
                    "costDecline %s and savingGrowth %s have to come to more than 0: else waiting never ends"
                            .formatted(costDecline, savingGrowth));
        }
    }

    private static void rate(String name, double value) {
        if (!(Math.abs(value) <= 1)) {
            throw new Positive.Refused(
                    name, name + " is " + value + ": state a rate a year, 0.05 for 5 %");
        }
    }

    /// Years from now, at least 0.
    double start() {
        return Math.max(
                0,
                Math.log((discountRate + costDecline) * capital / savingPerYear)
                        / (savingGrowth + costDecline));
    }

    double capitalAt(double years) {
        return capital * Math.exp(-costDecline * years);
    }

    double savingAt(double years) {
        return savingPerYear * Math.exp(savingGrowth * years);
    }

    /// Of all savings less the capital, discounted to now.
    double valueAt(double years) {
        return Math.exp(-discountRate * years)
                * (savingAt(years) / (discountRate - savingGrowth) - capitalAt(years));
    }
}
