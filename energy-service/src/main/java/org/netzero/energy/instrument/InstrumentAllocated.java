package org.netzero.energy.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Judgement;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.json.Decimals;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The fact `energy.instrument` tells, as its schema describes it: an allocation as it stands now.
///
/// @param energyKwh 0 when withdrawn
/// @param verdicts empty when withdrawn, and of sales of own generation
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstrumentAllocated(
        UUID allocationId,
        String instrumentId,
        InstrumentKind kind,
        Technology technology,
        boolean renewable,
        boolean carbonFree,
        ClaimEffect effect,
        String siteId,
        String period,
        LocalDate start,
        LocalDate end,
        BigDecimal energyKwh,
        BigDecimal kgCo2ePerKwh,
        AllocationStatus status,
        List<Judgement> verdicts,
        @Nullable String evidence,
        long version) {

    static final String TOPIC = "energy.instrument";
    static final String TYPE = "org.netzero.energy.instrument-allocated.v1";

    InstrumentAllocated {
        energyKwh = new Quantity(energyKwh, Unit.KWH).value();
        kgCo2ePerKwh = Decimals.canonical(kgCo2ePerKwh);
        verdicts = List.copyOf(verdicts);
    }

    String key() {
        return allocationId.toString();
    }

    InstrumentAllocated withVersion(long number) {
        return new InstrumentAllocated(
                allocationId,
                instrumentId,
                kind,
                technology,
                renewable,
                carbonFree,
                effect,
                siteId,
                period,
                start,
                end,
                energyKwh,
                kgCo2ePerKwh,
                status,
                verdicts,
                evidence,
                number);
    }
}
