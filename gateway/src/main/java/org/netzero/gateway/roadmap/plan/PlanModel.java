package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The linear program of an input, scaled so that its coefficients lie near one: a lever's column
/// is a share of its potential or a block, tonnes are parts of the largest baseline, money is parts
/// of the dearest lever.
final class PlanModel {

    /// What a row or the upper bound of a column stands for, and the units that one of the program
    /// is.
    record Limit(Plan.BindingLimit.Kind kind, String subject, int index, double unit) {}

    record TargetRow(EmissionTarget target, int row) {}

    record ShareRow(RenewablePath.ShareTarget target, int row) {}

    /// @param missable what may be missed
    /// @param creditYears calendar years in which credits may be used
    /// @param nodesWithFloor nodes whose floor of zero is part of the program; few floors ever
    ///   bind, so they come in where a point breaks them
    record Variant(Missable missable, Set<Integer> creditYears, Set<String> nodesWithFloor) {}

    /// Targets that a plan may miss, by their ids.
    record Missable(Set<String> targets, Set<String> shares) {
        static final Missable NOTHING = new Missable(Set.of(), Set.of());
    }

    private static final int NONE = -1;
    private static final double NEGLIGIBLE = 1e-12;

    final PlanInput input;
    final PlanYears years;
    final LinearProgram program = new LinearProgram();
    final List<NodeBaseline> nodes;
    final List<PlanLever> levers;
    final double tonnesScale;
    final double mwhScale;
    final double moneyScale;
    final List<TargetRow> targetRows = new ArrayList<>();
    final List<ShareRow> shareRows = new ArrayList<>();
    final Map<Integer, Limit> rowLimits = new TreeMap<>();
    final Map<Integer, Limit> columnLimits = new TreeMap<>();
    final Terms gapTonnes = new Terms();
    final Terms gapMwh = new Terms();
    final Terms credits = new Terms();
    final Terms cost = new Terms();

    private final Missable missable;
    private final Set<Integer> creditYears;
    private final Set<String> nodesWithFloor;
    private final Map<String, Integer> nodePlaces = new HashMap<>();
    private final double[] unit;
    private final int[][] decided;
    private final Terms[][] used;
    private final double[][] mostUsed;
    private final double[][][] cuts;
    private final int[][] floored;
    private final int[] creditColumns;

    /// @param variant what the program holds beside the input's rows
    PlanModel(PlanInput input, Variant variant) {
        this.input = input;
        missable = variant.missable();
        creditYears = variant.creditYears();
        nodesWithFloor = variant.nodesWithFloor();
        years = input.years();
        nodes = sorted(input.baselines(), Comparator.comparing(NodeBaseline::node));
        levers = sorted(input.levers(), Comparator.comparing(PlanLever::id));
        for (int i = 0; i < nodes.size(); i++) {
            nodePlaces.put(nodes.get(i).node(), i);
        }
        tonnesScale = orOne(largestBaseline());
        mwhScale = orOne(largestDemand());
        unit = levers.stream().mapToDouble(PlanModel::unitOf).toArray();
        moneyScale = orOne(dearest());
        decided = new int[levers.size()][years.count()];
        used = new Terms[levers.size()][years.count()];
        mostUsed = new double[levers.size()][years.count()];
        cuts = cutsPerUnit();
        floored = new int[nodes.size()][years.count()];
        creditColumns = new int[years.count()];
        for (int lever = 0; lever < levers.size(); lever++) {
            addLever(lever);
        }
        addGroups();
        addRequirements();
        addFloors();
        addCredits();
        addTargets();
        addShares();
        addCapitalCaps();
        addCost();
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }

    private static double orOne(double scale) {
        return scale > 0 ? scale : 1;
    }

    private static double unitOf(PlanLever lever) {
        return lever.blockSize().orElse(lever.potential());
    }

    private double largestBaseline() {
        double largest = 0;
        for (int t = 0; t < years.count(); t++) {
            largest = Math.max(largest, baseline(t));
        }
        return largest;
    }

    double baseline(int t) {
        double sum = 0;
        for (NodeBaseline node : nodes) {
            sum += node.tonnes().at(t);
        }
        return sum;
    }

    private double largestDemand() {
        double largest = 0;
        if (input.renewable().isPresent()) {
            for (int t = 0; t < years.count(); t++) {
                largest = Math.max(largest, input.renewable().get().demandMwh().at(t));
            }
        }
        return largest;
    }

    private double dearest() {
        double dearest = 0;
        for (int l = 0; l < levers.size(); l++) {
            PlanCost of = levers.get(l).cost();
            for (int t = 0; t < years.count(); t++) {
                double both =
                        Math.max(of.capitalPerUnit().at(t), Math.abs(of.operatingPerUnit().at(t)));
                dearest = Math.max(dearest, both * unit[l]);
            }
        }
        return dearest;
    }

    private double[][][] cutsPerUnit() {
        double[][][] all = new double[levers.size()][nodes.size()][];
        for (int l = 0; l < levers.size(); l++) {
            for (Cut cut : levers.get(l).cuts()) {
                int node = place(nodePlaces, cut.node());
                double[] perYear = new double[years.count()];
                for (int t = 0; t < perYear.length; t++) {
                    perYear[t] = perUnit(levers.get(l), cut, nodes.get(node).tonnes().at(t), t);
                }
                all[l][node] = perYear;
            }
        }
        return all;
    }

    private static double perUnit(PlanLever lever, Cut cut, double baseline, int t) {
        return switch (cut) {
            case Cut.ShareOfNode(String _, double depth) ->
                    lever.potential() == 0 ? 0 : depth * baseline / lever.potential();
            case Cut.TonnesPerUnit(String _, YearPath tonnes) -> tonnes.at(t);
        };
    }

    /// The input's rules hold that all that is named is there.
    private static int place(Map<String, Integer> places, String id) {
        return Objects.requireNonNull(places.get(id), id);
    }

    private double cutOf(int lever, int node, int t) {
        double[] perYear = cuts[lever][node];
        return perYear == null ? 0 : perYear[t];
    }

    private void addLever(int l) {
        PlanLever lever = levers.get(l);
        for (int t = 0; t < years.count(); t++) {
            decided[l][t] = decisionColumn(l, lever, t);
        }
        double most = lever.potential() == 0 ? 0 : lever.potential() / unit[l];
        for (int t = 0; t < years.count(); t++) {
            int first = firstInEffect(lever, t);
            Terms standing = new Terms().add(before(l));
            double upper = before(l);
            for (int s = first; s <= t - lever.leadTimeYears(); s++) {
                if (decided[l][s] != NONE) {
                    standing.add(decided[l][s], 1);
                    upper += program.upper(decided[l][s]);
                }
            }
            boolean lastOfItsWindow = t == years.count() - 1 || firstInEffect(lever, t + 1) > first;
            if (upper > most * (1 + NEGLIGIBLE) && lastOfItsWindow) {
                int row = program.atMost(standing, most);
                rowLimits.put(
                        row,
                        new Limit(Plan.BindingLimit.Kind.POTENTIAL, lever.id(), NONE, unit[l]));
            }
            mostUsed[l][t] = Math.min(most, upper);
            used[l][t] = mayStandIdle(lever, t) ? usedPartOf(standing, mostUsed[l][t]) : standing;
        }
    }

    private double before(int l) {
        return unit[l] == 0 ? 0 : levers.get(l).deployedBefore() / unit[l];
    }

    private static int firstInEffect(PlanLever lever, int t) {
        return lever.lifeYears().isPresent()
                ? Math.max(0, t - lever.leadTimeYears() - lever.lifeYears().getAsInt() + 1)
                : 0;
    }

    private int decisionColumn(int l, PlanLever lever, int t) {
        double limit = Math.min(lever.buildLimitPerYear().at(t), lever.potential());
        if (limit <= 0 || t + lever.leadTimeYears() >= years.count()) {
            return NONE;
        }
        int column;
        if (lever.blockSize().isPresent()) {
            double blocks = Math.floor(limit / unit[l] * (1 + NEGLIGIBLE));
            if (blocks < 1) {
                return NONE;
            }
            column = program.wholeColumn(blocks);
        } else {
            column = program.column(0, limit / unit[l]);
        }
        columnLimits.put(
                column, new Limit(Plan.BindingLimit.Kind.BUILD_LIMIT, lever.id(), t, unit[l]));
        return column;
    }

    /// Only where standing idle can be of use: it costs nothing to run, and harms nothing.
    private static boolean mayStandIdle(PlanLever lever, int t) {
        return !lever.irreversible()
                && (lever.cost().operatingPerUnit().at(t) > 0
                        || lever.electricity().demandMwhPerUnit().at(t) > 0
                        || lever.cuts().stream()
                                .anyMatch(cut ->
                                        cut instanceof Cut.TonnesPerUnit(String _, YearPath tonnes)
                                                && tonnes.at(t) < 0));
    }

    private Terms usedPartOf(Terms standing, double most) {
        if (most == 0) {
            return standing;
        }
        Terms part = new Terms().add(program.column(0, most), 1);
        program.atMost(new Terms().add(part, 1).add(standing, -1), 0);
        return part;
    }

    private Map<String, Integer> leverPlaces() {
        Map<String, Integer> places = new HashMap<>();
        for (int l = 0; l < levers.size(); l++) {
            places.put(levers.get(l).id(), l);
        }
        return places;
    }

    /// Shares of the potential in use: of what requires another, no more than of the other.
    private void addRequirements() {
        Map<String, Integer> places = leverPlaces();
        for (int l = 0; l < levers.size(); l++) {
            for (String id : levers.get(l).requires()) {
                int required = place(places, id);
                for (int t = 0; t < years.count(); t++) {
                    Terms ahead =
                            new Terms()
                                    .add(used[l][t], shareOfPotential(l))
                                    .add(used[required][t], -shareOfPotential(required));
                    if (!ahead.isConstant() || ahead.constant() > 0) {
                        program.atMost(ahead, 0);
                    }
                }
            }
        }
    }

    private double shareOfPotential(int l) {
        return levers.get(l).potential() == 0 ? 0 : unit[l] / levers.get(l).potential();
    }

    private void addGroups() {
        Map<String, Integer> places = leverPlaces();
        List<Set<String>> groups = new ArrayList<>(GroupRules.alternatives(input));
        groups.sort(Comparator.comparing(Object::toString));
        for (Set<String> group : groups) {
            boolean standing = group.stream().anyMatch(id -> before(place(places, id)) > 0);
            Terms chosen = new Terms();
            for (String id : group) {
                addAlternative(place(places, id), standing, chosen);
            }
            program.atMost(chosen, 1);
        }
    }

    private void addAlternative(int l, boolean oneStands, Terms chosen) {
        Terms whole = new Terms();
        double most = 0;
        for (int column : decided[l]) {
            if (column != NONE) {
                whole.add(column, 1);
                most += program.upper(column);
            }
        }
        if (most == 0) {
            return;
        }
        int row;
        if (oneStands) {
            row = program.atMost(whole, before(l) > 0 ? most : 0);
        } else {
            int choice = program.wholeColumn(1);
            chosen.add(choice, 1);
            row = program.atMost(whole.add(choice, -most), 0);
        }
        rowLimits.put(
                row,
                new Limit(
                        Plan.BindingLimit.Kind.EXCLUSIVE_GROUP, levers.get(l).id(), NONE, unit[l]));
    }

    /// A node that levers could cut below zero has a column for what stays.
    private void addFloors() {
        for (int n = 0; n < nodes.size(); n++) {
            for (int t = 0; t < years.count(); t++) {
                double baseline = nodes.get(n).tonnes().at(t);
                double most = 0;
                for (int l = 0; l < levers.size(); l++) {
                    most += Math.max(0, cutOf(l, n, t)) * mostUsed[l][t] * unit[l];
                }
                floored[n][t] = NONE;
                if (nodesWithFloor.contains(nodes.get(n).node())
                        && most > baseline * (1 + NEGLIGIBLE)) {
                    floored[n][t] = program.column(0, Double.POSITIVE_INFINITY);
                    Terms left = linear(List.of(n), t);
                    program.atMost(left.add(floored[n][t], -1), 0);
                }
            }
        }
    }

    /// Baseline less cuts of some nodes together, in scaled tonnes.
    private Terms linear(List<Integer> some, int t) {
        Terms left = new Terms();
        double[] perLever = new double[levers.size()];
        for (int n : some) {
            left.add(nodes.get(n).tonnes().at(t) / tonnesScale);
            for (int l = 0; l < perLever.length; l++) {
                perLever[l] += cutOf(l, n, t);
            }
        }
        for (int l = 0; l < perLever.length; l++) {
            if (perLever[l] != 0) {
                left.add(used[l][t], -perLever[l] * unit[l] / tonnesScale);
            }
        }
        return left;
    }

    /// What some nodes emit together, in scaled tonnes.
    private Terms gross(List<Integer> some, int t) {
        Terms floors = new Terms();
        List<Integer> unfloored = new ArrayList<>();
        for (int n : some) {
            if (floored[n][t] == NONE) {
                unfloored.add(n);
            } else {
                floors.add(floored[n][t], 1);
            }
        }
        return linear(unfloored, t).add(floors, 1);
    }

    private List<Integer> places(List<String> some) {
        return some.isEmpty()
                ? nodePlaces.values().stream().sorted().toList()
                : some.stream().map(node -> place(nodePlaces, node)).sorted().toList();
    }

    private void addCredits() {
        for (int t = 0; t < years.count(); t++) {
            creditColumns[t] = NONE;
            double available =
                    creditYears.contains(years.year(t)) && input.credits().isPresent()
                            ? input.credits().get().mostTonnes(t) / tonnesScale
                            : 0;
            if (available > 0) {
                creditColumns[t] = program.column(0, available);
                credits.add(creditColumns[t], 1);
                columnLimits.put(
                        creditColumns[t],
                        new Limit(Plan.BindingLimit.Kind.CREDITS_AVAILABLE, "", t, tonnesScale));
            }
        }
        input.credits().flatMap(CreditMarket::heldTonnes).ifPresent(this::addStock);
    }

    /// Credits used up to a year are of vintages up to it.
    private void addStock(YearPath heldTonnes) {
        Terms used = new Terms();
        double most = 0;
        for (int t = 0; t < years.count(); t++) {
            if (creditColumns[t] == NONE) {
                continue;
            }
            used.add(creditColumns[t], 1);
            most += program.upper(creditColumns[t]);
            double held = heldTonnes.at(t) / tonnesScale;
            if (most > held) {
                int row = program.atMost(used, held);
                rowLimits.put(
                        row,
                        new Limit(Plan.BindingLimit.Kind.CREDITS_AVAILABLE, "", t, tonnesScale));
            }
        }
    }

    private void addTargets() {
        for (EmissionTarget target :
                sorted(input.targets(), Comparator.comparing(EmissionTarget::id))) {
            Terms emitted = new Terms();
            for (int year = target.fromYear(); year <= target.untilYear(); year++) {
                int t = years.index(year);
                emitted.add(gross(places(target.nodes()), t), 1);
                if (target.measure() == EmissionTarget.Measure.NET && creditColumns[t] != NONE) {
                    emitted.add(creditColumns[t], -1);
                }
            }
            if (missable.targets().contains(target.id())) {
                addGap(emitted, gapTonnes);
            }
            targetRows.add(
                    new TargetRow(target, program.atMost(emitted, target.tonnes() / tonnesScale)));
        }
    }

    private void addGap(Terms row, Terms gaps) {
        int gap = program.column(0, Double.POSITIVE_INFINITY);
        gaps.add(gap, 1);
        row.add(gap, -1);
    }

    private void addShares() {
        if (input.renewable().isEmpty()) {
            return;
        }
        for (RenewablePath.ShareTarget target :
                sorted(
                        input.renewable().get().targets(),
                        Comparator.comparing(RenewablePath.ShareTarget::id))) {
            int t = years.index(target.year());
            Terms missing =
                    demand(t).times(target.share()).add(renewable(t), -1).times(1 / mwhScale);
            if (missable.shares().contains(target.id())) {
                addGap(missing, gapMwh);
            }
            shareRows.add(new ShareRow(target, program.atMost(missing, 0)));
        }
    }

    private Terms demand(int t) {
        Terms demand = new Terms().add(input.renewable().orElseThrow().demandMwh().at(t));
        for (int l = 0; l < levers.size(); l++) {
            demand.add(used[l][t], levers.get(l).electricity().demandMwhPerUnit().at(t) * unit[l]);
        }
        return demand;
    }

    private Terms renewable(int t) {
        Terms renewable = new Terms().add(input.renewable().orElseThrow().renewableMwh().at(t));
        for (int l = 0; l < levers.size(); l++) {
            renewable.add(
                    used[l][t], levers.get(l).electricity().renewableMwhPerUnit().at(t) * unit[l]);
        }
        return renewable;
    }

    private void addCapitalCaps() {
        for (CapitalCap cap :
                sorted(input.capitalCaps(), Comparator.comparingInt(CapitalCap::year))) {
            int t = years.index(cap.year());
            Terms capital = new Terms();
            for (int l = 0; l < levers.size(); l++) {
                if (decided[l][t] != NONE) {
                    capital.add(decided[l][t], capitalPerColumn(l, t) / moneyScale);
                }
            }
            if (!capital.isConstant()) {
                int row = program.atMost(capital, cap.amount() / moneyScale);
                rowLimits.put(
                        row, new Limit(Plan.BindingLimit.Kind.CAPITAL_CAP, "", t, moneyScale));
            }
        }
    }

    private double capitalPerColumn(int l, int t) {
        return levers.get(l).cost().capitalPerUnit().at(t) * unit[l];
    }

    private void addCost() {
        double atTheEnd = input.finance().discount(years.count() - 1) / moneyScale;
        for (int t = 0; t < years.count(); t++) {
            double factor = input.finance().discount(t) / moneyScale;
            for (int l = 0; l < levers.size(); l++) {
                if (decided[l][t] != NONE) {
                    double unused = levers.get(l).cost().unusedCapitalPerUnit().at(t) * unit[l];
                    cost.add(decided[l][t], capitalPerColumn(l, t) * factor - unused * atTheEnd);
                }
                cost.add(
                        used[l][t],
                        levers.get(l).cost().operatingPerUnit().at(t) * unit[l] * factor);
            }
            if (creditColumns[t] != NONE) {
                double price = input.credits().orElseThrow().pricePerTonne().at(t);
                cost.add(creditColumns[t], price * tonnesScale * factor);
            }
            double internal = input.finance().internalCarbonPricePerTonne().at(t);
            if (internal > 0) {
                cost.add(gross(places(List.of()), t), internal * tonnesScale * factor);
            }
        }
    }

    Set<String> nodesWithFloor() {
        return nodesWithFloor;
    }

    /// Scaled tonnes of all years.
    Terms emitted() {
        Terms emitted = new Terms();
        for (int t = 0; t < years.count(); t++) {
            emitted.add(gross(places(List.of()), t), 1);
        }
        return emitted;
    }

    double decidedUnits(int l, int t, double[] point) {
        return decided[l][t] == NONE ? 0 : cleaned(decided[l][t], point) * unit[l];
    }

    double usedUnits(int l, int t, double[] point) {
        double units = used[l][t].at(point) * unit[l];
        return Math.abs(units) < 1e-9 * levers.get(l).potential() ? 0 : units;
    }

    double creditsTonnes(int t, double[] point) {
        return creditColumns[t] == NONE ? 0 : cleaned(creditColumns[t], point) * tonnesScale;
    }

    /// What stays of some nodes, each at least zero, in tonnes.
    double grossTonnes(List<String> some, int t, double[] point) {
        double sum = 0;
        for (int n : places(some)) {
            sum += Math.max(0, leftTonnes(n, t, point));
        }
        return sum;
    }

    private double leftTonnes(int n, int t, double[] point) {
        double left = nodes.get(n).tonnes().at(t);
        for (int l = 0; l < levers.size(); l++) {
            double cut = cutOf(l, n, t);
            if (cut != 0) {
                left -= cut * usedUnits(l, t, point);
            }
        }
        return left;
    }

    /// The nodes that a point cuts below zero though the program has no floor for them.
    Set<String> nodesBelowZero(double[] point) {
        Set<String> below = new TreeSet<>();
        for (int n = 0; n < nodes.size(); n++) {
            for (int t = 0; t < years.count(); t++) {
                if (floored[n][t] == NONE && leftTonnes(n, t, point) < -1e-9 * tonnesScale) {
                    below.add(nodes.get(n).node());
                }
            }
        }
        return below;
    }

    double demandMwh(int t, double[] point) {
        return demand(t).at(point);
    }

    double renewableMwh(int t, double[] point) {
        return renewable(t).at(point);
    }

    private double cleaned(int column, double[] point) {
        double value = point[column];
        double upper = program.upper(column);
        if (value < 1e-9 * Math.min(1, upper)) {
            return 0;
        }
        return upper - value < 1e-9 * Math.min(1, upper) ? upper : value;
    }
}
