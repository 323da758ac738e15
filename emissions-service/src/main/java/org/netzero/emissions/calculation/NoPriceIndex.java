package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;

/// A currency has price indices, but none of a year that is needed.
public final class NoPriceIndex extends CalculationRefused {

    private static final long serialVersionUID = 1;

    NoPriceIndex(String currency, int year) {
        super(
                "NO_PRICE_INDEX",
                "No price index of %s is known for %d; import it as price-indices"
                        .formatted(currency, year));
    }
}
