package org.netzero.energy.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.claim.Judgement;
import org.netzero.platform.listing.Table;

/// An allocation as its readers see it.
///
/// @param verdicts what each rule set says; empty of sales, and of what was withdrawn
/// @param cursor its place in the list
@JsonInclude(JsonInclude.Include.NON_NULL)
record AllocationView(
        UUID allocationId,
        String instrumentId,
        String siteId,
        String period,
        StatedEnergy quantity,
        BigDecimal energyKwh,
        ClaimEffect effect,
        AllocationStatus status,
        @Nullable LocalDate retiredOn,
        @Nullable String evidence,
        List<Judgement> verdicts,
        @JsonIgnore String cursor) {

    static final List<String> COLUMNS =
            List.of(
                    "allocationId",
                    "instrumentId",
                    "siteId",
                    "period",
                    "quantity",
                    "unit",
                    "energyKwh",
                    "effect",
                    "status",
                    "retiredOn",
                    "evidence",
                    "verdicts");

    static AllocationView of(Allocation allocation) {
        Allocation.Order order = allocation.order();
        return new AllocationView(
                order.allocationId(),
                order.instrumentId(),
                order.siteId(),
                order.period().toString(),
                order.quantity(),
                order.energyKwh(),
                order.effect(),
                allocation.status(),
                allocation.retiredOn().orElse(null),
                allocation.retirementEvidence().orElse(null),
                allocation.told().map(InstrumentAllocated::verdicts).orElse(List.of()),
                String.valueOf(allocation.sequence()));
    }

    List<@Nullable Object> row() {
        return Table.row(
                allocationId,
                instrumentId,
                siteId,
                period,
                quantity.value(),
                quantity.unit(),
                energyKwh,
                effect,
                status,
                retiredOn,
                evidence,
                verdicts.stream()
                        .map(judgement -> judgement.ruleSet() + "=" + judgement.verdict())
                        .collect(Collectors.joining(" ")));
    }
}
