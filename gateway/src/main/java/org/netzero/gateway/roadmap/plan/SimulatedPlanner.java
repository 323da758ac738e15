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

    private static final int MOST_ROUNDS = 40;
    private static final int ROUNDS_OF_FULL_STEPS = 8;

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

        public double grossTonnes() {
            return tonnesByNode.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
        }
    }

    /// @param simulated what the simulator says of the plan, for each year
    /// @param largestDifference between the two in any year, as a part of the largest emissions
    ///   without further levers
    /// @param rounds how often it was planned
    public record Outcome(Plan plan, List<State> simulated, double largestDifference, int rounds) {

        public Outcome {
            simulated = List.copyOf(simulated);
        }

        public boolean agreed() {
            return largestDifference <= AGREED;
        }
    }

    private final PlanInput input;
    private final Simulator simulator;

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
        for (int round = 2;
                round <= MOST_ROUNDS && best.largestDifference() > AGREED / 10;
                round++) {
            move(around, last.plan(), stepBefore(round));
            last = round(around, round);
            best = last.largestDifference() < best.largestDifference() ? last : best;
        }
        return best;
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

    private static void move(List<SortedMap<String, Double>> around, Plan plan, double step) {
        for (int t = 0; t < around.size(); t++) {
            int year = t;
            for (Plan.LeverPlan lever : plan.levers()) {
                around.get(t)
                        .merge(
                                lever.id(),
                                lever.inUse().get(year),
                                (before, now) -> before + step * (now - before));
            }
        }
    }

    private Outcome round(List<SortedMap<String, Double>> around, int round) {
        Plan plan = LeastCostPlanner.plan(linearised(around));
        List<State> simulated = new ArrayList<>();
        double largest = 0;
        double whole = 0;
        for (int t = 0; t < around.size(); t++) {
            SortedMap<String, Double> inUse = new TreeMap<>();
            for (Plan.LeverPlan lever : plan.levers()) {
                inUse.put(lever.id(), lever.inUse().get(t));
            }
            State state = simulator.in(input.years().year(t), inUse);
            simulated.add(state);
            double planned = plan.years().get(t).grossTonnes();
            largest = Math.max(largest, Math.abs(state.grossTonnes() - planned));
            whole =
                    Math.max(
                            whole,
                            simulator.in(input.years().year(t), inUseBefore()).grossTonnes());
        }
        return new Outcome(plan, simulated, whole == 0 ? 0 : largest / whole, round);
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
