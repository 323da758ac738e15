package org.netzero.gateway.roadmap.check;

/// Checks of the equations' inputs. A refusal names the value.
final class Positive {

    private Positive() {}

    static void require(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ": has to be above 0");
        }
    }

    static void orZero(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ": has to be at least 0");
        }
    }
}
