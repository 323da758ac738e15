package org.netzero.emissions.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a year from one status to another.
@Entity
@Table(name = "inventory_transition")
@IdClass(TransitionEntity.Key.class)
class TransitionEntity {

    record Key(int year, int position) {}

    @Id int year;
    @Id int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    InventoryStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    InventoryStatus to;

    @Nullable String reason;
    String acknowledged;

    @Column(name = "made_at")
    Instant at;

    @Column(name = "made_by")
    String by;

    @SuppressWarnings("NullAway.Init") // Hibernate and InventoryPeriods fill the fields
    TransitionEntity() {}
}
