package org.netzero.emissions.activity;

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
import org.netzero.emissions.calculation.Method;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

@Entity
@Table(name = "activity_record")
class ActivityEntity {

    @Id
    @Column(name = "activity_id")
    String activityId;

    @Enumerated(EnumType.STRING)
    @Nullable Scope scope;

    @Enumerated(EnumType.STRING)
    @Nullable Scope3Category category;

    String activity;
    BigDecimal value;
    String unit;

    @Column(name = "site_id")
    @Nullable String siteId;

    @Nullable String region;

    @Column(name = "starts_on")
    LocalDate start;

    @Column(name = "ends_on")
    LocalDate end;

    @Enumerated(EnumType.STRING)
    @Nullable Method method;

    @Column(name = "factor_id")
    @Nullable String factorId;

    @Enumerated(EnumType.STRING)
    Provenance provenance;

    @Nullable String evidence;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ActivityEntity() {}

    static ActivityEntity of(Activity activity, Instant recordedAt, String recordedBy) {
        var entity = new ActivityEntity();
        entity.activityId = activity.activityId();
        entity.scope = activity.scope().orElse(null);
        entity.category = activity.category().orElse(null);
        entity.activity = activity.activity();
        entity.value = activity.quantity().value();
        entity.unit = activity.quantity().unit().symbol();
        entity.siteId = activity.siteId().orElse(null);
        entity.region = activity.region().orElse(null);
        entity.start = activity.start();
        entity.end = activity.end();
        entity.method = activity.method().orElse(null);
        entity.factorId = activity.factorId().orElse(null);
        entity.provenance = activity.provenance();
        entity.evidence = activity.evidence().orElse(null);
        entity.recordedAt = recordedAt;
        entity.recordedBy = recordedBy;
        return entity;
    }

    Activity value() {
        return new Activity(
                activityId,
                Optional.ofNullable(scope),
                Optional.ofNullable(category),
                activity,
                new Quantity(value, Unit.parse(unit)),
                Optional.ofNullable(siteId),
                Optional.ofNullable(region),
                start,
                end,
                Optional.ofNullable(method),
                Optional.ofNullable(factorId),
                provenance,
                Optional.ofNullable(evidence));
    }
}
