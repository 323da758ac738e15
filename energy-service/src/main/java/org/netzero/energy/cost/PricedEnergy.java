package org.netzero.energy.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;

/// The energy of one claim, of an instrument or of a contract and its certificate together, with
/// what it cost.
///
/// @param instrumentId the contract where there is one
/// @param generatedFrom the first day of its vintage
/// @param green whether it is renewable and conveyed, so that more of it could close a gap
/// @param energyKwh all that can be claimed of it
/// @param prices what all of it cost, by currency; empty when no price is stated
/// @param parts what became of it
public record PricedEnergy(
        String instrumentId,
        Market market,
        InstrumentKind kind,
        Technology technology,
        LocalDate generatedFrom,
        boolean green,
        BigDecimal energyKwh,
        Map<String, BigDecimal> prices,
        List<Part> parts) {

    private static final int DECIMALS = 12;
    private static final BigDecimal KWH_PER_MWH = BigDecimal.valueOf(1_000);

    public PricedEnergy {
        if (energyKwh.signum() <= 0) {
            throw new IllegalArgumentException("'%s' has no energy".formatted(instrumentId));
        }
        prices = Map.copyOf(prices);
        parts = List.copyOf(parts);
    }

    /// What became of energy.
    public enum Fate {
        /// Laid against consumption, retired or not yet.
        ALLOCATED,
        /// Bought and not allocated.
        LEFT,
        EXPIRED,
        TRANSFERRED
    }

    /// @param time of an allocation the consumption's, else the vintage
    public record Part(Fate fate, Span time, BigDecimal energyKwh) {

        /// Its energy until a day, in proportion to the days: of two days the difference is what
        /// lies between them, and all differences add up to the whole.
        BigDecimal kwhBefore(LocalDate day) {
            if (!day.isAfter(time.start())) {
                return BigDecimal.ZERO;
            }
            if (!day.isBefore(time.end())) {
                return energyKwh;
            }
            long days = ChronoUnit.DAYS.between(time.start(), day);
            return energyKwh
                    .multiply(BigDecimal.valueOf(days))
                    .divide(
                            BigDecimal.valueOf(ChronoUnit.DAYS.between(time.start(), time.end())),
                            DECIMALS,
                            RoundingMode.HALF_EVEN);
        }
    }

    /// What a part of the energy cost in a currency that a price is stated in.
    BigDecimal costOf(BigDecimal kwh, String currency) {
        BigDecimal price = prices.getOrDefault(currency, BigDecimal.ZERO);
        return price.multiply(kwh).divide(energyKwh, DECIMALS, RoundingMode.HALF_EVEN);
    }

    BigDecimal pricePerMwh(String currency) {
        return costOf(KWH_PER_MWH, currency);
    }
}
