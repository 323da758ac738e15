package org.netzero.emissions.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// How far a year is settled.
@Entity
@Table(name = "inventory_period")
class PeriodEntity {

    @Id int year;

    @Enumerated(EnumType.STRING)
    InventoryStatus status;

    @Column(name = "validated_sha256")
    @Nullable String validatedSha256;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PeriodEntity() {}
}
