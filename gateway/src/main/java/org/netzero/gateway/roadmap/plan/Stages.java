package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objectives one after the other: each is brought to its least while those before it keep theirs.
final class Stages {

    /// What an earlier objective may give up for a later one, so that rounding makes no program
    /// impossible; a part of its scale.
    private static final double SLACK = 1e-10;

    /// Where a later objective finds no point for rounding all the same, what is held gives way so
    /// much more, this often; then the point so far is the answer, not proven.
    private static final double WIDER = 100;

    private static final int MOST_WIDENINGS = 3;

    /// The same while whole numbers are chosen; with them held, everything is solved again.
    private static final double WHOLE_SLACK = 1e-7;

    /// One objective at its least.
    ///
    /// @param gains what its least value rises for each unit less of a row's bound, through the
    ///   earlier objectives as well; empty where no prices are known
    /// @param proven whether no point has a lower value
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
    record Stage(
            Terms objective,
            double[] point,
            LinearProgram program,
            Optional<double[]> prices,
            Optional<double[]> gains,
            boolean proven) {

        private Stage forWantOf(Terms other, LinearProgram otherProgram) {
            return new Stage(other, point, otherProgram, Optional.empty(), Optional.empty(), false);
        }

        private Stage provenOnlyIf(boolean chosenProven) {
            return new Stage(objective, point, program, prices, gains, chosenProven);
        }
    }

    private Stages() {}

    /// @return a stage for each objective; empty where no point keeps every row
    static Optional<List<Stage>> run(LinearProgram program, List<Terms> objectives) {
        Optional<List<Stage>> stages = once(program, objectives);
        if (stages.isEmpty() || !program.hasWholeColumns()) {
            return stages;
        }
        double[] chosen = stages.get().getLast().point();
        boolean proven = stages.get().stream().allMatch(Stage::proven);
        return once(program.heldAt(chosen), objectives)
                .map(priced -> priced.stream().map(stage -> stage.provenOnlyIf(proven)).toList())
                .or(() -> stages);
    }

    private static Optional<List<Stage>> once(LinearProgram program, List<Terms> objectives) {
        double slack = program.hasWholeColumns() ? WHOLE_SLACK : SLACK;
        LinearProgram working = program.copy();
        List<Stage> stages = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        for (Terms objective : objectives) {
            LinearProgram asSolved = working.copy();
            Optional<LinearProgram.Solution> solved = working.minimise(objective);
            if (solved.isEmpty() && stages.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; solved.isEmpty() && i < MOST_WIDENINGS; i++) {
                slack *= WIDER;
                for (int k = 0; k < held.size(); k++) {
                    Stage earlier = stages.get(k);
                    working.rebind(held.get(k), bound(earlier, slack));
                }
                asSolved = working.copy();
                solved = working.minimise(objective);
            }
            if (solved.isEmpty()) {
                stages.add(stages.getLast().forWantOf(objective, asSolved));
                held.add(working.atMost(objective, bound(stages.getLast(), slack)));
                continue;
            }
            LinearProgram.Solution solution = solved.get();
            stages.add(
                    new Stage(
                            objective,
                            solution.point(),
                            asSolved,
                            solution.prices(),
                            gains(solution.prices(), held, stages),
                            solution.proven()));
            held.add(working.atMost(objective, bound(stages.getLast(), slack)));
        }
        return Optional.of(stages);
    }

    private static double bound(Stage stage, double slack) {
        double value = stage.objective().at(stage.point());
        return value + slack * Math.max(1, Math.abs(value));
    }

    /// `gain_i[row] = price_i[row] − Σ_k price_i[held_k] · gain_k[row]`: a tighter row costs its
    /// price, and loosens what the earlier objectives are held at.
    private static Optional<double[]> gains(
            Optional<double[]> prices, List<Integer> held, List<Stage> earlier) {
        if (prices.isEmpty() || earlier.stream().anyMatch(stage -> stage.gains().isEmpty())) {
            return Optional.empty();
        }
        double[] gains = prices.get().clone();
        for (int k = 0; k < earlier.size(); k++) {
            double[] before = earlier.get(k).gains().orElseThrow();
            double price = prices.get()[held.get(k)];
            for (int row = 0; row < before.length; row++) {
                gains[row] -= price * before[row];
            }
        }
        return Optional.of(gains);
    }
}
