package org.netzero.gateway.roadmap.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.netzero.gateway.roadmap.scenario.DeployedNow;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;
import org.netzero.platform.problem.InvalidInput;

/// The least-cost plans of the scenarios on file, from the figures known at an instant. The latest
/// are kept, so that nothing is planned twice while nothing changes; one is made at a time.
@ApplicationScoped
class Plans implements PlannedDeployment, DeployedNow {

    private static final int KEPT = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private record Question(Scenario scenario, Inventory base, Actuals actuals, PlanTerms terms) {}

    /// @param asOf the instant up to which figures were considered
    record Dated(StoredScenario stored, Instant asOf, ScenarioPlan plan) {}

    private final Scenarios scenarios;
    private final Bases bases;
    private final History history;
    private final Clock clock;
    private final KeptPlans<Question, ScenarioPlan> latest = new KeptPlans<>(KEPT, LONGEST_WAIT);

    Plans(Scenarios scenarios, Bases bases, History history, Clock clock) {
        this.scenarios = scenarios;
        this.bases = bases;
        this.history = history;
        this.clock = clock;
    }

    /// @throws PlannerBusy where other plans take too long
    /// @throws InvalidInput where the terms, or the scenario for want of them, break a rule
    /// @throws BaseDataRefused where the figures of the base year contradict each other
    Dated of(String scenarioId, Instant asOf, PlanTerms terms) {
        Instant kept = history.keptAtOrBefore(asOf);
        StoredScenario stored = scenarios.get(scenarioId, kept);
        Basis basis = bases.from(stored.scenario().baseYear(), kept);
        try {
            return new Dated(stored, kept, plan(stored.scenario(), basis, terms));
        } catch (PlanRefused refused) {
            throw new InvalidInput(
                    refused.field(), refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public boolean isOf(String scenarioId) {
        return scenarioId.equals(LeastCostScenario.ID) && scenarios.get(scenarioId).shipped();
    }

    /// @throws PlannerBusy where other plans take too long
    /// @throws ScenarioNotPlanned where the scenario on file breaks a rule of the plan
    /// @throws BaseDataRefused where the figures of the base year contradict each other
    @Override
    public Scenario deployed(Scenario stored, Basis basis) {
        if (!isOf(stored.id())) {
            return stored;
        }
        try {
            return plan(stored, basis, PlanTerms.NONE).planned();
        } catch (PlanRefused refused) {
            throw new ScenarioNotPlanned(stored.id(), refused);
        }
    }

    /// As [#deployed(Scenario, Basis)] from the newest figures.
    @Override
    public Scenario deployedNow(StoredScenario stored) {
        Scenario scenario = stored.scenario();
        if (!isOf(scenario.id())) {
            return scenario;
        }
        try {
            return deployed(scenario, bases.newest(scenario.baseYear(), clock.instant()));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    private ScenarioPlan plan(Scenario scenario, Basis basis, PlanTerms terms) {
        Inventory base = basis.inventory();
        Actuals actuals = basis.actuals();
        try {
            return latest.of(
                    new Question(scenario, base, actuals, terms),
                    () -> ScenarioPlan.of(scenario, base, actuals, terms));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }
}
