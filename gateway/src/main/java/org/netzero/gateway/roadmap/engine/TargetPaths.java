package org.netzero.gateway.roadmap.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The level each metric should have in each year: linear from the base year to each target in
/// turn, level after the last.
final class TargetPaths {

    private static final double TOLERANCE = 1e-9;

    /// However the targets are listed.
    static final Comparator<Target> IN_ORDER =
            Comparator.comparingInt(Target::year)
                    .thenComparing(Target::metric)
                    .thenComparing(Target::id);

    private final Scenario scenario;
    private final Inventory base;

    TargetPaths(Scenario scenario, Inventory base) {
        this.scenario = scenario;
        this.base = base;
    }

    /// The path of scope 1 + 2 + 3: the targets on gross emissions, else those on scope 1 + 2 and
    /// on scope 3 together; empty where neither covers everything.
    OptionalDouble grossTonnes(int year) {
        OptionalDouble whole = path(TargetMetric.GROSS_EMISSIONS, year);
        if (whole.isPresent()) {
            return whole;
        }
        OptionalDouble scope12 = path(TargetMetric.SCOPE_1_2, year);
        OptionalDouble scope3 = path(TargetMetric.SCOPE_3, year);
        return scope12.isPresent() && scope3.isPresent()
                ? OptionalDouble.of(scope12.getAsDouble() + scope3.getAsDouble())
                : OptionalDouble.empty();
    }

    OptionalDouble renewableShare(int year) {
        return path(TargetMetric.RENEWABLE_SHARE, year);
    }

    /// A net target holds from its year on and has no path before it.
    OptionalDouble netTonnes(int year) {
        Map.Entry<Integer, Double> due = points(TargetMetric.NET_EMISSIONS).floorEntry(year);
        return due == null ? OptionalDouble.empty() : OptionalDouble.of(due.getValue());
    }

    OptionalInt firstNetTargetYear() {
        NavigableMap<Integer, Double> points = points(TargetMetric.NET_EMISSIONS);
        return points.isEmpty() ? OptionalInt.empty() : OptionalInt.of(points.firstKey());
    }

    /// Of the targets whose year is projected.
    List<TargetStanding> standings(List<ProjectionYear> years) {
        return scenario.targets().stream()
                .filter(target -> target.year() <= scenario.targetYear())
                .sorted(IN_ORDER)
                .map(target -> standing(target, years.get(target.year() - scenario.baseYear())))
                .toList();
    }

    double baseValue(TargetMetric metric) {
        return switch (metric) {
            case NET_EMISSIONS, GROSS_EMISSIONS -> base.grossTonnes();
            case SCOPE_1_2 -> base.scope1Tonnes() + base.scope2MarketTonnes();
            case SCOPE_3 -> base.scope3Tonnes();
            case RENEWABLE_SHARE -> base.electricity().renewableShare();
        };
    }

    private TargetStanding standing(Target target, ProjectionYear year) {
        double asked = targetValue(target);
        double projected = projectedValue(target.metric(), year);
        boolean met =
                target.metric() == TargetMetric.RENEWABLE_SHARE
                        ? projected >= asked * (1 - TOLERANCE)
                        : projected <= asked * (1 + TOLERANCE);
        return new TargetStanding(
                target.id(),
                target.metric(),
                target.year(),
                baseValue(target.metric()),
                asked,
                projected,
                met);
    }

    private static double projectedValue(TargetMetric metric, ProjectionYear year) {
        return switch (metric) {
            case NET_EMISSIONS -> year.netTonnes();
            case GROSS_EMISSIONS -> year.grossTonnes();
            case SCOPE_1_2 -> year.scope1Tonnes() + year.scope2MarketTonnes();
            case SCOPE_3 -> year.scope3Tonnes();
            case RENEWABLE_SHARE -> year.renewableShare();
        };
    }

    private double targetValue(Target target) {
        return switch (target.level()) {
            case TargetLevel.Tonnes(double tonnes) -> tonnes;
            case TargetLevel.ChangeFromBase(double change) ->
                    baseValue(target.metric()) * (1 + change);
            case TargetLevel.Share(double share) -> share;
        };
    }

    private NavigableMap<Integer, Double> points(TargetMetric metric) {
        NavigableMap<Integer, Double> points = new TreeMap<>();
        scenario.targets().stream()
                .filter(target -> target.metric() == metric)
                .forEach(target -> points.put(target.year(), targetValue(target)));
        return points;
    }

    private OptionalDouble path(TargetMetric metric, int year) {
        NavigableMap<Integer, Double> points = points(metric);
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        points.put(scenario.baseYear(), baseValue(metric));
        Map.Entry<Integer, Double> before = points.floorEntry(year);
        Map.Entry<Integer, Double> after = points.ceilingEntry(year);
        if (after == null || before.getKey().equals(after.getKey())) {
            return OptionalDouble.of(before.getValue());
        }
        double passed = (double) (year - before.getKey()) / (after.getKey() - before.getKey());
        return OptionalDouble.of(
                before.getValue() + (after.getValue() - before.getValue()) * passed);
    }
}
