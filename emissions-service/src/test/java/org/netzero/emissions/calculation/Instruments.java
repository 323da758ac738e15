package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.ContractualInstrument.Effect;
import org.netzero.emissions.calculation.ContractualInstrument.Kind;
import org.netzero.emissions.calculation.ContractualInstrument.Verdict;

/// States instruments for tests: by default accepted, retired, of renewable electricity at rate 0,
/// and for the year 2021.
final class Instruments {

    private static final LocalDate NEW_YEAR = LocalDate.of(2021, 1, 1);

    private Instruments() {}

    static ContractualInstrument covering(String id, Kind kind, String siteId, String kwh) {
        return new ContractualInstrument(
                id,
                "instrument-of-" + id,
                kind,
                true,
                Effect.COVERS_CONSUMPTION,
                siteId,
                "2021",
                NEW_YEAR,
                NEW_YEAR.plusYears(1),
                new BigDecimal(kwh),
                BigDecimal.ZERO,
                true,
                Verdict.MET,
                List.of(),
                Optional.of("serial numbers of " + id));
    }

    static ContractualInstrument sale(String id, String siteId, String kwh) {
        ContractualInstrument its = covering(id, Kind.GEC, siteId, kwh);
        return new ContractualInstrument(
                its.allocationId(),
                its.instrumentId(),
                its.kind(),
                its.renewable(),
                Effect.SELLS_OWN_GENERATION,
                its.siteId(),
                its.period(),
                its.start(),
                its.end(),
                its.energyKwh(),
                its.kgCo2ePerKwh(),
                its.retired(),
                Verdict.NOT_APPLICABLE,
                its.reasons(),
                its.evidence());
    }

    static ContractualInstrument atRate(ContractualInstrument its, String kgCo2ePerKwh) {
        return new ContractualInstrument(
                its.allocationId(),
                its.instrumentId(),
                its.kind(),
                false,
                its.effect(),
                its.siteId(),
                its.period(),
                its.start(),
                its.end(),
                its.energyKwh(),
                new BigDecimal(kgCo2ePerKwh),
                its.retired(),
                its.verdict(),
                its.reasons(),
                its.evidence());
    }

    static ContractualInstrument inMonth(ContractualInstrument its, int month) {
        LocalDate start = LocalDate.of(2021, month, 1);
        return within(its, "2021-%02d".formatted(month), start, start.plusMonths(1));
    }

    static ContractualInstrument inQuarter(ContractualInstrument its, int quarter) {
        LocalDate start = NEW_YEAR.plusMonths(3L * (quarter - 1));
        LocalDate end = start.plusMonths(3);
        return within(its, start + "/" + end, start, end);
    }

    private static ContractualInstrument within(
            ContractualInstrument its, String period, LocalDate start, LocalDate end) {
        return new ContractualInstrument(
                its.allocationId(),
                its.instrumentId(),
                its.kind(),
                its.renewable(),
                its.effect(),
                its.siteId(),
                period,
                start,
                end,
                its.energyKwh(),
                its.kgCo2ePerKwh(),
                its.retired(),
                its.verdict(),
                its.reasons(),
                its.evidence());
    }

    static ContractualInstrument refused(
            ContractualInstrument its, Verdict verdict, String... reasons) {
        return new ContractualInstrument(
                its.allocationId(),
                its.instrumentId(),
                its.kind(),
                its.renewable(),
                its.effect(),
                its.siteId(),
                its.period(),
                its.start(),
                its.end(),
                its.energyKwh(),
                its.kgCo2ePerKwh(),
                its.retired(),
                verdict,
                List.of(reasons),
                its.evidence());
    }

    static ContractualInstrument provisional(ContractualInstrument its) {
        return new ContractualInstrument(
                its.allocationId(),
                its.instrumentId(),
                its.kind(),
                its.renewable(),
                its.effect(),
                its.siteId(),
                its.period(),
                its.start(),
                its.end(),
                its.energyKwh(),
                its.kgCo2ePerKwh(),
                false,
                its.verdict(),
                its.reasons(),
                its.evidence());
    }
}
