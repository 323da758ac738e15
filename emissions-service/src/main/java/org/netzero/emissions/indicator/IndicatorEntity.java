package org.netzero.emissions.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "indicator")
@IdClass(IndicatorEntity.Key.class)
class IndicatorEntity {

    record Key(String subject, String period) {}

    @Id String subject;
    @Id String period;
    String provenance;
    @Nullable BigDecimal pue;
    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    IndicatorEntity() {}

    void become(IndicatorCalculated fact) {
        subject = fact.subject();
        period = fact.period();
        provenance = fact.provenance();
        pue = fact.pue();
        version = fact.version();
    }
}
