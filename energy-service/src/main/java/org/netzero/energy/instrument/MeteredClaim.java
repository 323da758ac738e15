package org.netzero.energy.instrument;

import java.util.List;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Instrument;

/// Energy that can be claimed once and whose hours meters tell: of an instrument, or of a contract
/// and its certificate together.
///
/// @param instruments those it belongs to
/// @param facts of the one that carries the attributes: the certificate where there is one
/// @param meterIds the meters of its plants
/// @param vintage the local days of the plants in which it is generated
/// @param claimableJoules what can be claimed: what expired, was handed on, is not bought or comes
///   without attributes cannot
public record MeteredClaim(
        List<HeldInstrument> instruments,
        Instrument facts,
        List<String> meterIds,
        Span vintage,
        long claimableJoules) {

    public boolean isOf(String instrumentId) {
        return instruments.stream().anyMatch(held -> held.instrumentId().equals(instrumentId));
    }

    boolean sharesMeters(MeteredClaim other) {
        return meterIds.stream().anyMatch(other.meterIds::contains);
    }
}
