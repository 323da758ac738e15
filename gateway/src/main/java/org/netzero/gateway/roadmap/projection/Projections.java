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

/// Where the scenarios on file lead, from the figures and the version of the scenario known at an
/// instant, by the present method of the engine.
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

    /// Before its first version on file a scenario is that version, and a remark says so.
    ///
    /// @throws org.netzero.gateway.roadmap.scenario.UnknownScenario where no scenario has the id
    /// @throws org.netzero.gateway.roadmap.basis.MissingBaseData where figures of the base year are
    ///   missing
    /// @throws BaseDataRefused where they contradict each other
    public DatedProjection of(String scenarioId, Instant asOf) {
        Instant kept = history.keptAtOrBefore(asOf);
        StoredScenario onFile = scenarios.get(scenarioId, kept);
        try {
            Basis known = bases.from(onFile.scenario().baseYear(), kept);
            Basis basis =
                    onFile.changedAt().isAfter(kept) ? known.withRemark(notYet(onFile)) : known;
            StoredScenario stored = onFile.deployed(planned.deployed(onFile.scenario(), basis));
            return new DatedProjection(
                    stored,
                    kept,
                    basis,
                    Roadmap.project(stored.scenario(), basis.inventory(), basis.actuals()));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    private static String notYet(StoredScenario stored) {
        return "Version %d of the scenario, the first on file, is of %s: it was not projected before."
                .formatted(stored.version(), stored.changedAt());
    }

    /// How the figures of a projection came about.
    Explanation explain(DatedProjection dated) {
        return Roadmap.explain(
                dated.stored().scenario(), dated.basis().inventory(), dated.basis().actuals());
    }
}
