package org.netzero.gateway.roadmap.scenario;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "scenario")
@NullUnmarked
class ScenarioEntity {

    @Id String id;

    long version;

    /// A [ScenarioDocument] in JSON.
    @JdbcTypeCode(SqlTypes.JSON)
    String document;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    boolean shipped;

    @Column(name = "frozen_at")
    @Nullable Instant frozenAt;

    @Column(name = "frozen_by")
    @Nullable String frozenBy;

    @Column(name = "thawed_at")
    @Nullable Instant thawedAt;

    @Column(name = "thawed_by")
    @Nullable String thawedBy;

    @Column(name = "deleted_at")
    @Nullable Instant deletedAt;

    @Column(name = "deleted_by")
    @Nullable String deletedBy;

    /// Whoever froze it stays on record.
    boolean isFrozen() {
        return frozenAt != null && thawedAt == null;
    }
}
