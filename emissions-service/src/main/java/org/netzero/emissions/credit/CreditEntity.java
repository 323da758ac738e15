package org.netzero.emissions.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

@Entity
@Table(name = "carbon_credit")
class CreditEntity {

    @Id
    @Column(name = "credit_id")
    String creditId;

    String standard;
    @Nullable String project;
    int vintage;

    @Enumerated(EnumType.STRING)
    Credit.Kind kind;

    @Column(name = "kg_co2e")
    BigDecimal kgCo2e;

    String unit;

    @Column(name = "retired_on")
    @Nullable LocalDate retiredOn;

    @Nullable String evidence;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CreditEntity() {}

    static CreditEntity of(Credit credit, Instant at, String by) {
        var entity = new CreditEntity();
        entity.creditId = credit.creditId();
        entity.standard = credit.standard();
        entity.project = credit.project().orElse(null);
        entity.vintage = credit.vintage();
        entity.kind = credit.kind();
        entity.kgCo2e = credit.quantity().to(Unit.KG_CO2E).value();
        entity.unit = credit.quantity().unit().symbol();
        entity.retiredOn = credit.retiredOn().orElse(null);
        entity.evidence = credit.evidence().orElse(null);
        entity.recordedAt = at;
        entity.recordedBy = by;
        return entity;
    }

    Credit credit() {
        return new Credit(
                creditId,
                standard,
                Optional.ofNullable(project),
                vintage,
                kind,
                new Quantity(kgCo2e, Unit.KG_CO2E).to(Unit.parse(unit)),
                Optional.ofNullable(retiredOn),
                Optional.ofNullable(evidence));
    }
}
