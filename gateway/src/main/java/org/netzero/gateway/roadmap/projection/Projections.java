package org.netzero.gateway.roadmap.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.History;
import org.netzero.gateway.roadmap.engine.Explanation;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;

/// Where the scenarios on file lead, from the figures known at an instant. The scenario itself is
/// always the present one.
@ApplicationScoped
public class Projections {

    private final Scenarios scenarios;
    private final Bases bases;
    private final History history;
    private final PlannedDeployment planned;

    Projections(Scenarios scenarios, Bases bases, History history, PlannedDeployment planned) {
        this.scenarios = scenarios;
        this.bases = bases;
        this.history = history;
        this.planned = planned;
    }

    /// @throws org.netzero.gateway.roadmap.scenario.UnknownScenario where no scenario has the id
    /// @throws org.netzero.gateway.roadmap.basis.MissingBaseData where figures of the base year are
    ///   missing
    /// @throws BaseDataRefused where they contradict each other
    public DatedProjection of(String scenarioId, Instant asOf) {
        StoredScenario onFile = scenarios.get(scenarioId);
        Instant kept = history.keptAtOrBefore(asOf);
        try {
            Basis basis = bases.from(onFile.scenario().baseYear(), kept);
            StoredScenario stored =
                    new StoredScenario(
                            planned.deployed(onFile.scenario(), basis), onFile.version());
            return new DatedProjection(
                    stored,
                    kept,
                    basis,
                    Roadmap.project(stored.scenario(), basis.inventory(), basis.actuals()));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    /// How the figures of a projection came about.
    Explanation explain(DatedProjection dated) {
        return Roadmap.explain(
                dated.stored().scenario(), dated.basis().inventory(), dated.basis().actuals());
    }
}
