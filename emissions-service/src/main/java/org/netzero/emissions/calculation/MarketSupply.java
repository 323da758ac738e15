package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.Optional;

/// Electricity of a market-based result that takes its rate from one place.
///
/// @param instrument allocation that it is of; empty where no instrument stands behind it
public record MarketSupply(MarketTier tier, BigDecimal energyKwh, Optional<String> instrument) {

    /// What counts of it.
    public MarketSupply times(BigDecimal share) {
        return new MarketSupply(tier, energyKwh.multiply(share), instrument);
    }
}
