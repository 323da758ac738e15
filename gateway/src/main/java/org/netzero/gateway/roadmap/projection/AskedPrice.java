package org.netzero.gateway.roadmap.projection;

import java.util.Optional;
import java.util.OptionalDouble;
import org.netzero.platform.problem.InvalidInput;

/// The price of a credit that a caller asks with, in CNY a tonne.
public final class AskedPrice {

    private static final double HIGHEST = 1e6;

    private AskedPrice() {}

    /// @throws InvalidInput naming what is no price
    public static OptionalDouble read(Optional<String> text) {
        return text.map(AskedPrice::price).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static double price(String text) {
        double price;
        try {
            price = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            price = Double.NaN;
        }
        if (!(price >= 0 && price <= HIGHEST)) {
            throw new InvalidInput(
                    "creditPrice",
                    "OUT_OF_RANGE",
                    "'%s' is no price from 0 to 1000000 CNY a tonne".formatted(text));
        }
        return price;
    }
}
