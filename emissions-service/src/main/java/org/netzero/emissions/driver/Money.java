package org.netzero.emissions.driver;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The unit of an amount of money: `CNY`, `million CNY`.
///
/// @param multiple how many of the currency one unit is
/// @param currency ISO 4217 code
public record Money(BigDecimal multiple, String currency) {

    private static final Pattern FORM =
            Pattern.compile("(?:(thousand|million|billion) )?([A-Z]{3})");

    /// Empty when the text is no unit of money.
    public static Optional<Money> parse(String unit) {
        Matcher form = FORM.matcher(unit);
        return form.matches()
                ? Optional.of(new Money(multiple(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    private static BigDecimal multiple(String word) {
        return switch (word) {
            case "thousand" -> BigDecimal.valueOf(1_000);
            case "million" -> BigDecimal.valueOf(1_000_000);
            case "billion" -> BigDecimal.valueOf(1_000_000_000);
            case null, default -> BigDecimal.ONE;
        };
    }
}
