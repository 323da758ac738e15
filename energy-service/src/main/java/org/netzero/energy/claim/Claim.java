package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Span;

/// An instrument laid against consumption.
///
/// @param certificate the certificate that belongs to a contract, where it is registered
/// @param siteMarket where the electricity is consumed
/// @param period when it is consumed
/// @param energyKwh how much of the instrument is claimed
/// @param retiredOn when it was retired; empty as long as it is not
/// @param hours what is known of the hours of its generation
public record Claim(
        Instrument instrument,
        Optional<Instrument> certificate,
        Market siteMarket,
        Span period,
        BigDecimal energyKwh,
        Optional<LocalDate> retiredOn,
        HourlyEvidence hours) {

    /// Generation this far from the consumption is certainly not close to it.
    private static final Period NEAR = Period.ofMonths(12);

    /// How the time of generation lies to that of consumption.
    enum Vintage {
        /// Within the calendar years of the consumption.
        OF_THE_YEAR,
        /// Reaches beyond them, or lies within twelve months of the consumption.
        NEAR,
        FAR
    }

    /// What the four rule sets say, in their order.
    public List<Judgement> judgements() {
        return List.of(
                GhgProtocolCriteria.judge(this),
                Re100Criteria.judge(this),
                ChineseCertificateRules.judge(this),
                HourlyRules.judge(this));
    }

    /// What carries the attributes in a tracking system: the certificate itself, or the one that
    /// belongs to the contract. Empty when there is none on file.
    Optional<Instrument> trackedProof() {
        return instrument.kind().isCertificate() ? Optional.of(instrument) : certificate;
    }

    /// Whether a contract, without a certificate, hands the attributes over in its own words.
    boolean isConveyedByContract() {
        return instrument.attributes().filter(a -> a == Attributes.CONVEYED).isPresent();
    }

    Market.Relation marketRelation() {
        return instrument.market().to(siteMarket);
    }

    /// A contract delivers over years, so it need not lie within those of the consumption.
    Vintage vintage() {
        Span vintage = trackedProof().orElse(instrument).vintage();
        Span years =
                new Span(
                        period.start().withDayOfYear(1),
                        period.end().minusDays(1).withDayOfYear(1).plusYears(1));
        boolean contract = trackedProof().isEmpty();
        if (years.contains(vintage) || (contract && years.overlaps(vintage))) {
            return Vintage.OF_THE_YEAR;
        }
        Span around = new Span(period.start().minus(NEAR), period.end().plus(NEAR));
        return around.overlaps(vintage) ? Vintage.NEAR : Vintage.FAR;
    }
}
