package org.netzero.gateway.roadmap.scenario;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ScenarioRepository implements PanacheRepositoryBase<ScenarioEntity, String> {

    /// @return whether the id was free
    boolean insertIfAbsent(ScenarioEntity scenario) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                insert into scenario (id, version, document, changed_at, changed_by, shipped)
                                values (:id, :version, cast(:document as jsonb), :changedAt, :changedBy, :shipped)
                                on conflict do nothing
                                """)
                        .setParameter("id", scenario.id)
                        .setParameter("version", scenario.version)
                        .setParameter("document", scenario.document)
                        .setParameter("changedAt", scenario.changedAt)
                        .setParameter("changedBy", scenario.changedBy)
                        .setParameter("shipped", scenario.shipped)
                        .executeUpdate()
                == 1;
    }
}
