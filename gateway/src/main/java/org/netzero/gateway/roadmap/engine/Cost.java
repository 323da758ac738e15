package org.netzero.gateway.roadmap.engine;

import java.util.Optional;

/// What a lever costs. It does not move the projection.
///
/// @param capital of full deployment, once, at the prices of the base year, in the currency
/// @param operatingPerYear of full deployment, per year of effect, in the currency; negative where
///   the lever saves money
/// @param currency ISO 4217 code
/// @param learning how the capital falls with experience; empty for not at all
public record Cost(
        double capital, double operatingPerYear, String currency, Optional<Learning> learning) {

    public Cost {
        Require.amount("capital", capital);
        Require.signedAmount("operatingPerYear", operatingPerYear);
        checkCurrency(currency);
    }

    /// Capital that does not fall.
    public Cost(double capital, double operatingPerYear, String currency) {
        this(capital, operatingPerYear, currency, Optional.empty());
    }

    /// What is paid in a year, at its prices and not discounted: capital for what is decided in it,
    /// whatever the lead time to its effect, and operation of what is in use.
    ///
    /// @param years after the base year
    /// @param decided share of full deployment decided in that year
    /// @param inUse share in use in that year
    public double inYear(int years, double decided, double inUse) {
        return capitalAfter(years) * decided + operatingPerYear * inUse;
    }

    /// Capital of full deployment so many years after the base year.
    public double capitalAfter(int years) {
        return learning.map(curve -> curve.costAfter(capital, years)).orElse(capital);
    }

    static void checkCurrency(String currency) {
        if (!currency.matches("[A-Z]{3}")) {
            throw new ValueOutOfRange(
                    "currency",
                    currency,
                    "three capital letters",
                    "state an ISO 4217 code such as CNY");
        }
    }
}
