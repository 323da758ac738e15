package org.netzero.gateway.roadmap.projection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// What was projected for a scenario from `recordedAt` on.
@Entity
@Table(name = "vintage")
@NullUnmarked
class VintageEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "scenario_id")
    String scenarioId;

    @Column(name = "scenario_version")
    long scenarioVersion;

    @Column(name = "method_version")
    int methodVersion;

    @Column(name = "basis_at")
    Instant basisAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /// Figures without rounding, by year and [Headline#label()].
    @JdbcTypeCode(SqlTypes.JSON)
    String figures;

    /// A [ProjectionView].
    @JdbcTypeCode(SqlTypes.JSON)
    String projection;
}
