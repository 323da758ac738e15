package org.netzero.platform.imports;

import java.util.Optional;
import java.util.regex.Pattern;
import org.netzero.platform.problem.InvalidInput;

/// How a file writes its decimals. A number is either not grouped at all or grouped in threes
/// throughout: `1.234,5` and `1234,5`, and never `12.34,5`.
final class NumberSpelling {

    private static final String DECIMALS = ".,";

    /// A blank stands for the narrow and the unbreakable one too.
    private static final String BLANKS = "[ \u00A0\u202F]";

    private static final String THOUSANDS = ".,'’ ";

    private final String decimal;
    private final String thousands;
    private final Pattern group;
    private final Pattern number;

    /// @param decimal before the fraction
    /// @param thousands between groups of three digits; empty where there are none
    /// @throws InvalidInput when it is no such spelling, or an ambiguous one
    NumberSpelling(String decimal, String thousands) {
        if (decimal.length() != 1 || !DECIMALS.contains(decimal)) {
            throw new InvalidInput(
                    "decimalSeparator",
                    "UNKNOWN_VALUE",
                    "'%s' is neither '.' nor ','".formatted(decimal));
        }
        if (thousands.length() > 1 || !THOUSANDS.contains(thousands)) {
            throw new InvalidInput(
                    "thousandsSeparator",
                    "UNKNOWN_VALUE",
                    "'%s' is none of '.', ',', an apostrophe and a blank".formatted(thousands));
        }
        if (decimal.equals(thousands)) {
            throw new InvalidInput(
                    "thousandsSeparator",
                    "AMBIGUOUS",
                    "'%s' separates the decimals already; state the one that separates thousands"
                            .formatted(thousands));
        }
        this.decimal = decimal;
        this.thousands = thousands;
        this.group = Pattern.compile(thousands.equals(" ") ? BLANKS : Pattern.quote(thousands));
        String grouped = thousands.isEmpty() ? "" : "|\\d{1,3}(" + group + "\\d{3})+";
        this.number =
                Pattern.compile("[+-]?(\\d+" + grouped + ")(" + Pattern.quote(decimal) + "\\d+)?");
    }

    /// The number as everything here writes it; empty when it is not spelled like this.
    Optional<String> read(String text) {
        if (!number.matcher(text).matches()) {
            return Optional.empty();
        }
        String ungrouped = thousands.isEmpty() ? text : group.matcher(text).replaceAll("");
        return Optional.of(ungrouped.replace(decimal, "."));
    }

    @Override
    public String toString() {
        return "'%s' before the fraction and %s between thousands"
                .formatted(
                        decimal,
                        thousands.isEmpty() ? "nothing" : "'" + thousands + "' or nothing");
    }
}
