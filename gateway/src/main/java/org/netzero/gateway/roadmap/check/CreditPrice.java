package org.netzero.gateway.roadmap.check;

/// What a credit is taken to cost.
///
/// @param source why these prices
public record CreditPrice(
        double low, double expected, double high, String currency, String source) {

    /// No price of a credit in 2030 is known.
    public static final CreditPrice ASSUMED =
            new CreditPrice(
                    30,
                    100,
                    500,
                    "CNY",
                    "Assumed: the order of China's certified reductions in 2024, a third of it, and a removal's price");

    public CreditPrice {
        Positive.orZero("low", low);
        Positive.orZero("high", high);
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException(
                    "expected price %s has to lie between %s and %s"
                            .formatted(expected, low, high));
        }
    }

    /// One stated price.
    public static CreditPrice stated(double price) {
        return new CreditPrice(price, price, price, "CNY", "Stated by the caller");
    }
}
