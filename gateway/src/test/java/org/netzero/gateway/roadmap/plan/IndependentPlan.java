package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/// The same problem written down anew, unscaled and without anything substituted, for another
/// solver: a column each for what is decided, what stands, what runs, what a node emits, each
/// credit and each gap. No whole numbers.
final class IndependentPlan {

    /// @param missedTonnes least sum of gaps of emission targets
    /// @param missedMwh least sum of gaps of share targets, the tonnes held
    record Answer(double missedTonnes, double missedMwh, double credits, double cost) {}

    private final PlanInput input;
    private final int years;
    private final int levers;
    private final int nodes;
    private static final double KEPT = 1e-6;

    private final int columns;
    private final List<LinearConstraint> rows = new ArrayList<>();
    private double[] last = {};

    private IndependentPlan(PlanInput input) {
        this.input = input;
        years = input.lastYear() - input.baseYear();
        levers = input.levers().size();
        nodes = input.baselines().size();
        columns = years * (3 * levers + nodes + 1) + input.targets().size() + shares().size();
    }

    static Answer solve(PlanInput input) {
        return solve(input, _ -> {});
    }

    /// With the decisions of one lever given; empty where they break a physical limit.
    static Optional<Answer> solveWith(PlanInput input, int lever, double[] decided) {
        try {
            return Optional.of(
                    solve(
                            input,
                            plan -> {
                                for (int t = 0; t < decided.length; t++) {
                                    double[] row = plan.row();
                                    row[plan.decided(lever, t)] = 1;
                                    plan.row(row, Relationship.EQ, decided[t]);
                                }
                            }));
        } catch (MathIllegalStateException impossible) {
            return Optional.empty();
        }
    }

    /// Every target kept, with credits where need be; else the smallest gap without credits, and
    /// credits for those net targets that they close and beside which nothing else is missed.
    private static Answer solve(PlanInput input, Consumer<IndependentPlan> given) {
        IndependentPlan every = new IndependentPlan(input);
        given.accept(every);
        Answer kept = every.solve();
        if (kept.missedTonnes() + kept.missedMwh() < KEPT) {
            return kept;
        }
        IndependentPlan physical = new IndependentPlan(input);
        given.accept(physical);
        for (int t = 0; t < physical.years; t++) {
            physical.none(physical.credit(t));
        }
        Answer without = physical.solve();
        IndependentPlan claimed = new IndependentPlan(input);
        given.accept(claimed);
        if (!claimed.claimAfter(physical)) {
            return without;
        }
        return claimed.solve();
    }

    private void none(int column) {
        double[] row = row();
        row[column] = 1;
        row(row, Relationship.LEQ, 0);
    }

    private boolean isMissed(int i) {
        return last[gap(i)] > KEPT;
    }

    /// Whether any net target can be claimed; then what it needs may not be missed any more.
    private boolean claimAfter(IndependentPlan physical) {
        Set<Integer> creditYears = new HashSet<>();
        int targets = input.targets().size();
        double used = 0;
        for (int i : byYear()) {
            EmissionTarget net = input.targets().get(i);
            if (net.measure() != EmissionTarget.Measure.NET || !physical.isMissed(i)) {
                continue;
            }
            List<Integer> needed = new ArrayList<>(List.of(i));
            for (int k = 0; k < targets; k++) {
                EmissionTarget other = input.targets().get(k);
                if (other.measure() == EmissionTarget.Measure.GROSS
                        && other.fromYear() <= net.untilYear()
                        && other.untilYear() >= net.fromYear()) {
                    needed.add(k);
                }
            }
            for (int k = 0; k < shares().size(); k++) {
                int year = shares().get(k).year();
                if (year >= net.fromYear() && year <= net.untilYear()) {
                    needed.add(targets + k);
                }
            }
            double available = available(net.untilYear() - input.baseYear() - 1, used);
            if (needed.stream().skip(1).noneMatch(physical::isMissed)
                    && physical.last[gap(i)] <= available) {
                used += physical.last[gap(i)];
                needed.forEach(k -> none(gap(k)));
                for (int year = net.fromYear(); year <= net.untilYear(); year++) {
                    creditYears.add(year - input.baseYear() - 1);
                }
            }
        }
        for (int t = 0; t < years; t++) {
            if (!creditYears.contains(t)) {
                none(credit(t));
            }
        }
        return !creditYears.isEmpty();
    }

    /// The net targets here are of one year each.
    private List<Integer> byYear() {
        return IntStream.range(0, input.targets().size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> input.targets().get(i).untilYear()))
                .toList();
    }

    private double available(int t, double used) {
        if (input.credits().isEmpty()) {
            return 0;
        }
        double most = input.credits().get().availableTonnes().at(t);
        return input.credits()
                .get()
                .heldTonnes()
                .map(held -> Math.min(most, held.at(t) - used))
                .orElse(most);
    }

    private Answer solve() {
        addLevers();
        addEmissions();
        addShares();
        addCaps();
        double[] tonnes = new double[columns];
        double[] mwh = new double[columns];
        double[] credits = new double[columns];
        double[] cost = cost();
        for (int i = 0; i < input.targets().size(); i++) {
            tonnes[gap(i)] = 1;
        }
        for (int i = 0; i < shares().size(); i++) {
            mwh[gap(input.targets().size() + i)] = 1;
        }
        for (int t = 0; t < years; t++) {
            credits[credit(t)] = 1;
        }
        double missedTonnes = leastAndHeld(tonnes);
        double missedMwh = leastAndHeld(mwh);
        boolean last = input.credits().map(c -> c.order() == CreditMarket.Order.LAST).orElse(false);
        double fewest = last ? leastAndHeld(credits) : Double.NaN;
        return new Answer(missedTonnes, missedMwh, fewest, least(cost));
    }

    private double leastAndHeld(double[] objective) {
        double least = least(objective);
        rows.add(new LinearConstraint(objective, Relationship.LEQ, least + 1e-8));
        return least;
    }

    private double least(double[] objective) {
        PointValuePair found =
                new SimplexSolver(1e-9, 10, 1e-11)
                        .optimize(
                                new MaxIter(100_000),
                                new LinearObjectiveFunction(objective, 0),
                                new LinearConstraintSet(rows),
                                GoalType.MINIMIZE,
                                new NonNegativeConstraint(true),
                                PivotSelectionRule.BLAND);
        last = found.getPoint();
        return found.getValue();
    }

    private List<RenewablePath.ShareTarget> shares() {
        return input.renewable().map(RenewablePath::targets).orElse(List.of());
    }

    private int decided(int l, int t) {
        return 3 * (l * years + t);
    }

    private int stands(int l, int t) {
        return decided(l, t) + 1;
    }

    private int runs(int l, int t) {
        return decided(l, t) + 2;
    }

    private int emits(int n, int t) {
        return 3 * levers * years + n * years + t;
    }

    private int credit(int t) {
        return (3 * levers + nodes) * years + t;
    }

    private int gap(int i) {
        return (3 * levers + nodes + 1) * years + i;
    }

    private void row(double[] row, Relationship relationship, double bound) {
        rows.add(new LinearConstraint(row, relationship, bound));
    }

    private double[] row() {
        return new double[columns];
    }

    private void addLevers() {
        for (int l = 0; l < levers; l++) {
            PlanLever lever = input.levers().get(l);
            for (int t = 0; t < years; t++) {
                double[] limit = row();
                limit[decided(l, t)] = 1;
                row(limit, Relationship.LEQ, lever.buildLimitPerYear().at(t));
                double[] stands = row();
                stands[stands(l, t)] = 1;
                for (int s = 0; s < years; s++) {
                    int age = t - s - lever.leadTimeYears();
                    if (age >= 0 && age < lever.lifeYears().orElse(1_000)) {
                        stands[decided(l, s)] = -1;
                    }
                }
                row(stands, Relationship.EQ, lever.deployedBefore());
                double[] most = row();
                most[stands(l, t)] = 1;
                row(most, Relationship.LEQ, lever.potential());
                double[] runs = row();
                runs[runs(l, t)] = 1;
                runs[stands(l, t)] = -1;
                row(runs, lever.irreversible() ? Relationship.EQ : Relationship.LEQ, 0);
            }
            // What would take effect after the last year is of no use and is not bought.
            for (int t = Math.max(0, years - lever.leadTimeYears()); t < years; t++) {
                double[] late = row();
                late[decided(l, t)] = 1;
                row(late, Relationship.EQ, 0);
            }
        }
    }

    private double cutPerUnit(PlanLever lever, int n, int t) {
        double sum = 0;
        for (Cut cut : lever.cuts()) {
            if (cut.node().equals(input.baselines().get(n).node())) {
                sum +=
                        switch (cut) {
                            case Cut.ShareOfNode share ->
                                    share.depth()
                                            * input.baselines().get(n).tonnes().at(t)
                                            / lever.potential();
                            case Cut.TonnesPerUnit tonnes -> tonnes.tonnesPerUnit().at(t);
                        };
            }
        }
        return sum;
    }

    private void addEmissions() {
        for (int n = 0; n < nodes; n++) {
            for (int t = 0; t < years; t++) {
                double[] row = row();
                row[emits(n, t)] = 1;
                for (int l = 0; l < levers; l++) {
                    row[runs(l, t)] = cutPerUnit(input.levers().get(l), n, t);
                }
                row(row, Relationship.GEQ, input.baselines().get(n).tonnes().at(t));
            }
        }
        for (int t = 0; t < years; t++) {
            double[] available = row();
            available[credit(t)] = 1;
            int year = t;
            row(
                    available,
                    Relationship.LEQ,
                    input.credits().map(c -> c.availableTonnes().at(year)).orElse(0.0));
        }
        for (int t = 0; t < years && input.credits().isPresent(); t++) {
            if (input.credits().get().heldTonnes().isPresent()) {
                double[] used = row();
                for (int s = 0; s <= t; s++) {
                    used[credit(s)] = 1;
                }
                row(used, Relationship.LEQ, input.credits().get().heldTonnes().get().at(t));
            }
        }
        for (int i = 0; i < input.targets().size(); i++) {
            EmissionTarget target = input.targets().get(i);
            double[] row = row();
            row[gap(i)] = -1;
            for (int year = target.fromYear(); year <= target.untilYear(); year++) {
                int t = year - input.baseYear() - 1;
                for (int n = 0; n < nodes; n++) {
                    if (target.nodes().isEmpty()
                            || target.nodes().contains(input.baselines().get(n).node())) {
                        row[emits(n, t)] = 1;
                    }
                }
                if (target.measure() == EmissionTarget.Measure.NET) {
                    row[credit(t)] = -1;
                }
            }
            row(row, Relationship.LEQ, target.tonnes());
        }
    }

    private void addShares() {
        for (int i = 0; i < shares().size(); i++) {
            RenewablePath.ShareTarget target = shares().get(i);
            int t = target.year() - input.baseYear() - 1;
            RenewablePath path = input.renewable().orElseThrow();
            double[] row = row();
            row[gap(input.targets().size() + i)] = 1;
            for (int l = 0; l < levers; l++) {
                ElectricityEffect effect = input.levers().get(l).electricity();
                row[runs(l, t)] =
                        effect.renewableMwhPerUnit().at(t)
                                - target.share() * effect.demandMwhPerUnit().at(t);
            }
            row(
                    row,
                    Relationship.GEQ,
                    target.share() * path.demandMwh().at(t) - path.renewableMwh().at(t));
        }
    }

    private void addCaps() {
        for (CapitalCap cap : input.capitalCaps()) {
            int t = cap.year() - input.baseYear() - 1;
            double[] row = row();
            for (int l = 0; l < levers; l++) {
                row[decided(l, t)] = input.levers().get(l).cost().capitalPerUnit().at(t);
            }
            row(row, Relationship.LEQ, cap.amount());
        }
    }

    private double[] cost() {
        double[] cost = row();
        double last = 1 / Math.pow(1 + input.finance().discountRatePerYear(), years);
        for (int t = 0; t < years; t++) {
            double factor = 1 / Math.pow(1 + input.finance().discountRatePerYear(), t + 1);
            for (int l = 0; l < levers; l++) {
                PlanCost of = input.levers().get(l).cost();
                cost[decided(l, t)] =
                        factor * of.capitalPerUnit().at(t) - last * of.unusedCapitalPerUnit().at(t);
                cost[runs(l, t)] = factor * input.levers().get(l).cost().operatingPerUnit().at(t);
            }
            for (int n = 0; n < nodes; n++) {
                cost[emits(n, t)] = factor * input.finance().internalCarbonPricePerTonne().at(t);
            }
            int year = t;
            cost[credit(t)] =
                    factor * input.credits().map(c -> c.pricePerTonne().at(year)).orElse(0.0);
        }
        return cost;
    }
}
