package org.netzero.emissions.baseyear;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A revision of a structural change.
@Entity
@Table(name = "structural_change")
@IdClass(ChangeEntity.Key.class)
class ChangeEntity {

    record Key(String changeId, int revision) {}

    @Id
    @Column(name = "change_id")
    String changeId;

    @Id int revision;

    @Enumerated(EnumType.STRING)
    StructuralChange.Kind kind;

    @Column(name = "happened_on")
    LocalDate happenedOn;

    @Column(name = "tonnes_co2e")
    BigDecimal tonnesCo2e;

    String description;

    @Column(name = "stated_at")
    Instant at;

    @Column(name = "stated_by")
    String by;

    @SuppressWarnings("NullAway.Init") // Hibernate and BaseYears fill the fields
    ChangeEntity() {}

    StructuralChange value() {
        return new StructuralChange(changeId, kind, happenedOn, tonnesCo2e, description, at);
    }
}
