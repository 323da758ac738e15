package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/// A plan held against its targets by what the simulator says of its deployment.
final class Judgement {

    /// Rounding allowed on a target, as a part of the largest emissions or demand.
    private static final double TOLERANCE = 1e-6;

    private final PlanInput input;
    private final Plan plan;
    private final List<SimulatedPlanner.State> simulated;
    private final List<SimulatedPlanner.State> without;

    /// @param without the years with no lever in use beyond those of the base year
    Judgement(
            PlanInput input,
            Plan plan,
            List<SimulatedPlanner.State> simulated,
            List<SimulatedPlanner.State> without) {
        this.input = input;
        this.plan = plan;
        this.simulated = simulated;
        this.without = without;
    }

    Plan judged() {
        List<Plan.TargetResult> targets = plan.targets().stream().map(this::judged).toList();
        List<Plan.ShareResult> shares = plan.shareTargets().stream().map(this::judged).toList();
        List<Plan.PlanYear> years = new ArrayList<>();
        double internal = 0;
        for (int t = 0; t < simulated.size(); t++) {
            Plan.PlanYear year = judged(t);
            years.add(year);
            internal += year.internalCarbonCost() * input.finance().discount(t);
        }
        boolean missed =
                targets.stream().anyMatch(target -> target.gapTonnes() > 0)
                        || shares.stream().anyMatch(share -> share.gapMwh() > 0);
        Plan.Status status =
                !missed
                        ? Plan.Status.EVERY_TARGET_KEPT
                        : plan.status() == Plan.Status.SMALLEST_GAP
                                ? Plan.Status.SMALLEST_GAP
                                : Plan.Status.MISSED_WHEN_SIMULATED;
        return new Plan(
                status,
                plan.proven(),
                plan.levers(),
                years,
                targets,
                shares,
                new Plan.Costs(plan.costs().real(), plan.costs().unusedCapital(), internal),
                plan.bindingLimits());
    }

    private Plan.PlanYear judged(int t) {
        double gross = simulated.get(t).grossTonnes();
        return plan.years()
                .get(t)
                .as(
                        without.get(t).grossTonnes(),
                        gross,
                        input.renewable().isPresent()
                                ? OptionalDouble.of(simulated.get(t).renewableShare())
                                : OptionalDouble.empty(),
                        input.finance().internalCarbonPricePerTonne().at(t) * gross);
    }

    private Plan.TargetResult judged(Plan.TargetResult result) {
        EmissionTarget target = result.target();
        double reached = 0;
        double whole = 0;
        for (int year : CreditClaims.yearsOf(target)) {
            int t = input.years().index(year);
            reached += tonnes(target, t);
            whole = Math.max(whole, without.get(t).grossTonnes());
        }
        double gap = reached - target.tonnes();
        boolean missed = gap > TOLERANCE * Math.max(whole, Math.abs(target.tonnes()));
        return new Plan.TargetResult(
                target,
                reached,
                missed ? gap : 0,
                missed ? OptionalDouble.empty() : result.shadowPricePerTonne());
    }

    private double tonnes(EmissionTarget target, int t) {
        SimulatedPlanner.State state = simulated.get(t);
        return switch (target.measure()) {
            case NET -> state.grossTonnes() - plan.years().get(t).creditsTonnes();
            case GROSS ->
                    target.nodes().isEmpty()
                            ? state.grossTonnes()
                            : target.nodes().stream()
                                    .sorted()
                                    .mapToDouble(node ->
                                            Objects.requireNonNull(
                                                    state.tonnesByNode().get(node), node))
                                    .sum();
        };
    }

    private Plan.ShareResult judged(Plan.ShareResult result) {
        SimulatedPlanner.State state = simulated.get(input.years().index(result.target().year()));
        double gap = result.target().share() * state.demandMwh() - state.renewableMwh();
        boolean missed = gap > TOLERANCE * state.demandMwh();
        return new Plan.ShareResult(
                result.target(),
                state.renewableShare(),
                missed ? gap : 0,
                missed ? OptionalDouble.empty() : result.shadowPricePerMwh());
    }
}
