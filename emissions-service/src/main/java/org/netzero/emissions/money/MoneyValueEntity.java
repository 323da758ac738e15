package org.netzero.emissions.money;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "money_value")
@IdClass(MoneyValueEntity.Key.class)
class MoneyValueEntity {

    record Key(MoneyValue.Kind kind, String valueId, int revision) {}

    @Id
    @Enumerated(EnumType.STRING)
    MoneyValue.Kind kind;

    @Id
    @Column(name = "value_id")
    String valueId;

    @Id int revision;
    String currency;

    @Column(name = "to_currency")
    @Nullable String toCurrency;

    int year;
    BigDecimal value;
    String source;
    @Nullable String supersedes;
    boolean superseded;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    MoneyValueEntity() {}

    static MoneyValueEntity of(MoneyValue stated, int revision) {
        var entity = new MoneyValueEntity();
        entity.kind = stated.kind();
        entity.valueId = stated.id();
        entity.revision = revision;
        entity.currency = stated.currency();
        entity.toCurrency = stated.toCurrency().orElse(null);
        entity.year = stated.year();
        entity.value = stated.value();
        entity.source = stated.source();
        entity.supersedes = stated.supersedes().orElse(null);
        return entity;
    }

    MoneyValue stated() {
        return new MoneyValue(
                kind,
                currency,
                Optional.ofNullable(toCurrency),
                year,
                value.stripTrailingZeros(),
                source,
                Optional.ofNullable(supersedes));
    }
}
