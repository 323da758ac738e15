package org.netzero.gateway.roadmap.engine;

import java.util.OptionalDouble;

/// What a credit is taken to cost a tonne of CO2e, from the lowest to the highest price.
///
/// @param currency ISO 4217 code
/// @param source why these prices
public record CreditPriceRange(
        double low, double expected, double high, String currency, String source) {

    /// No price of a credit in 2030 is known.
    public static final CreditPriceRange ASSUMED =
            new CreditPriceRange(
                    30,
                    100,
                    500,
                    "CNY",
                    "Assumed: the order of China's certified reductions in 2024, a third of it, and"
                            + " a removal's price");

    public CreditPriceRange {
        Require.amount("low", low);
        Require.amount("high", high);
        Require.between("expected", expected, low, high, "state a price between low and high");
        Cost.checkCurrency(currency);
    }

    /// The price the scenario states; else the one asked for, in CNY; else the assumed ones.
    public static CreditPriceRange of(OffsetPolicy policy, OptionalDouble askedPerTonne) {
        return policy.price()
                .map(stated ->
                        one(stated.perTonne(), stated.currency(), stated.evidence().source()))
                .orElseGet(() ->
                        askedPerTonne.isPresent()
                                ? one(askedPerTonne.getAsDouble(), "CNY", "Stated by the caller")
                                : ASSUMED);
    }

    private static CreditPriceRange one(double perTonne, String currency, String source) {
        return new CreditPriceRange(perTonne, perTonne, perTonne, currency, source);
    }
}
