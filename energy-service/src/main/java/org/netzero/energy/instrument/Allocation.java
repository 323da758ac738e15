package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.Span;

/// A part of an instrument laid against the consumption, or the own generation, of a site and
/// period.
///
/// @param sequence its place in lists
/// @param retiredOn when it was retired
/// @param told what the other services were told of it last
record Allocation(
        long sequence,
        Order order,
        AllocationStatus status,
        Optional<LocalDate> retiredOn,
        Optional<String> retirementEvidence,
        Optional<InstrumentAllocated> told) {

    /// What somebody asks for.
    record Order(
            UUID allocationId,
            String instrumentId,
            String siteId,
            Span period,
            StatedEnergy quantity,
            ClaimEffect effect) {

        BigDecimal energyKwh() {
            return quantity.energyKwh();
        }
    }

    boolean stands() {
        return status != AllocationStatus.WITHDRAWN;
    }
}
