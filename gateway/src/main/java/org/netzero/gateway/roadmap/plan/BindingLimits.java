package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads off the prices of the smallest gap which limits keep it from being smaller.
final class BindingLimits {

    private static final double NEGLIGIBLE = 1e-7;

    private record Key(Plan.BindingLimit.Kind kind, String subject) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::subject);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Found {
        private final TreeSet<Integer> years = new TreeSet<>();
        private double largest;
    }

    private final PlanModel model;
    private final Plan plan;
    private final Map<Key, Found> found = new TreeMap<>();

    BindingLimits(PlanModel model, Plan plan) {
        this.model = model;
        this.plan = plan;
    }

    /// @param gapStages how many of the stages minimise gaps: in tonnes, in MWh, or both
    List<Plan.BindingLimit> of(List<Stages.Stage> stages, int gapStages) {
        for (Stages.Stage stage : stages.subList(0, gapStages)) {
            readPrices(
                    stage, stage.objective() == model.gapMwh ? model.mwhScale : model.tonnesScale);
        }
        List<Plan.BindingLimit> limits = new ArrayList<>();
        found.forEach((key, of) ->
                limits.add(
                        new Plan.BindingLimit(
                                key.kind(),
                                key.subject(),
                                List.copyOf(of.years),
                                OptionalDouble.of(of.largest))));
        limits.addAll(leadTimes());
        limits.sort(
                Comparator.comparing(Plan.BindingLimit::kind)
                        .thenComparing(Plan.BindingLimit::subject));
        return limits;
    }

    private void readPrices(Stages.Stage gap, double gapScale) {
        if (gap.prices().isEmpty()) {
            return;
        }
        double[] prices = gap.prices().get();
        model.rowLimits.forEach((row, limit) -> note(limit, prices[row], gapScale));
        double[] reduced = gap.program().reducedCosts(gap.objective(), prices);
        model.columnLimits.forEach((column, limit) -> note(limit, -reduced[column], gapScale));
    }

    private void note(PlanModel.Limit limit, double price, double gapScale) {
        if (price > NEGLIGIBLE) {
            Found of =
                    found.computeIfAbsent(new Key(limit.kind(), limit.subject()), _ -> new Found());
            of.largest = Math.max(of.largest, price * gapScale / limit.unit());
            if (limit.index() >= 0) {
                of.years.add(model.years.year(limit.index()));
            }
        }
    }

    /// Levers that cannot take effect before a missed target is due.
    private List<Plan.BindingLimit> leadTimes() {
        List<Plan.BindingLimit> limits = new ArrayList<>();
        for (PlanLever lever : model.levers) {
            List<Integer> late =
                    plan.targets().stream()
                            .filter(target -> target.gapTonnes() > 0)
                            .map(target -> target.target().untilYear())
                            .filter(year -> model.years.index(year) < lever.leadTimeYears())
                            .filter(_ -> lever.potential() > 0 && !lever.cuts().isEmpty())
                            .distinct()
                            .sorted()
                            .toList();
            if (!late.isEmpty()) {
                limits.add(
                        new Plan.BindingLimit(
                                Plan.BindingLimit.Kind.LEAD_TIME,
                                lever.id(),
                                late,
                                OptionalDouble.empty()));
            }
        }
        return limits;
    }
}
