package org.netzero.emissions.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "legal_entity")
class LegalEntityEntity {

    @Id
    @Column(name = "entity_id")
    String entityId;

    String name;
    @Nullable String parent;

    @Column(name = "equity_share")
    BigDecimal equityShare;

    @Column(name = "financial_control")
    boolean financialControl;

    @Column(name = "operational_control")
    boolean operationalControl;

    @Column(name = "starts_on")
    @Nullable LocalDate from;

    @Column(name = "ends_on")
    @Nullable LocalDate to;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    LegalEntityEntity() {}

    void become(LegalEntity entity) {
        entityId = entity.entityId();
        name = entity.name();
        parent = entity.parent().orElse(null);
        equityShare = entity.equityShare();
        financialControl = entity.financialControl();
        operationalControl = entity.operationalControl();
        from = entity.from().orElse(null);
        to = entity.to().orElse(null);
    }

    LegalEntity value() {
        return new LegalEntity(
                entityId,
                name,
                Optional.ofNullable(parent),
                equityShare.stripTrailingZeros(),
                financialControl,
                operationalControl,
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
