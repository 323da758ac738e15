package org.netzero.emissions.publishedfigure;

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

@Entity
@Table(name = "published_figure")
@IdClass(PublishedFigureEntity.Key.class)
class PublishedFigureEntity {

    record Key(Figure figure, String period, int revision) {}

    @Id
    @Enumerated(EnumType.STRING)
    Figure figure;

    @Id String period;
    @Id int revision;
    boolean superseded;
    BigDecimal value;
    String unit;
    @Nullable String evidence;
    @Nullable String supersedes;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PublishedFigureEntity() {}

    static PublishedFigureEntity of(PublishedFigure published, int revision) {
        var entity = new PublishedFigureEntity();
        entity.figure = published.figure();
        entity.period = published.period().toString();
        entity.value = published.value();
        entity.unit = published.unit();
        entity.evidence = published.evidence().orElse(null);
        entity.supersedes = published.supersedes().orElse(null);
        entity.revision = revision;
        return entity;
    }

    PublishedFigure value() {
        return new PublishedFigure(
                figure,
                Period.parse(period),
                value,
                unit,
                Optional.ofNullable(evidence),
                Optional.ofNullable(supersedes));
    }
}
