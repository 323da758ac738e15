package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.util.UUID;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Judgement;
import org.netzero.energy.claim.RuleSet;
import org.netzero.energy.claim.Verdict;

/// A part of an instrument that is laid against a site's consumption, or sells its own generation.
///
/// @param retired whether it is final
/// @param meetsScope2 whether the quality criteria of the Scope 2 Guidance are met
/// @param kgCo2ePerKwh the rate that it conveys
public record Claimed(
        UUID allocationId,
        String instrumentId,
        String siteId,
        Span period,
        ClaimEffect effect,
        BigDecimal energyKwh,
        boolean retired,
        boolean meetsScope2,
        BigDecimal kgCo2ePerKwh) {

    static Claimed of(Allocation allocation, InstrumentAllocated told) {
        Allocation.Order order = allocation.order();
        return new Claimed(
                order.allocationId(),
                order.instrumentId(),
                order.siteId(),
                order.period(),
                order.effect(),
                order.energyKwh(),
                allocation.status() == AllocationStatus.RETIRED,
                Judgement.of(RuleSet.GHGP_SCOPE2, told.verdicts())
                        .filter(verdict -> verdict == Verdict.MET)
                        .isPresent(),
                told.kgCo2ePerKwh());
    }

    public boolean covers() {
        return effect == ClaimEffect.COVERS_CONSUMPTION;
    }
}
