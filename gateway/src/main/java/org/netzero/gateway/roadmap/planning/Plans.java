package org.netzero.gateway.roadmap.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.History;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.projection.BaseDataRefused;
import org.netzero.gateway.roadmap.projection.PlannedDeployment;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;
import org.netzero.platform.problem.InvalidInput;

/// The least-cost plans of the scenarios on file, from the figures known at an instant. The latest
/// are kept, so that nothing is planned twice while nothing changes; one is made at a time.
@ApplicationScoped
class Plans implements PlannedDeployment {

    private static final int KEPT = 16;

    private record Question(Scenario scenario, Inventory base, Actuals actuals, PlanTerms terms) {}

    /// @param asOf the instant up to which figures were considered
    record Dated(StoredScenario stored, Instant asOf, ScenarioPlan plan) {}

    private final Scenarios scenarios;
    private final Bases bases;
    private final History history;
    private final Map<Question, ScenarioPlan> latest =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, ScenarioPlan> eldest) {
                    return size() > KEPT;
                }
            };

    Plans(Scenarios scenarios, Bases bases, History history) {
        this.scenarios = scenarios;
        this.bases = bases;
        this.history = history;
    }

    /// @throws InvalidInput where the terms, or the scenario for want of them, break a rule
    /// @throws BaseDataRefused where the figures of the base year contradict each other
    Dated of(String scenarioId, Instant asOf, PlanTerms terms) {
        Instant kept = history.keptAtOrBefore(asOf);
        StoredScenario stored = scenarios.get(scenarioId, kept);
        Basis basis = bases.from(stored.scenario().baseYear(), kept);
        return new Dated(stored, kept, plan(stored.scenario(), basis, terms));
    }

    @Override
    public boolean isOf(String scenarioId) {
        return scenarioId.equals(LeastCostScenario.ID);
    }

    @Override
    public Scenario deployed(Scenario stored, Basis basis) {
        return isOf(stored.id()) ? plan(stored, basis, PlanTerms.NONE).planned() : stored;
    }

    private synchronized ScenarioPlan plan(Scenario scenario, Basis basis, PlanTerms terms) {
        Question question = new Question(scenario, basis.inventory(), basis.actuals(), terms);
        ScenarioPlan known = latest.get(question);
        if (known != null) {
            return known;
        }
        try {
            ScenarioPlan made =
                    ScenarioPlan.of(scenario, basis.inventory(), basis.actuals(), terms);
            latest.put(question, made);
            return made;
        } catch (PlanRefused refused) {
            throw new InvalidInput(
                    refused.field(), refused.code(), String.valueOf(refused.getMessage()));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }
}
