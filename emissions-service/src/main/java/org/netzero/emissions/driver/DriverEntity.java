package org.netzero.emissions.driver;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Period;
import org.netzero.platform.json.Decimals;

@Entity
@Table(name = "driver_value")
@IdClass(DriverEntity.Key.class)
class DriverEntity {

    record Key(Driver driver, String period, int revision) {}

    @Id
    @Enumerated(EnumType.STRING)
    Driver driver;

    @Id String period;
    @Id int revision;
    boolean superseded;
    BigDecimal value;
    String unit;
    @Nullable String evidence;
    @Nullable String supersedes;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    DriverEntity() {}

    static DriverEntity of(DriverValue value, int revision) {
        var entity = new DriverEntity();
        entity.driver = value.driver();
        entity.period = value.period().toString();
        entity.value = value.value();
        entity.unit = value.unit();
        entity.evidence = value.evidence().orElse(null);
        entity.supersedes = value.supersedes().orElse(null);
        entity.revision = revision;
        return entity;
    }

    DriverValue value() {
        return new DriverValue(
                driver,
                Period.parse(period),
                Decimals.parse(Decimals.plain(value)),
                unit,
                Optional.ofNullable(evidence),
                Optional.ofNullable(supersedes));
    }
}
