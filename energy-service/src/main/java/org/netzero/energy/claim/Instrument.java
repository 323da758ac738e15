package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.balance.Span;

/// What the rule sets ask about an instrument. What is empty is not stated, and never assumed.
///
/// @param market where it was issued, or where the contract delivers
/// @param commissioned when the plant began, or began anew after re-powering
/// @param vintage when the power was or will be generated
/// @param trackingSystem the registry that keeps and retires it
/// @param statedRenewable whether power of a mixed or other technology is renewable
/// @param statedKgCo2ePerKwh the emission rate it conveys, in kg CO2e per kWh
/// @param attributes whether a contract hands the attributes over
/// @param certificateId the certificate that belongs to a contract: the two are one claim
/// @param carbonCreditIssued whether a carbon credit was issued for the same energy
/// @param expiresOn the last day on which it can be retired
public record Instrument(
        InstrumentKind kind,
        Market market,
        Technology technology,
        Optional<LocalDate> commissioned,
        Span vintage,
        Optional<String> trackingSystem,
        Optional<Boolean> statedRenewable,
        Optional<BigDecimal> statedKgCo2ePerKwh,
        Optional<Attributes> attributes,
        Optional<String> certificateId,
        Optional<Boolean> carbonCreditIssued,
        Optional<LocalDate> expiresOn) {

    /// Whether it counts towards the renewable share: nuclear power does not, and a mix only where
    /// that is stated of it.
    public boolean isRenewable() {
        return switch (technology.nature()) {
            case RENEWABLE -> true;
            case NOT_RENEWABLE -> false;
            case NOT_SAID -> statedRenewable.orElse(false);
        };
    }

    /// The emission rate it conveys, in kg CO2e per kWh: 0 for technologies that emit nothing, else
    /// as stated. Empty when it is not stated.
    public Optional<BigDecimal> kgCo2ePerKwh() {
        return technology.isZeroRate() ? Optional.of(BigDecimal.ZERO) : statedKgCo2ePerKwh;
    }

    /// Whether it counts towards the carbon-free score.
    public boolean isCarbonFree() {
        return kgCo2ePerKwh().filter(rate -> rate.signum() == 0).isPresent();
    }
}
