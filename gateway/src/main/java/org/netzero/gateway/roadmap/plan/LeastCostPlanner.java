package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Finds what to build when.
///
/// Minimised one after the other, each with those before it held at their least:
///
/// 1. the sum of the tonnes by which targets are missed, then of the MWh by which renewable shares
///    are, where no plan keeps them all;
/// 2. the sum of the credits, where they come [CreditMarket.Order#LAST];
/// 3. the discounted cost, with the internal carbon price on gross emissions.
///
/// The program ([PlanModel]) is linear, with whole numbers for block projects and exclusive groups.
/// The same input gives the same plan, whatever the order of its lists.
public final class LeastCostPlanner {

    private static final double MISSED = 1e-7;

    private LeastCostPlanner() {}

    public static Plan plan(PlanInput input) {
        boolean creditsLast =
                input.credits()
                        .filter(market -> market.order() == CreditMarket.Order.LAST)
                        .isPresent();
        Optional<Solved> solved = Optional.empty();
        if (creditsLast) {
            solved = solve(input, false, false);
        }
        if (solved.isEmpty()) {
            solved = solve(input, false, true);
        }
        if (solved.isPresent()) {
            return answer(solved.get(), Plan.Status.EVERY_TARGET_KEPT, List.of());
        }
        Solved missing =
                solve(input, true, true)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Without targets, building nothing is always possible"));
        Plan plan = answer(missing, Plan.Status.SMALLEST_GAP, List.of());
        return answer(
                missing,
                Plan.Status.SMALLEST_GAP,
                new BindingLimits(missing.model(), plan).of(missing.stages().subList(0, 2)));
    }

    private record Solved(PlanModel model, List<Stages.Stage> stages) {}

    /// Without the floors of nodes at first: a program with fewer rows has no worse an answer, so
    /// one that breaks no floor is the answer.
    private static Optional<Solved> solve(PlanInput input, boolean gaps, boolean credits) {
        Set<String> floors = new TreeSet<>();
        while (true) {
            PlanModel model =
                    new PlanModel(input, new PlanModel.Variant(gaps, credits, Set.copyOf(floors)));
            List<Terms> objectives = new ArrayList<>();
            if (gaps) {
                objectives.addAll(List.of(model.gapTonnes, model.gapMwh));
            }
            objectives.addAll(objectives(model));
            Optional<List<Stages.Stage>> stages = Stages.run(model.program, objectives);
            if (stages.isEmpty()) {
                return Optional.empty();
            }
            if (!floors.addAll(model.nodesBelowZero(stages.get().getLast().point()))) {
                return Optional.of(new Solved(model, stages.get()));
            }
        }
    }

    private static List<Terms> objectives(PlanModel model) {
        boolean last =
                model.input
                        .credits()
                        .filter(market -> market.order() == CreditMarket.Order.LAST)
                        .isPresent();
        return last && !model.credits.isConstant()
                ? List.of(model.credits, model.cost)
                : List.of(model.cost);
    }

    private static Plan answer(Solved solved, Plan.Status status, List<Plan.BindingLimit> limits) {
        PlanModel model = solved.model();
        List<Stages.Stage> stages = solved.stages();
        Stages.Stage last = stages.getLast();
        double[] point = last.point();
        List<Plan.PlanYear> years = new ArrayList<>();
        double real = 0;
        double internal = 0;
        for (int t = 0; t < model.years.count(); t++) {
            Plan.PlanYear year = year(model, t, point);
            years.add(year);
            real += year.realCost() * model.input.finance().discount(t);
            internal += year.internalCarbonCost() * model.input.finance().discount(t);
        }
        return new Plan(
                status,
                stages.stream().allMatch(Stages.Stage::proven),
                levers(model, point),
                years,
                model.targetRows.stream()
                        .map(row -> target(model, row, years, point, last.gains()))
                        .toList(),
                model.shareRows.stream()
                        .map(row -> share(model, row, point, last.gains()))
                        .toList(),
                new Plan.Costs(real, internal),
                limits);
    }

    private static List<Plan.LeverPlan> levers(PlanModel model, double[] point) {
        List<Plan.LeverPlan> plans = new ArrayList<>();
        for (int l = 0; l < model.levers.size(); l++) {
            List<Double> decided = new ArrayList<>();
            List<Double> inUse = new ArrayList<>();
            for (int t = 0; t < model.years.count(); t++) {
                decided.add(model.decidedUnits(l, t, point));
                inUse.add(model.usedUnits(l, t, point));
            }
            plans.add(new Plan.LeverPlan(model.levers.get(l).id(), decided, inUse));
        }
        return plans;
    }

    private static Plan.PlanYear year(PlanModel model, int t, double[] point) {
        double capital = 0;
        double operating = 0;
        for (int l = 0; l < model.levers.size(); l++) {
            PlanCost cost = model.levers.get(l).cost();
            capital += cost.capitalPerUnit().at(t) * model.decidedUnits(l, t, point);
            operating += cost.operatingPerUnit().at(t) * model.usedUnits(l, t, point);
        }
        double gross = model.grossTonnes(List.of(), t, point);
        double credits = model.creditsTonnes(t, point);
        double price =
                model.input.credits().isPresent()
                        ? model.input.credits().get().pricePerTonne().at(t)
                        : 0;
        return new Plan.PlanYear(
                model.years.year(t),
                model.baseline(t),
                gross,
                credits,
                model.input.renewable().isPresent()
                        ? OptionalDouble.of(renewableShare(model, t, point))
                        : OptionalDouble.empty(),
                capital,
                operating,
                price * credits,
                model.input.finance().internalCarbonPricePerTonne().at(t) * gross);
    }

    private static double renewableShare(PlanModel model, int t, double[] point) {
        double demand = model.demandMwh(t, point);
        return demand <= 0 ? 0 : model.renewableMwh(t, point) / demand;
    }

    private static Plan.TargetResult target(
            PlanModel model,
            PlanModel.TargetRow row,
            List<Plan.PlanYear> years,
            double[] point,
            Optional<double[]> gains) {
        EmissionTarget target = row.target();
        double reached = 0;
        for (int year = target.fromYear(); year <= target.untilYear(); year++) {
            int t = model.years.index(year);
            reached +=
                    switch (target.measure()) {
                        case GROSS -> model.grossTonnes(target.nodes(), t, point);
                        case NET -> years.get(t).netTonnes();
                    };
        }
        double gap = reached - target.tonnes();
        boolean missed = gap > MISSED * model.tonnesScale;
        return new Plan.TargetResult(
                target,
                reached,
                missed ? gap : 0,
                price(missed, gains, row.row(), model.moneyScale / model.tonnesScale));
    }

    private static Plan.ShareResult share(
            PlanModel model, PlanModel.ShareRow row, double[] point, Optional<double[]> gains) {
        int t = model.years.index(row.target().year());
        double gap =
                row.target().share() * model.demandMwh(t, point) - model.renewableMwh(t, point);
        boolean missed = gap > MISSED * model.mwhScale;
        return new Plan.ShareResult(
                row.target(),
                renewableShare(model, t, point),
                missed ? gap : 0,
                price(missed, gains, row.row(), model.moneyScale / model.mwhScale));
    }

    private static OptionalDouble price(
            boolean missed, Optional<double[]> gains, int row, double scale) {
        if (missed || gains.isEmpty()) {
            return OptionalDouble.empty();
        }
        double price = gains.get()[row];
        return OptionalDouble.of(Math.abs(price) < 1e-9 ? 0 : price * scale);
    }
}
