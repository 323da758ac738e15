package org.netzero.gateway.roadmap.engine;

/// Checks shared by the canonical constructors. Every refusal names the value and the remedy.
final class Require {

    /// Far above any company's figures, far below where sums of doubles lose a tonne.
    private static final double MAXIMUM_AMOUNT = 1e12;

    private Require() {}

    /// A check whose refusal tells where in the whole the field is.
    static void at(String path, Runnable check) {
        try {
            check.run();
        } catch (RoadmapRefusal refused) {
            throw refused.at(path);
        }
    }

    static void text(String name, String value, int maximumLength) {
        if (value.isBlank() || value.length() > maximumLength) {
            throw new ValueOutOfRange(
                    name,
                    "\"" + value + "\"",
                    "1 to " + maximumLength + " characters, not blank",
                    "state it in words");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new ValueOutOfRange(name, value, "finite", "state a number");
        }
    }

    static void between(String name, double value, double minimum, double maximum, String remedy) {
        if (!(value >= minimum && value <= maximum)) {
            throw new ValueOutOfRange(
                    name, value, Text.number(minimum) + " to " + Text.number(maximum), remedy);
        }
    }

    static void amount(String name, double value) {
        between(
                name,
                value,
                0,
                MAXIMUM_AMOUNT,
                "state an amount that is not negative, in the unit of the name");
    }

    static void signedAmount(String name, double value) {
        between(
                name,
                value,
                -MAXIMUM_AMOUNT,
                MAXIMUM_AMOUNT,
                "state an amount, in the unit of the name");
    }

    static void calendarYear(String name, int value) {
        between(name, value, 1990, 2150, "state a calendar year");
    }

    static void atMost(String name, int count, int maximum) {
        if (count > maximum) {
            throw new ValueOutOfRange(
                    name, count, "at most " + maximum + " entries", "split or summarise them");
        }
    }
}
