package org.netzero.emissions.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One revision of a declaration.
@Entity
@Table(name = "screening")
@IdClass(ScreeningEntity.Key.class)
class ScreeningEntity {

    record Key(String entity, String subject, int revision) {}

    @Id String entity;
    @Id String subject;
    @Id int revision;

    @Enumerated(EnumType.STRING)
    ScreeningStatus status;

    @Nullable String reason;

    @Column(name = "estimated_share")
    @Nullable BigDecimal estimatedShare;

    @Column(name = "declared_at")
    Instant declaredAt;

    @Column(name = "declared_by")
    String declaredBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ScreeningEntity() {}

    static ScreeningEntity of(Declaration declaration, int revision, Instant at, String by) {
        var entity = new ScreeningEntity();
        entity.entity = declaration.entity();
        entity.subject = declaration.subject().key();
        entity.revision = revision;
        entity.status = declaration.status();
        entity.reason = declaration.reason().orElse(null);
        entity.estimatedShare = declaration.estimatedShare().orElse(null);
        entity.declaredAt = at;
        entity.declaredBy = by;
        return entity;
    }

    Declaration value() {
        return new Declaration(
                entity,
                new ScreeningSubject(subject),
                status,
                Optional.ofNullable(reason),
                Optional.ofNullable(estimatedShare));
    }
}
