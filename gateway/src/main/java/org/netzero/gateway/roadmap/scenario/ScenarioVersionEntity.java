package org.netzero.gateway.roadmap.scenario;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// A scenario as it was from `changedAt` until its next version.
@Entity
@Table(name = "scenario_version")
@IdClass(ScenarioVersionEntity.Key.class)
@NullUnmarked
class ScenarioVersionEntity {

    @Id
    @Column(name = "scenario_id")
    String scenarioId;

    @Id long version;

    /// A [ScenarioDocument] in JSON.
    @JdbcTypeCode(SqlTypes.JSON)
    String document;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String scenarioId;
        long version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.scenarioId.equals(scenarioId)
                    && key.version == version;
        }

        @Override
        public int hashCode() {
            return 31 * scenarioId.hashCode() + Long.hashCode(version);
        }
    }
}
