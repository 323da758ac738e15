package org.netzero.emissions.consumption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ContractualInstrument;
import org.netzero.emissions.calculation.ContractualInstrument.Effect;
import org.netzero.emissions.calculation.ContractualInstrument.Kind;
import org.netzero.emissions.calculation.ContractualInstrument.Verdict;

@Entity
@Table(name = "instrument_allocation")
class InstrumentEntity {

    /// The rule set that alone decides about the market-based figure.
    private static final String RULE_SET = "GHGP_SCOPE2";

    @Id
    @Column(name = "allocation_id")
    String allocationId;

    @Column(name = "instrument_id")
    String instrumentId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    boolean renewable;

    @Enumerated(EnumType.STRING)
    Effect effect;

    @Column(name = "site_id")
    String siteId;

    String period;

    @Column(name = "starts_on")
    LocalDate start;

    @Column(name = "ends_on")
    LocalDate end;

    @Column(name = "energy_kwh")
    BigDecimal energyKwh;

    @Column(name = "kg_co2e_per_kwh")
    BigDecimal kgCo2ePerKwh;

    @Enumerated(EnumType.STRING)
    InstrumentAllocated.Status status;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> reasons;

    @Nullable String evidence;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    InstrumentEntity() {}

    void become(InstrumentAllocated fact) {
        allocationId = fact.allocationId();
        instrumentId = fact.instrumentId();
        kind = fact.kind();
        renewable = fact.renewable();
        effect = fact.effect();
        siteId = fact.siteId();
        period = fact.period();
        start = fact.start();
        end = fact.end();
        energyKwh = fact.energyKwh();
        kgCo2ePerKwh = fact.kgCo2ePerKwh();
        status = fact.status();
        verdict = Verdict.NOT_APPLICABLE;
        reasons = List.of();
        fact.verdicts().stream()
                .filter(its -> its.ruleSet().equals(RULE_SET))
                .forEach(its -> {
                    verdict = Verdict.valueOf(its.verdict());
                    reasons = List.copyOf(its.reasons());
                });
        evidence = fact.evidence();
        version = fact.version();
    }

    ContractualInstrument instrument() {
        return new ContractualInstrument(
                allocationId,
                instrumentId,
                kind,
                renewable,
                effect,
                siteId,
                period,
                start,
                end,
                energyKwh,
                kgCo2ePerKwh,
                status == InstrumentAllocated.Status.RETIRED,
                verdict,
                reasons,
                Optional.ofNullable(evidence));
    }
}
