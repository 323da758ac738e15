package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The straight lines through a simulator around a state: for each lever the difference between its
/// whole potential and nothing, the others held.
final class Linearised {

    private final PlanInput input;
    private final List<SortedMap<String, Double>> around;
    private final List<SimulatedPlanner.State> states = new ArrayList<>();
    private final List<List<SimulatedPlanner.State>> without = new ArrayList<>();
    private final List<List<SimulatedPlanner.State>> whole = new ArrayList<>();

    Linearised(
            PlanInput input,
            SimulatedPlanner.Simulator simulator,
            List<SortedMap<String, Double>> around) {
        this.input = input;
        this.around = around;
        for (int t = 0; t < around.size(); t++) {
            int year = input.years().year(t);
            states.add(simulator.in(year, around.get(t)));
            List<SimulatedPlanner.State> none = new ArrayList<>();
            List<SimulatedPlanner.State> all = new ArrayList<>();
            for (PlanLever lever : input.levers()) {
                SortedMap<String, Double> inUse = new TreeMap<>(around.get(t));
                inUse.put(lever.id(), 0.0);
                none.add(simulator.in(year, inUse));
                inUse.put(lever.id(), lever.potential());
                all.add(simulator.in(year, inUse));
            }
            without.add(none);
            whole.add(all);
        }
    }

    private double perUnit(int l, int t, ToDoubleFunction<SimulatedPlanner.State> figure) {
        double potential = input.levers().get(l).potential();
        return potential == 0
                ? 0
                : (figure.applyAsDouble(whole.get(t).get(l))
                                - figure.applyAsDouble(without.get(t).get(l)))
                        / potential;
    }

    private YearPath slope(int l, double sign, ToDoubleFunction<SimulatedPlanner.State> figure) {
        List<Double> values = new ArrayList<>();
        for (int t = 0; t < around.size(); t++) {
            values.add(sign * perUnit(l, t, figure));
        }
        return new YearPath(values);
    }

    /// The value of the lines where no lever is in use, at least zero.
    private YearPath intercept(ToDoubleFunction<SimulatedPlanner.State> figure) {
        List<Double> values = new ArrayList<>();
        for (int t = 0; t < around.size(); t++) {
            double value = figure.applyAsDouble(states.get(t));
            for (int l = 0; l < input.levers().size(); l++) {
                double inUse =
                        Objects.requireNonNull(around.get(t).get(input.levers().get(l).id()));
                value -= perUnit(l, t, figure) * inUse;
            }
            values.add(Math.max(0, value));
        }
        return new YearPath(values);
    }

    private static ToDoubleFunction<SimulatedPlanner.State> tonnesOf(String node) {
        return state -> Objects.requireNonNull(state.tonnesByNode().get(node), node);
    }

    List<NodeBaseline> baselines() {
        return input.baselines().stream()
                .map(NodeBaseline::node)
                .map(node -> new NodeBaseline(node, intercept(tonnesOf(node))))
                .toList();
    }

    List<PlanLever> levers() {
        List<PlanLever> levers = new ArrayList<>();
        for (int l = 0; l < input.levers().size(); l++) {
            List<Cut> cuts = new ArrayList<>();
            for (NodeBaseline node : input.baselines()) {
                cuts.add(new Cut.TonnesPerUnit(node.node(), slope(l, -1, tonnesOf(node.node()))));
            }
            levers.add(
                    input.levers()
                            .get(l)
                            .acting(
                                    cuts,
                                    new ElectricityEffect(
                                            slope(l, 1, SimulatedPlanner.State::demandMwh),
                                            slope(l, 1, SimulatedPlanner.State::renewableMwh))));
        }
        return levers;
    }

    RenewablePath renewable(RenewablePath path) {
        return new RenewablePath(
                intercept(SimulatedPlanner.State::demandMwh),
                intercept(SimulatedPlanner.State::renewableMwh),
                path.targets());
    }
}
