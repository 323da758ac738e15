package org.netzero.gateway.roadmap.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.platform.imports.RowOutcome;

/// The levers and targets of the committed scenario, as lists that are imported into it.
///
/// A plan is not a record of something that happened: a row replaces what has its id. A scenario
/// has one target per metric and year, so a target also replaces the one of its metric and year.
@ApplicationScoped
class CommittedPlan {

    private final Scenarios scenarios;

    CommittedPlan(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    List<RowOutcome> putLevers(List<Lever> levers, String caller) {
        return change(levers, caller, CommittedPlan::withLever);
    }

    List<RowOutcome> putTargets(List<TargetRow> rows, String caller) {
        Map<String, String> idOfGoal = new HashMap<>();
        return change(
                rows,
                caller,
                (scenario, row) -> {
                    Target target = row.target();
                    String goal = target.metric() + " in " + target.year();
                    String other = idOfGoal.putIfAbsent(goal, target.id());
                    if (other != null && !other.equals(target.id())) {
                        throw new RefusedRow(
                                "targetId",
                                "SAME_METRIC_AND_YEAR",
                                "%s is target '%s' of this file already; a scenario has one per metric and year"
                                        .formatted(goal, other));
                    }
                    checkBaseYear(scenario, row);
                    return withTarget(scenario, target);
                });
    }

    private <T> List<RowOutcome> change(
            List<T> rows, String caller, BiFunction<Scenario, T, Scenario> put) {
        List<RowOutcome> outcomes = new ArrayList<>();
        scenarios.change(
                Scenarios.COMMITTED,
                OptionalLong.empty(),
                caller,
                before -> {
                    Scenario scenario = before;
                    for (T row : rows) {
                        Scenario after = scenario;
                        try {
                            after = put.apply(scenario, row);
                            outcomes.add(
                                    after.equals(scenario)
                                            ? new RowOutcome.Duplicate()
                                            : new RowOutcome.Accepted());
                        } catch (RoadmapRefusal refused) {
                            outcomes.add(
                                    new RowOutcome.Rejected(
                                            "",
                                            Parts.codeOf(refused),
                                            String.valueOf(refused.getMessage())));
                        } catch (RefusedRow refused) {
                            outcomes.add(refused.outcome());
                        }
                        scenario = after;
                    }
                    return scenario;
                });
        return outcomes;
    }

    private static Scenario withLever(Scenario scenario, Lever lever) {
        return scenario.withLevers(
                put(scenario.levers(), lever, known -> known.id().equals(lever.id())));
    }

    private static Scenario withTarget(Scenario scenario, Target target) {
        return scenario.withTargets(
                put(
                        scenario.targets(),
                        target,
                        known ->
                                known.id().equals(target.id())
                                        || (known.metric() == target.metric()
                                                && known.year() == target.year())));
    }

    /// In the place of the first it replaces, else at the end.
    private static <T> List<T> put(List<T> entries, T entry, Predicate<T> replaced) {
        List<T> after = new ArrayList<>();
        boolean placed = false;
        for (T known : entries) {
            if (!replaced.test(known)) {
                after.add(known);
            } else if (!placed) {
                after.add(entry);
                placed = true;
            }
        }
        if (!placed) {
            after.add(entry);
        }
        return after;
    }

    private static void checkBaseYear(Scenario scenario, TargetRow row) {
        row.baseYear()
                .filter(year -> year != scenario.baseYear())
                .ifPresent(year -> {
                    throw new RefusedRow(
                            "baseYear",
                            "ANOTHER_BASE_YEAR",
                            "scenario '%s' starts from %d, not %d; state the level in tCO2e"
                                    .formatted(scenario.id(), scenario.baseYear(), year));
                });
    }

    /// A row does not fit into the scenario.
    private static final class RefusedRow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RowOutcome.Rejected outcome;

        RefusedRow(String column, String code, String message) {
            super(message);
            this.outcome = new RowOutcome.Rejected(column, code, message);
        }

        RowOutcome outcome() {
            return outcome;
        }
    }
}
