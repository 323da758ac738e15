package org.netzero.emissions.consumption;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ContractualInstrument.Effect;
import org.netzero.emissions.calculation.ContractualInstrument.Kind;

/// What this service reads of `energy.instrument`.
record InstrumentAllocated(
        String allocationId,
        String instrumentId,
        Kind kind,
        boolean renewable,
        Effect effect,
        String siteId,
        String period,
        LocalDate start,
        LocalDate end,
        BigDecimal energyKwh,
        BigDecimal kgCo2ePerKwh,
        Status status,
        List<RuleSetVerdict> verdicts,
        @Nullable String evidence,
        long version) {

    enum Status {
        PROVISIONAL,
        RETIRED,
        /// It counts no more.
        WITHDRAWN
    }

    /// What one rule set says; only one of them matters here, so the others may say anything.
    record RuleSetVerdict(String ruleSet, String verdict, List<String> reasons) {}
}
