package org.netzero.energy.balance;

import java.math.BigDecimal;

/// Renewable electricity of a site and period that an instrument claims, or whose attributes were
/// sold.
///
/// @param ofGroup allocated to the whole company
/// @param energyKwh how much of it
/// @param counted whether a rule set is met, so that it counts in the renewable share
/// @param provisional allocated, not yet retired
public record InstrumentUse(
        String instrumentId,
        String siteId,
        boolean ofGroup,
        Span period,
        ClaimEffect effect,
        BigDecimal energyKwh,
        boolean counted,
        boolean provisional) {

    public boolean covers() {
        return effect == ClaimEffect.COVERS_CONSUMPTION;
    }

    /// `gec-2026-001/tianjin/2026`.
    String subject() {
        return String.join("/", instrumentId, siteId, period.toString());
    }
}
