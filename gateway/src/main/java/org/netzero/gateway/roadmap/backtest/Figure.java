package org.netzero.gateway.roadmap.backtest;

import java.util.Optional;

/// One published figure.
///
/// @param yearBasis `CY` for a calendar year, else the financial year's end, such as `FY-Mar`
/// @param metric name of the figure, such as `scope1`
/// @param value one below a millionth of its unit is left out of the back-test
/// @param vintage the report, such as `2023 report`; what follows in brackets is a note on it
public record Figure(
        String company,
        int year,
        String yearBasis,
        String metric,
        double value,
        String unit,
        String vintage) {

    private static final int LONGEST = 200;
    private static final double LARGEST = 1e15;
    private static final double LEAST_PROJECTED = 1e-6;

    public Figure {
        require("company", company);
        require("year_basis", yearBasis);
        require("metric", metric);
        require("unit", unit);
        require("vintage", vintage);
        if (year < 1990 || year > 2150) {
            throw new Refused("year", year + " is no calendar year; state one from 1990 to 2150");
        }
        if (!(Math.abs(value) <= LARGEST)) {
            throw new Refused(
                    "value", value + " is out of range; state a number of at most " + LARGEST);
        }
    }

    /// Whether it is of a kind that is projected, and has a logarithm worth the name.
    boolean isProjected() {
        return leftOut().isEmpty();
    }

    /// Why a figure is not projected.
    public enum LeftOut {
        METRIC_OF_NO_KIND,
        /// 0, negative or next to nothing: it has no logarithm, so its year is missing from the
        /// series.
        NOT_POSITIVE
    }

    Optional<LeftOut> leftOut() {
        if (Kind.of(metric).isEmpty()) {
            return Optional.of(LeftOut.METRIC_OF_NO_KIND);
        }
        return value < LEAST_PROJECTED ? Optional.of(LeftOut.NOT_POSITIVE) : Optional.empty();
    }

    /// A figure that cannot be one.
    static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String column;

        Refused(String column, String message) {
            super(message);
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    private static void require(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refused(
                    name, "\"%s\" is no name; state 1 to %d characters".formatted(text, LONGEST));
        }
    }
}
