package org.netzero.gateway.roadmap.engine;

/// What a credit costs. It moves neither emissions nor the number of credits.
///
/// @param perTonne in the currency, per tonne of CO2e
/// @param currency ISO 4217 code
public record CreditPrice(double perTonne, String currency, Evidence evidence) {

    public CreditPrice {
        Require.amount("perTonne", perTonne);
        Cost.checkCurrency(currency);
    }
}
