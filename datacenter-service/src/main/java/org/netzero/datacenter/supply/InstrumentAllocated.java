package org.netzero.datacenter.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service uses of `energy.instrument`: an allocation as it stands.
record InstrumentAllocated(
        UUID allocationId,
        String instrumentId,
        String kind,
        boolean renewable,
        Effect effect,
        String siteId,
        LocalDate start,
        LocalDate end,
        BigDecimal energyKwh,
        BigDecimal kgCo2ePerKwh,
        Status status,
        List<Judgement> verdicts,
        @Nullable String evidence,
        long version) {

    /// The rule set that drives the market-based figure.
    private static final String SCOPE_2 = "GHGP_SCOPE2";

    enum Effect {
        COVERS_CONSUMPTION,
        SELLS_OWN_GENERATION
    }

    enum Status {
        PROVISIONAL,
        RETIRED,
        WITHDRAWN
    }

    record Judgement(String ruleSet, String verdict) {}

    InstrumentAllocated {
        verdicts = List.copyOf(verdicts);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "Allocation %s ends on %s, not after %s".formatted(allocationId, end, start));
        }
    }

    boolean meetsScope2() {
        return verdicts.stream()
                .anyMatch(one -> one.ruleSet().equals(SCOPE_2) && one.verdict().equals("MET"));
    }
}
