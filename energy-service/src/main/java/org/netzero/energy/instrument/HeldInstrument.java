package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.claim.Attributes;
import org.netzero.energy.claim.Instrument;

/// An instrument on file and what became of its energy, in kWh, for those who reckon with it.
///
/// @param poolId what it shares its energy with: the same of a contract and its certificate, of
///   which the energy is one
/// @param quantityKwh as it was registered
/// @param price what all of it cost
/// @param generationMeters the meters that tell the hours of its generation
/// @param bought whether it is the company's own
/// @param claimableKwh of a contract and its certificate the smaller
public record HeldInstrument(
        String instrumentId,
        String poolId,
        Instrument facts,
        BigDecimal quantityKwh,
        Optional<BigDecimal> price,
        Optional<String> currency,
        List<String> generationMeters,
        boolean bought,
        BigDecimal claimableKwh,
        BigDecimal leftKwh,
        BigDecimal expiredKwh,
        BigDecimal transferredKwh) {

    /// Whether it can make power green: renewable, and its attributes come with it.
    public boolean isGreen() {
        return facts.isRenewable()
                && facts.attributes().filter(a -> a == Attributes.NOT_CONVEYED).isEmpty();
    }

    static HeldInstrument of(InstrumentTable.Listed listed) {
        RegisteredInstrument instrument = listed.instrument();
        Position position = listed.position();
        return new HeldInstrument(
                instrument.instrumentId(),
                listed.poolId(),
                instrument.facts(),
                instrument.quantity().energyKwh(),
                instrument.price(),
                instrument.currency(),
                instrument.generationMeters(),
                position.status() != InstrumentStatus.ISSUED,
                position.energyKwh(),
                position.leftKwh(),
                position.expiredKwh(),
                position.transferredKwh());
    }
}
