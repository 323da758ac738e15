package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;

/// Money of one currency meets a factor of another, and no rate of the year is known.
public final class NoExchangeRate extends CalculationRefused {

    private static final long serialVersionUID = 1;

    NoExchangeRate(String from, String to, int year) {
        super(
                "NO_EXCHANGE_RATE",
                "No exchange rate from %s to %s is known for %d; import it as exchange-rates, or give the money in %s"
                        .formatted(from, to, year, to));
    }
}
