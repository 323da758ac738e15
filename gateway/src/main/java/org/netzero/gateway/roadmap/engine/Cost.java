package org.netzero.gateway.roadmap.engine;

/// What a lever costs. It does not move the projection.
///
/// @param capital once, in the currency
/// @param operatingPerYear per year of effect, in the currency; negative where the lever saves
///   money
/// @param currency ISO 4217 code
public record Cost(double capital, double operatingPerYear, String currency) {

    public Cost {
        Require.amount("capital", capital);
        Require.finite("operatingPerYear", operatingPerYear);
        if (!currency.matches("[A-Z]{3}")) {
            throw new ValueOutOfRange(
                    "currency",
                    currency,
                    "three capital letters",
                    "state an ISO 4217 code such as CNY");
        }
    }
}
