package org.netzero.gateway.roadmap.backtest;

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
        require("yearBasis", yearBasis);
        require("metric", metric);
        require("unit", unit);
        require("vintage", vintage);
        if (year < 1990 || year > 2150) {
            throw new IllegalArgumentException("year is " + year + ": state a calendar year");
        }
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "value is " + value + ": state a number of at most " + LARGEST);
        }
    }

    /// Whether it is of a kind that is projected, and has a logarithm worth the name.
    boolean isProjected() {
        return value >= LEAST_PROJECTED && Kind.of(metric).isPresent();
    }

    private static void require(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "%s is \"%s\": state 1 to %d characters".formatted(name, text, LONGEST));
        }
    }
}
