package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Plans where levers act on each other: what each of them cuts is taken from an exact simulator
/// around the state of the last plan, and planned again until plan and simulator agree.
///
/// Exact for a state in which each lever acts as `1 − depth · deployment`: the cut of a lever, the
/// others held, is then a straight line.
public final class SimulatedPlanner {

    /// Part of a year's emissions by which plan and simulator may differ.
    public static final double AGREED = 1e-3;

    /// Where the two differ by less, nothing is gained by planning again.
    private static final double EQUAL = 5e-7;

    private static final double ROUNDING = 1e-6;

    private static final int MOST_ROUNDS = 40;
    private static final int ROUNDS_OF_FULL_STEPS = 8;

    /// Levers times years times rounds.
    private static final double MOST_CELLS = 20_000;

    /// The emissions and electricity of a year under any use of the levers, without credits.
    @FunctionalInterface
    public interface Simulator {
        /// @param inUse units of every lever in use
        State in(int year, SortedMap<String, Double> inUse);
    }

    /// @param tonnesByNode of every node of the input
    /// @param demandMwh 0 where the input states no electricity
    public record State(Map<String, Double> tonnesByNode, double demandMwh, double renewableMwh) {

        public State {
            tonnesByNode = Map.copyOf(tonnesByNode);
        }

        /// Of the demand; 0 where there is none.
        public double renewableShare() {
            return demandMwh <= 0 ? 0 : renewableMwh / demandMwh;
        }

        public double grossTonnes() {
            return tonnesByNode.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
        }
    }

    /// @param plan by the straight lines around it
    /// @param judged the same deployment with status, years, reached levels and gaps as the
    ///   simulator has them
    /// @param simulated what the simulator says of the plan, for each year
    /// @param largestDifference between plan and simulator in any year: of emissions as a part of
    ///   the largest without further levers, or of the renewable share
    /// @param rounds how often it was planned
    public record Outcome(
            Plan plan, Plan judged, List<State> simulated, double largestDifference, int rounds) {

        public Outcome {
            simulated = List.copyOf(simulated);
        }

        public boolean agreed() {
            return largestDifference <= AGREED;
        }
    }

    private final PlanInput input;
    private final Simulator simulator;
    private LeastCostPlanner.Earlier earlier = LeastCostPlanner.Earlier.NONE;

    private SimulatedPlanner(PlanInput input, Simulator simulator) {
        this.input = input;
        this.simulator = simulator;
    }

    /// @param input its baselines, cuts and effects on electricity stand for nothing: the
    ///   simulator's take their place
    public static Outcome plan(PlanInput input, Simulator simulator) {
        return new SimulatedPlanner(input, simulator).plan();
    }

    private Outcome plan() {
        List<SortedMap<String, Double>> around = new ArrayList<>();
        for (int t = 0; t < input.years().count(); t++) {
            around.add(inUseBefore());
        }
        Outcome last = round(around, 1);
        Outcome best = last;
        int most = mostRounds();
        for (int round = 2; round <= most && isWorthwhile(round, best); round++) {
            move(around, last.plan(), stepBefore(round));
            last = round(around, round);
            best = last.largestDifference() < best.largestDifference() ? last : best;
        }
        return best;
    }

    /// Fewer where each takes longer; what has not come to agree by then is told so.
    private int mostRounds() {
        double cells = (double) input.years().count() * Math.max(1, input.levers().size());
        return (int) Math.clamp(MOST_CELLS / cells, ROUNDS_OF_FULL_STEPS, MOST_ROUNDS);
    }

    /// Whole steps end at once or not at all; smaller ones come near.
    private static boolean isWorthwhile(int round, Outcome best) {
        return best.largestDifference() > (round <= ROUNDS_OF_FULL_STEPS ? EQUAL : AGREED / 10);
    }

    /// Whole steps at first; then smaller ones, which end a going to and fro.
    private static double stepBefore(int round) {
        return round <= ROUNDS_OF_FULL_STEPS ? 1 : 2.0 / (round - ROUNDS_OF_FULL_STEPS + 2);
    }

    private SortedMap<String, Double> inUseBefore() {
        SortedMap<String, Double> inUse = new TreeMap<>();
        input.levers().forEach(lever -> inUse.put(lever.id(), lever.deployedBefore()));
        return inUse;
    }

    private void move(List<SortedMap<String, Double>> around, Plan plan, double step) {
        for (int t = 0; t < around.size(); t++) {
            SortedMap<String, Double> planned = inUse(plan, t);
            for (PlanLever lever : input.levers()) {
                around.get(t)
                        .merge(
                                lever.id(),
                                planned.getOrDefault(lever.id(), 0.0),
                                (before, now) ->
                                        snapped(before + step * (now - before), lever.potential()));
            }
        }
    }

    /// What a plan has in use in a year, without its rounding.
    private SortedMap<String, Double> inUse(Plan plan, int t) {
        SortedMap<String, Double> units = new TreeMap<>();
        plan.levers().forEach(lever -> units.put(lever.id(), lever.inUse().get(t)));
        input.levers()
                .forEach(lever ->
                        units.computeIfPresent(
                                lever.id(), (_, inUse) -> snapped(inUse, lever.potential())));
        return units;
    }

    /// To nothing or the whole where all but rounding is: next to them, what another lever could do
    /// is a line so flat that it says nothing.
    public static double snapped(double units, double potential) {
        if (units < ROUNDING * potential) {
            return 0;
        }
        return units > (1 - ROUNDING) * potential ? potential : units;
    }

    private Outcome round(List<SortedMap<String, Double>> around, int round) {
        LeastCostPlanner.Found found = LeastCostPlanner.plan(linearised(around), earlier);
        earlier = found.forLater();
        Plan plan = found.plan();
        List<State> without = new ArrayList<>();
        List<State> simulated = new ArrayList<>();
        double largest = 0;
        double whole = 0;
        double shares = 0;
        for (int t = 0; t < around.size(); t++) {
            int year = input.years().year(t);
            State state = simulator.in(year, inUse(plan, t));
            simulated.add(state);
            without.add(simulator.in(year, inUseBefore()));
            Plan.PlanYear planned = plan.years().get(t);
            largest = Math.max(largest, Math.abs(state.grossTonnes() - planned.grossTonnes()));
            whole = Math.max(whole, without.get(t).grossTonnes());
            if (planned.renewableShare().isPresent()) {
                double share = planned.renewableShare().getAsDouble();
                shares = Math.max(shares, Math.abs(state.renewableShare() - share));
            }
        }
        return new Outcome(
                plan,
                new Judgement(input, plan, simulated, without).judged(),
                simulated,
                Math.max(whole == 0 ? 0 : largest / whole, shares),
                round);
    }

    private PlanInput linearised(List<SortedMap<String, Double>> around) {
        Linearised lines = new Linearised(input, simulator, around);
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                lines.baselines(),
                lines.levers(),
                input.groups(),
                input.targets(),
                input.renewable().map(lines::renewable),
                input.capitalCaps(),
                input.credits(),
                input.finance());
    }
}
