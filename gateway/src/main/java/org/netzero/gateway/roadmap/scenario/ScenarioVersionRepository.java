package org.netzero.gateway.roadmap.scenario;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class ScenarioVersionRepository
        implements PanacheRepositoryBase<ScenarioVersionEntity, ScenarioVersionEntity.Key> {

    /// The version that was the newest at an instant, or the first one on file where it is later.
    Optional<ScenarioVersionEntity> at(String scenarioId, Instant at) {
        return find("scenarioId = ?1 and changedAt <= ?2 order by version desc", scenarioId, at)
                .firstResultOptional()
                .or(() ->
                        find("scenarioId = ?1 order by version", scenarioId).firstResultOptional());
    }

    void add(ScenarioEntity scenario) {
        ScenarioVersionEntity version = new ScenarioVersionEntity();
        version.scenarioId = scenario.id;
        version.version = scenario.version;
        version.document = scenario.document;
        version.changedAt = scenario.changedAt;
        version.changedBy = scenario.changedBy;
        persist(version);
    }
}
