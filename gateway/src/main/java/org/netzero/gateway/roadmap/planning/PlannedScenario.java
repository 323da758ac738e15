package org.netzero.gateway.roadmap.planning;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.plan.SimulatedPlanner;

/// A scenario with its levers deployed as a plan has them in use.
final class PlannedScenario {

    private PlannedScenario() {}

    /// A lever that the plan takes out of use again stays: deployments do not fall.
    static Scenario of(Scenario scenario, List<Plan.LeverPlan> plans) {
        return scenario.withLevers(
                scenario.levers().stream()
                        .map(lever ->
                                plans.stream()
                                        .filter(plan -> plan.id().equals(lever.id()))
                                        .findFirst()
                                        .map(plan -> deployed(lever, plan, scenario))
                                        .orElse(lever))
                        .toList());
    }

    private static Lever deployed(Lever lever, Plan.LeverPlan plan, Scenario scenario) {
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                lever.effect(),
                deployment(lever.deployment(), plan, scenario),
                lever.cost(),
                lever.exclusiveGroup(),
                lever.place(),
                lever.requires(),
                lever.evidence());
    }

    private static Deployment deployment(Deployment own, Plan.LeverPlan plan, Scenario scenario) {
        SortedMap<Integer, Double> wanted = new TreeMap<>();
        double deployed = 0;
        double steepest = own.rampPerYear();
        for (int t = 0; t < plan.inUse().size(); t++) {
            double share =
                    Math.clamp(SimulatedPlanner.snapped(plan.inUse().get(t), 1), deployed, 1);
            if (share > deployed) {
                wanted.put(scenario.baseYear() + 1 + t, share);
                steepest = Math.max(steepest, share - deployed);
                deployed = share;
            }
        }
        if (wanted.isEmpty()) {
            wanted.put(own.startYear(), 0.0);
            return new Deployment(
                    own.startYear(),
                    own.rampPerYear(),
                    own.leadTimeYears(),
                    OptionalInt.empty(),
                    false,
                    wanted);
        }
        int firstYear = wanted.firstKey();
        int start = Math.max(scenario.baseYear() + 1, firstYear - own.leadTimeYears());
        boolean endsBefore =
                own.lifeYears().isPresent()
                        && firstYear + own.lifeYears().getAsInt() <= scenario.targetYear();
        return new Deployment(
                start,
                Math.min(1, steepest),
                firstYear - start,
                endsBefore ? OptionalInt.empty() : own.lifeYears(),
                false,
                wanted);
    }

    /// Whether more is decided than is ever in use at once.
    static boolean isBuiltAnew(Plan.LeverPlan plan) {
        double decided = plan.decided().stream().mapToDouble(units -> units).sum();
        double most = plan.inUse().stream().mapToDouble(units -> units).max().orElse(0);
        return decided > most + 1e-6;
    }

    /// Whether a plan takes a lever out of use again, which the scenario cannot.
    static boolean falls(Plan.LeverPlan plan) {
        for (int t = 1; t < plan.inUse().size(); t++) {
            if (plan.inUse().get(t) < plan.inUse().get(t - 1) - 1e-9) {
                return true;
            }
        }
        return false;
    }
}
