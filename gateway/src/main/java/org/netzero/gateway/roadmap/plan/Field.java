package org.netzero.gateway.roadmap.plan;

import java.math.BigDecimal;
import java.util.function.BiConsumer;

/// A place in the input, by its path, and what is asked of the value there.
record Field(String path) {

    /// Far above any company's figures, far below where sums of doubles lose a tonne.
    private static final double MAXIMUM_AMOUNT = 1e12;

    static Field of(String name) {
        return new Field(name);
    }

    Field at(int index) {
        return new Field(path + "[" + index + "]");
    }

    Field dot(String name) {
        return new Field(path + "." + name);
    }

    PlanInputRefused refused(String broken, String remedy) {
        return new PlanInputRefused(path, broken, remedy);
    }

    void between(double value, double minimum, double maximum, String remedy) {
        if (!(value >= minimum && value <= maximum)) {
            throw refused(
                    "is "
                            + number(value)
                            + " and must be "
                            + number(minimum)
                            + " to "
                            + number(maximum),
                    remedy);
        }
    }

    void amount(double value) {
        between(
                value,
                0,
                MAXIMUM_AMOUNT,
                "state an amount that is not negative, in the unit of the name");
    }

    /// However large: it follows from other values.
    void notNegative(double value) {
        between(value, 0, Double.MAX_VALUE, "state an amount that is not negative");
    }

    void signed(double value) {
        between(value, -MAXIMUM_AMOUNT, MAXIMUM_AMOUNT, "state a number, in the unit of the name");
    }

    void text(String value) {
        if (value.isBlank() || value.length() > 110) {
            throw refused("is \"" + value + "\"", "state 1 to 110 characters, not blank");
        }
    }

    void atMost(int count, int maximum) {
        if (count > maximum) {
            throw refused(
                    "holds " + count + " and may hold at most " + maximum,
                    "split or summarise them");
        }
    }

    void path(YearPath path, PlanYears years, BiConsumer<Field, Double> rule) {
        int size = path.values().size();
        if (size != 1 && size != years.count()) {
            throw refused(
                    "holds " + size + " values",
                    "state one value, or one for each of the " + years.count() + " planned years");
        }
        for (int i = 0; i < size; i++) {
            rule.accept(size == 1 ? this : at(i), path.values().get(i));
        }
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
