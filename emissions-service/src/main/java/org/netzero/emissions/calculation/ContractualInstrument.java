package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// As much of a contractual instrument as is allocated to the consumption of one site and period,
/// or as much of a site's own generation as was sold with its attributes.
///
/// @param allocationId the allocation, which is told from all others by it
/// @param instrumentId the instrument it draws on
/// @param renewable whether it is of renewable electricity; nuclear power is not
/// @param period name of the period: `2026`, `2026-10`
/// @param start first local day
/// @param end the day after the last
/// @param energyKwh allocated or sold, in kWh
/// @param kgCo2ePerKwh the rate it conveys
/// @param retired final; else provisional
/// @param reasons why the criteria are not met, or not known to be
/// @param evidence what stands behind the instrument, as far as it is stated
public record ContractualInstrument(
        String allocationId,
        String instrumentId,
        Kind kind,
        boolean renewable,
        Effect effect,
        String siteId,
        String period,
        LocalDate start,
        LocalDate end,
        BigDecimal energyKwh,
        BigDecimal kgCo2ePerKwh,
        boolean retired,
        Verdict verdict,
        List<String> reasons,
        Optional<String> evidence) {

    /// What an instrument is.
    public enum Kind {
        /// Green electricity certificate of China.
        GEC(MarketTier.CERTIFICATE),
        I_REC(MarketTier.CERTIFICATE),
        /// Guarantee of origin.
        GO(MarketTier.CERTIFICATE),
        REC(MarketTier.CERTIFICATE),
        PHYSICAL_PPA(MarketTier.CONTRACT),
        VIRTUAL_PPA(MarketTier.CONTRACT),
        DIRECT_LINE(MarketTier.CONTRACT),
        GREEN_POWER_TRADE(MarketTier.CONTRACT),
        /// What a supplier delivers at a rate of its own.
        SUPPLIER_PRODUCT(MarketTier.SUPPLIER_RATE);

        private final MarketTier tier;

        Kind(MarketTier tier) {
            this.tier = tier;
        }

        MarketTier tier() {
            return tier;
        }
    }

    /// What an allocation does to the market-based figure.
    public enum Effect {
        /// Purchased electricity takes the rate of the instrument.
        COVERS_CONSUMPTION,
        /// Own generation used on site takes the residual mix, as somebody else has its attributes.
        SELLS_OWN_GENERATION
    }

    /// Whether the quality criteria of the Scope 2 Guidance (table 7.1) are met.
    public enum Verdict {
        MET,
        NOT_MET,
        /// A fact that is needed is not stated.
        UNKNOWN,
        NOT_APPLICABLE
    }

    /// @throws IllegalArgumentException if an amount is below 0, or the period has no day
    public ContractualInstrument {
        reasons = List.copyOf(reasons);
        if (energyKwh.signum() < 0 || kgCo2ePerKwh.signum() < 0) {
            throw new IllegalArgumentException(
                    "Allocation '%s' has an amount below 0: %s kWh at %s kg CO2e per kWh"
                            .formatted(
                                    allocationId,
                                    energyKwh.toPlainString(),
                                    kgCo2ePerKwh.toPlainString()));
        }
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "Allocation '%s' ends after it starts: %s, %s"
                            .formatted(allocationId, start, end));
        }
    }

    boolean covers() {
        return effect == Effect.COVERS_CONSUMPTION;
    }

    boolean isAccepted() {
        return verdict == Verdict.MET;
    }

    /// Which of a place's figures it is for. A month's is for that month, a year's for every month
    /// in it; the other way round a month's is within what was recorded of the year. Where nothing
    /// nests, it is for what overlaps.
    List<Slice> suiting(List<Slice> slices) {
        List<Slice> nesting = slices.stream().filter(slice -> slice.nestsWith(start, end)).toList();
        return nesting.isEmpty()
                ? slices.stream().filter(slice -> slice.overlaps(start, end)).toList()
                : nesting;
    }

    /// By which findings and results name it.
    public String ref() {
        return "%s/%s".formatted(instrumentId, allocationId);
    }
}
