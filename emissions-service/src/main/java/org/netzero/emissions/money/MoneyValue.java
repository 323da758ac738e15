package org.netzero.emissions.money;

import java.math.BigDecimal;
import java.util.Optional;

/// A stated exchange rate or price index of one year.
///
/// @param toCurrency of an exchange rate: what one unit of `currency` is counted in
/// @param value above 0
/// @param supersedes its own id, where it corrects what was stated before
record MoneyValue(
        Kind kind,
        String currency,
        Optional<String> toCurrency,
        int year,
        BigDecimal value,
        String source,
        Optional<String> supersedes) {

    enum Kind {
        EXCHANGE_RATE,
        PRICE_INDEX
    }

    /// `USD/CNY/2021`, `CNY/2021`
    String id() {
        return id(currency, toCurrency, year);
    }

    static String id(String currency, Optional<String> toCurrency, int year) {
        return currency + toCurrency.map(to -> "/" + to).orElse("") + "/" + year;
    }
}
