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
/// 3. the discounted cost, with the internal carbon price on gross emissions;
/// 4. the emissions of all years, where a lever costs nothing: of plans that cost the same, the one
///    that emits least.
///
/// Where a target is missed, credits meet a net target only if emissions as a whole and renewable
/// shares of its years are on target and there are enough of them: anything less could not be
/// claimed ([CreditClaims]).
///
/// The program ([PlanModel]) is linear, with whole numbers for block projects and exclusive groups.
/// The same input gives the same plan, whatever the order of its lists.
public final class LeastCostPlanner {

    private static final double MISSED = 1e-7;
    private static final double CLEARLY_MISSED = 1e-5;

    /// So few floors break seldom.
    private static final int FEW_NODES = 10;

    private LeastCostPlanner() {}

    public static Plan plan(PlanInput input) {
        return plan(input, Earlier.NONE).plan();
    }

    /// What an earlier plan of nearly the same input came to. Where that is right of this one too,
    /// it is found sooner; its figures stay the same.
    ///
    /// @param missed whether a target was missed
    /// @param nodesWithFloor nodes that levers would have cut below zero
    record Earlier(boolean missed, Set<String> nodesWithFloor) {
        static final Earlier NONE = new Earlier(false, Set.of());
    }

    record Found(Plan plan, Earlier forLater) {}

    static Found plan(PlanInput input, Earlier earlier) {
        if (earlier.missed() || isOutOfReach(input)) {
            Found missing = missing(input, earlier.nodesWithFloor());
            if (!missing.plan().isKept()) {
                return missing;
            }
        }
        return keeping(input, earlier.nodesWithFloor())
                .orElseGet(() -> missing(input, earlier.nodesWithFloor()));
    }

    /// Whether no plan keeps every target even in parts of blocks, with every credit and nodes
    /// below zero: told sooner than by looking for the cheapest one that does.
    private static boolean isOutOfReach(PlanInput input) {
        PlanModel model =
                new PlanModel(
                        input, new PlanModel.Variant(everything(input), netYears(input), Set.of()));
        Terms gaps = new Terms().add(model.gapTonnes, 1).add(model.gapMwh, 1);
        return !gaps.isConstant()
                && model.program
                        .relaxed()
                        .minimise(gaps)
                        .filter(least -> least.value() > CLEARLY_MISSED)
                        .isPresent();
    }

    /// Empty where no plan keeps every target.
    private static Optional<Found> keeping(PlanInput input, Set<String> floors) {
        Optional<Solved> solved = Optional.empty();
        Set<Integer> creditYears = netYears(input);
        if (creditsLast(input) || creditYears.isEmpty()) {
            solved = solve(input, PlanModel.Missable.NOTHING, Set.of(), floors);
        }
        if (solved.isEmpty() && !creditYears.isEmpty()) {
            solved = solve(input, PlanModel.Missable.NOTHING, creditYears, floors);
        }
        return solved.map(found ->
                new Found(
                        answer(found, Plan.Status.EVERY_TARGET_KEPT, List.of()),
                        new Earlier(false, found.model().nodesWithFloor())));
    }

    private static Found missing(PlanInput input, Set<String> floors) {
        Solved missing = smallestGap(input, floors);
        Plan plan = answer(missing, Plan.Status.SMALLEST_GAP, List.of());
        return new Found(
                answer(
                        missing,
                        Plan.Status.SMALLEST_GAP,
                        new BindingLimits(missing.model(), plan)
                                .of(missing.stages(), missing.gapStages())),
                new Earlier(true, missing.model().nodesWithFloor()));
    }

    private static boolean creditsLast(PlanInput input) {
        return input.credits()
                .filter(market -> market.order() == CreditMarket.Order.LAST)
                .isPresent();
    }

    /// Years under a net target, where there are credits at all.
    private static Set<Integer> netYears(PlanInput input) {
        Set<Integer> years = new TreeSet<>();
        if (input.credits().isPresent()) {
            input.targets().stream()
                    .filter(target -> target.measure() == EmissionTarget.Measure.NET)
                    .forEach(target -> years.addAll(CreditClaims.yearsOf(target)));
        }
        return years;
    }

    /// Without any credit at first. Then credits close the net targets that could be claimed:
    /// nothing else of their years is missed, and there are credits enough.
    private static Solved smallestGap(PlanInput input, Set<String> floors) {
        Solved without =
                solve(input, everything(input), Set.of(), floors)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Without targets, building nothing is always possible"));
        CreditClaims claims =
                new CreditClaims(input, answer(without, Plan.Status.SMALLEST_GAP, List.of()));
        if (claims.years().isEmpty()) {
            return without;
        }
        PlanModel.Missable all = everything(input);
        return solve(
                        input,
                        new PlanModel.Missable(
                                without(all.targets(), claims.keptTargets()),
                                without(all.shares(), claims.keptShares())),
                        claims.years(),
                        without.model().nodesWithFloor())
                .orElse(without);
    }

    private static PlanModel.Missable everything(PlanInput input) {
        Set<String> targets = new TreeSet<>();
        input.targets().forEach(target -> targets.add(target.id()));
        Set<String> shares = new TreeSet<>();
        input.renewable()
                .ifPresent(path -> path.targets().forEach(target -> shares.add(target.id())));
        return new PlanModel.Missable(targets, shares);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> others = new TreeSet<>(all);
        others.removeAll(some);
        return others;
    }

    /// @param gapStages how many of the stages, from the first on, minimise gaps
    /// @param costStage which of them minimises the cost
    private record Solved(
            PlanModel model, List<Stages.Stage> stages, int gapStages, int costStage) {}

    /// Without further floors of nodes at first: a program with fewer rows has no worse an answer,
    /// so one that breaks no floor is the answer.
    private static Optional<Solved> solve(
            PlanInput input,
            PlanModel.Missable missable,
            Set<Integer> creditYears,
            Set<String> known) {
        Set<String> floors = new TreeSet<>(known);
        while (true) {
            PlanModel model =
                    new PlanModel(
                            input,
                            new PlanModel.Variant(missable, creditYears, Set.copyOf(floors)));
            List<Terms> objectives = new ArrayList<>();
            if (!model.gapTonnes.isConstant()) {
                objectives.add(model.gapTonnes);
            }
            if (!model.gapMwh.isConstant()) {
                objectives.add(model.gapMwh);
            }
            int gapStages = objectives.size();
            if (creditsLast(input) && !model.credits.isConstant()) {
                objectives.add(model.credits);
            }
            int costStage = objectives.size();
            objectives.add(model.cost);
            if (input.levers().stream().anyMatch(PlanLever::isFree)) {
                objectives.add(model.emitted());
            }
            // A floor that the first objective breaks is broken by the last as a rule.
            Optional<List<Stages.Stage>> first =
                    objectives.size() == 1
                                    || model.nodes.size() <= FEW_NODES
                                    || model.program.hasWholeColumns()
                            ? Optional.empty()
                            : Stages.run(model.program, objectives.subList(0, 1));
            if (first.isPresent()
                    && floors.addAll(model.nodesBelowZero(first.get().getLast().point()))) {
                continue;
            }
            Optional<List<Stages.Stage>> stages = Stages.run(model.program, objectives);
            if (stages.isEmpty()) {
                return Optional.empty();
            }
            if (!floors.addAll(model.nodesBelowZero(stages.get().getLast().point()))) {
                return Optional.of(new Solved(model, stages.get(), gapStages, costStage));
            }
        }
    }

    private static Plan answer(Solved solved, Plan.Status status, List<Plan.BindingLimit> limits) {
        PlanModel model = solved.model();
        List<Stages.Stage> stages = solved.stages();
        Optional<double[]> gains = stages.get(solved.costStage()).gains();
        double[] point = stages.getLast().point();
        List<Plan.PlanYear> years = new ArrayList<>();
        double real = 0;
        double unused = 0;
        double internal = 0;
        double atTheEnd = model.input.finance().discount(model.years.count() - 1);
        for (int t = 0; t < model.years.count(); t++) {
            Plan.PlanYear year = year(model, t, point);
            years.add(year);
            unused += year.unusedCapital() * atTheEnd;
            real += year.realCost() * model.input.finance().discount(t);
            internal += year.internalCarbonCost() * model.input.finance().discount(t);
        }
        Plan plan =
                new Plan(
                        status,
                        stages.stream().allMatch(Stages.Stage::proven),
                        levers(model, point),
                        years,
                        model.targetRows.stream()
                                .map(row -> target(model, row, years, point, gains))
                                .toList(),
                        model.shareRows.stream()
                                .map(row -> share(model, row, point, gains))
                                .toList(),
                        new Plan.Costs(real - unused, unused, internal),
                        limits);
        return CreditClaims.saidIn(plan, model.input);
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
        double unused = 0;
        double operating = 0;
        for (int l = 0; l < model.levers.size(); l++) {
            PlanCost cost = model.levers.get(l).cost();
            double decided = model.decidedUnits(l, t, point);
            capital += cost.capitalPerUnit().at(t) * decided;
            unused += cost.unusedCapitalPerUnit().at(t) * decided;
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
                unused,
                operating,
                price * credits,
                model.input.finance().internalCarbonPricePerTonne().at(t) * gross,
                List.of());
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
