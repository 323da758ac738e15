package org.netzero.gateway.roadmap.check;

/// Checks of the equations' inputs. A refusal names the value.
final class Positive {

    private Positive() {}

    /// An input that an equation cannot take.
    static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String field;

        Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        /// The input's name.
        String field() {
            return field;
        }
    }

    static void require(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new Refused(name, name + " is " + value + ": has to be above 0");
        }
    }

    static void orZero(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new Refused(name, name + " is " + value + ": has to be at least 0");
        }
    }
}
