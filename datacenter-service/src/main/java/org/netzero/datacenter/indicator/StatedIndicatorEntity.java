package org.netzero.datacenter.indicator;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Period;

@Entity
@Table(name = "stated_indicator")
@NullUnmarked
class StatedIndicatorEntity {

    @EmbeddedId Key key;

    boolean superseded;

    BigDecimal value;

    String unit;

    @Nullable String evidence;

    @Nullable String supersedes;

    @Embeddable
    record Key(
            String subject,
            @Enumerated(EnumType.STRING) StatedIndicator.Name indicator,
            String period,
            int revision) {}

    static StatedIndicatorEntity of(StatedIndicator stated, int revision) {
        var entity = new StatedIndicatorEntity();
        entity.key =
                new Key(stated.subject(), stated.indicator(), stated.period().toString(), revision);
        entity.value = stated.value();
        entity.unit = stated.unit();
        entity.evidence = stated.evidence().orElse(null);
        entity.supersedes = stated.supersedes().orElse(null);
        return entity;
    }

    StatedIndicator toStated() {
        return new StatedIndicator(
                key.subject(),
                key.indicator(),
                Period.parse(key.period()),
                value,
                unit,
                Optional.ofNullable(evidence),
                Optional.ofNullable(supersedes));
    }
}
