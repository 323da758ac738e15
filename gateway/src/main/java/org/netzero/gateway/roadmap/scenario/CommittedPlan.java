package org.netzero.gateway.roadmap.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.Place;
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

    private static final Map<String, String> COLUMNS_OF_FIELDS =
            Map.of(
                    "id", "leverId",
                    "deployment.startYear", "start",
                    "deployment.rampPerYear", "rampPerYear",
                    "deployment.leadTimeYears", "leadTimeYears",
                    "deployment.lifeYears", "lifeYears",
                    "exclusiveGroup", "group",
                    "effect.depth", "depth");

    private static final Set<String> COLUMNS = Set.of("name", "node", "region", "year", "metric");

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
                                            columnOf(refused.path()),
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

    /// The column of a row in which a field of the document stands; empty where none does.
    private static String columnOf(String path) {
        String field = path.replaceFirst("^(?:levers|targets)\\[\\d+]\\.?", "");
        return COLUMNS_OF_FIELDS.getOrDefault(field, COLUMNS.contains(field) ? field : "");
    }

    private static Scenario withLever(Scenario scenario, Lever row) {
        Lever lever =
                scenario.levers().stream()
                        .filter(known -> known.id().equals(row.id()))
                        .findFirst()
                        .map(known -> withWhatHasNoColumn(known, row))
                        .orElse(row);
        return scenario.withLevers(
                put(scenario.levers(), lever, known -> known.id().equals(lever.id())));
    }

    /// A row replaces what it can say, and leaves the rest of the lever on file.
    private static Lever withWhatHasNoColumn(Lever known, Lever row) {
        Deployment before = known.deployment();
        Deployment stated = row.deployment();
        return new Lever(
                row.id(),
                row.name(),
                row.node(),
                row.effect(),
                new Deployment(
                        stated.startYear(),
                        stated.rampPerYear(),
                        stated.leadTimeYears(),
                        stated.lifeYears(),
                        before.renewed() && stated.lifeYears().isPresent(),
                        before.wanted()),
                row.cost().map(cost -> withLearning(cost, known.cost())),
                row.exclusiveGroup(),
                row.place() instanceof Place.Everywhere
                                && known.place() instanceof Place.InMarketZone
                        ? known.place()
                        : row.place(),
                known.requires(),
                row.evidence());
    }

    private static Cost withLearning(Cost stated, Optional<Cost> known) {
        return new Cost(
                stated.capital(),
                stated.operatingPerYear(),
                stated.currency(),
                known.flatMap(Cost::learning));
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
