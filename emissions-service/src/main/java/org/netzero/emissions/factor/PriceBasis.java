package org.netzero.emissions.factor;

/// What money a factor per money is about.
///
/// @param currency ISO 4217 code
/// @param year whose prices
/// @param kind what the price includes
public record PriceBasis(String currency, int year, Kind kind) {

    /// What a price includes.
    public enum Kind {
        /// What a buyer pays, trade and transport margins and taxes included.
        PURCHASER,
        /// What the producer gets.
        PRODUCER
    }

    public PriceBasis {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("'%s' is no currency".formatted(currency));
        }
        if (year < 1990 || year > 2100) {
            throw new IllegalArgumentException(
                    "%d is no price year between 1990 and 2100".formatted(year));
        }
    }

    /// `USD of 2022 at purchaser prices`.
    @Override
    public String toString() {
        return "%s of %d at %s prices"
                .formatted(
                        currency,
                        year,
                        switch (kind) {
                            case PURCHASER -> "purchaser";
                            case PRODUCER -> "producer";
                        });
    }
}
