package org.netzero.gateway.roadmap.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// A target as a row of a file: a share in `%` or `1`, emissions in `tCO2e`, or their change from
/// the base year in `%`.
///
/// @param baseYear the year a change is stated against; empty for absolute levels
record TargetRow(Target target, Optional<Integer> baseYear) {

    private static final String PERCENT = "%";
    private static final String ONE = "1";
    private static final String TONNES = "tCO2e";
    private static final int PERCENT_PLACES = 2;

    static final Columns COLUMNS =
            Columns.of(
                            "targetId: The id of the target; a row replaces the target of its id",
                            "metric: What is to be reached",
                            "value: The level: -50 with % for half of the base year",
                            "unit: % or 1 of the renewable share; tCO2e, or % as change from the base year, of emissions",
                            "year: By when",
                            "baseYear?: The year a change in % is stated against; needed then",
                            "evidence?: Where it is stated")
                    .withValues("metric", TargetMetric.values())
                    .withValues("unit", List.of(PERCENT, ONE, TONNES));

    /// @throws InvalidInput naming the columns that break a rule
    static TargetRow read(Fields fields) {
        Optional<String> id = fields.id("targetId");
        Optional<TargetMetric> metric = fields.oneOf("metric", TargetMetric.class);
        Optional<BigDecimal> value = fields.decimal("value");
        Optional<String> unit = fields.text("unit");
        Optional<Integer> year = Whole.read(fields, "year", fields.decimal("year"));
        Optional<Integer> baseYear =
                Whole.read(fields, "baseYear", fields.optionalDecimal("baseYear"));
        String source =
                fields.optionalText("evidence").orElse("Imported without a word of evidence.");
        fields.refuseIfInvalid();
        TargetLevel level =
                level(metric.orElseThrow(), value.orElseThrow(), unit.orElseThrow(), baseYear);
        Target target =
                Parts.checked(() ->
                        new Target(
                                id.orElseThrow(),
                                metric.orElseThrow(),
                                level,
                                year.orElseThrow(),
                                Evidence.stated(source)));
        boolean relative = level instanceof TargetLevel.ChangeFromBase;
        return new TargetRow(target, relative ? baseYear : Optional.empty());
    }

    private static TargetLevel level(
            TargetMetric metric, BigDecimal value, String unit, Optional<Integer> baseYear) {
        if (metric == TargetMetric.RENEWABLE_SHARE) {
            return Parts.checked(() -> new TargetLevel.Share(share(metric, value, unit)));
        }
        return switch (unit) {
            case TONNES -> Parts.checked(() -> new TargetLevel.Tonnes(value.doubleValue()));
            case PERCENT -> {
                if (baseYear.isEmpty()) {
                    throw new InvalidInput(
                            "baseYear",
                            "REQUIRED",
                            "a change in % needs the year it is stated against");
                }
                yield Parts.checked(() ->
                        new TargetLevel.ChangeFromBase(
                                value.movePointLeft(PERCENT_PLACES).doubleValue()));
            }
            default ->
                    throw new InvalidInput(
                            "unit",
                            "UNKNOWN_UNIT",
                            "'%s' is no unit of %s; write tCO2e, or %% with a baseYear"
                                    .formatted(unit, metric));
        };
    }

    private static double share(TargetMetric metric, BigDecimal value, String unit) {
        return switch (unit) {
            case PERCENT -> value.movePointLeft(PERCENT_PLACES).doubleValue();
            case ONE -> value.doubleValue();
            default ->
                    throw new InvalidInput(
                            "unit",
                            "UNKNOWN_UNIT",
                            "'%s' is no unit of %s; write %% or 1".formatted(unit, metric));
        };
    }
}
