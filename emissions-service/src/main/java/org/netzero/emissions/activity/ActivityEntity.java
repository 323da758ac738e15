package org.netzero.emissions.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.platform.imports.Intake;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// A revision of a record, as [ActivityTable] wrote it.
@Entity
@Table(name = "activity_record")
@IdClass(ActivityEntity.Key.class)
class ActivityEntity {

    record Key(String activityId, int revision) {}

    @Id
    @Column(name = "activity_id")
    String activityId;

    @Id int revision;
    boolean superseded;
    boolean reversed;

    @Column(name = "import_id")
    @Nullable UUID importId;

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
    @Nullable CalculationMethod method;

    @Nullable String inputs;

    @Column(name = "factor_id")
    @Nullable String factorId;

    @Enumerated(EnumType.STRING)
    Provenance provenance;

    @Nullable String evidence;
    @Nullable String supersedes;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ActivityEntity() {}

    Intake.Stored<Activity> stored() {
        return new Intake.Stored<>(activityId, revision, superseded, value());
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
                StatedInputs.parse(inputs),
                Optional.ofNullable(factorId),
                provenance,
                Optional.ofNullable(evidence),
                Optional.ofNullable(supersedes));
    }
}
