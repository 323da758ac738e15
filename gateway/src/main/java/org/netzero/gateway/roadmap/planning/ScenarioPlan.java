package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.DeployedYears;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.plan.PlanInput;
import org.netzero.gateway.roadmap.plan.PlanInputRefused;
import org.netzero.gateway.roadmap.plan.SimulatedPlanner;

/// The least-cost plan of a scenario.
///
/// A lever of the scenario is a lever of the plan with the potential 1: a unit is the whole of its
/// depth, 0.5 half of it. Its start, ramp, lead time and life are the limits of the plan unless the
/// terms state others; shares its deployment wants are none. What it costs is its `Cost`; without
/// one it is free, which is said. Emissions of scope 1, 2 and 3 and electricity come from the
/// engine with the levers deployed as the plan has them: the exact simulator.
///
/// @param scenario with the targets that count
/// @param outcome the linear plan, and what the simulator says of it
/// @param figures of the simulator, for each planned year
/// @param planned the scenario with its levers deployed as planned
/// @param projection of that scenario, with the claims of its years
/// @param freeLevers ids of levers without a cost
public record ScenarioPlan(
        Scenario scenario,
        String currency,
        PlanInput input,
        SimulatedPlanner.Outcome outcome,
        List<DeployedYears.Figures> figures,
        Scenario planned,
        Projection projection,
        List<String> freeLevers,
        List<Assumed> assumed,
        List<String> remarks) {

    /// Measured data centres re-base the years by what is deployed in the measured year, which the
    /// plan moves: it is made again until it stands on its own re-basing.
    private static final int MOST_REBASINGS = 4;

    private static final double SAME_RATIO = 1e-9;

    public ScenarioPlan {
        figures = List.copyOf(figures);
        freeLevers = List.copyOf(freeLevers);
        assumed = List.copyOf(assumed);
        remarks = List.copyOf(remarks);
    }

    /// On its own terms, everything else assumed.
    public static ScenarioPlan of(Scenario stored, Inventory base, Actuals actuals) {
        return of(stored, base, actuals, PlanTerms.NONE);
    }

    /// @throws PlanRefused where the terms, or the scenario for want of them, break a rule
    static ScenarioPlan of(Scenario stored, Inventory base, Actuals actuals, PlanTerms terms) {
        PlanQuestion question = PlanQuestion.of(stored, base, actuals, terms);
        Scenario scenario = question.scenario();
        DeployedYears years = DeployedYears.of(scenario, base, actuals);
        for (int rebasing = 1; ; rebasing++) {
            SimulatedPlanner.Outcome outcome = plan(question, years);
            Scenario planned = PlannedScenario.of(scenario, outcome.plan().levers());
            DeployedYears asPlanned = DeployedYears.of(planned, base, actuals);
            boolean same = Math.abs(asPlanned.measuredRatio() - years.measuredRatio()) < SAME_RATIO;
            if (same || rebasing == MOST_REBASINGS) {
                return new ScenarioPlan(
                        scenario,
                        question.planCurrency(),
                        question.planInput(),
                        outcome,
                        figures(outcome.plan(), years),
                        planned,
                        Roadmap.project(planned, base, actuals),
                        question.freeLevers(),
                        question.assumed(),
                        remarks(question, outcome, same));
            }
            years = asPlanned;
        }
    }

    private static SimulatedPlanner.Outcome plan(PlanQuestion question, DeployedYears years) {
        try {
            return SimulatedPlanner.plan(
                    question.planInput(), (year, inUse) -> state(years.in(year, inUse)));
        } catch (PlanInputRefused refused) {
            throw question.refused(refused);
        }
    }

    private static SimulatedPlanner.State state(DeployedYears.Figures figures) {
        return new SimulatedPlanner.State(
                Map.of(
                        PlanTargets.SCOPE_1, figures.scope1Tonnes(),
                        PlanTargets.SCOPE_2, figures.scope2MarketTonnes(),
                        PlanTargets.SCOPE_3, figures.scope3Tonnes()),
                figures.electricityMwh(),
                figures.renewableMwh());
    }

    private static List<DeployedYears.Figures> figures(Plan plan, DeployedYears years) {
        List<DeployedYears.Figures> figures = new ArrayList<>();
        for (int t = 0; t < plan.years().size(); t++) {
            SortedMap<String, Double> inUse = new TreeMap<>();
            for (Plan.LeverPlan lever : plan.levers()) {
                inUse.put(lever.id(), SimulatedPlanner.snapped(lever.inUse().get(t), 1));
            }
            figures.add(years.in(plan.years().get(t).year(), inUse));
        }
        return figures;
    }

    private static List<String> remarks(
            PlanQuestion question, SimulatedPlanner.Outcome outcome, boolean rebased) {
        List<String> remarks = new ArrayList<>(question.remarks());
        for (Plan.LeverPlan lever : outcome.plan().levers()) {
            if (PlannedScenario.falls(lever)) {
                remarks.add(
                        "The plan takes '%s' out of use again; a scenario cannot, so its projection keeps it."
                                .formatted(lever.id()));
            }
            if (PlannedScenario.isBuiltAnew(lever)) {
                remarks.add(
                        "The plan builds '%s' anew at the end of its life; a planned scenario does not, so its abatement costs lack what is paid then."
                                .formatted(lever.id()));
            }
        }
        if (!rebased) {
            remarks.add(
                    "After %d plans the data centres' re-basing still moves with the plan."
                            .formatted(MOST_REBASINGS));
        }
        if (!outcome.agreed()) {
            remarks.add(
                    "Plan and simulator differ by more than 0.1 %: hold to the simulator's figures.");
        }
        return remarks;
    }
}
