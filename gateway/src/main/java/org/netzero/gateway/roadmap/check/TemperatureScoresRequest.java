package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// A company's targets to be scored in °C, as they are written.
@Schema(name = "TemperatureScoresRequest")
record TemperatureScoresRequest(
        @Schema(description = "The year in which they are scored; time frames count from it")
                @Nullable Integer year,
        @Nullable Double scope12Tonnes,
        @Nullable Double scope3Tonnes,
        @Schema(description = "Of what has no target; absent for 3.2 of the method of 2020")
                @Nullable Double defaultScore,
        @Schema(description = "Lowest score that is given; absent for none, as in 2020")
                @Nullable Double floor,
        @Schema(
                        description =
                                "Regression of warming on the yearly cut, by time frame; a time frame"
                                        + " without one is UNKNOWN where it has a target")
                @Nullable List<@Nullable RegressionRequest> regressions,
        @Schema(description = "At most 50") @Nullable List<@Nullable TargetRequest> targets) {

    private static final double DEFAULT_SCORE_2020 = 3.2;
    private static final int MOST_TARGETS = 50;

    @Schema(name = "TemperatureRegression")
    record RegressionRequest(
            TemperatureScores.@Nullable TimeFrame timeFrame,
            @Schema(description = "°C per percent a year") @Nullable Double slope,
            @Schema(description = "°C") @Nullable Double intercept) {}

    @Schema(name = "TemperatureTarget")
    record TargetRequest(
            @Nullable String id,
            @Schema(description = "SCOPE_1_2 or SCOPE_3") TemperatureScores.@Nullable Scope scope,
            @Schema(description = "Cut against the base year, 0.5 for 50 %")
                    @Nullable Double ambition,
            @Schema(description = "Share of the scope's emissions that it covers; absent for 1")
                    @Nullable Double coverage,
            @Nullable Integer startYear,
            @Nullable Integer targetYear) {}

    /// @throws InvalidInput naming the first field that breaks a rule
    TemperatureScores read() {
        int scored = Stated.year("year", year);
        double scope12 = Stated.number("scope12Tonnes", scope12Tonnes, 0, Stated.MOST);
        double scope3 = Stated.number("scope3Tonnes", scope3Tonnes, 0, Stated.MOST);
        if (scope12 + scope3 == 0) {
            throw new InvalidInput(
                    "scope12Tonnes",
                    "VALUE_OUT_OF_RANGE",
                    "is 0 and so is scope3Tonnes: one has to be above 0");
        }
        OptionalDouble lowest = Stated.optional("floor", floor, -10, 10);
        return new TemperatureScores(
                scored,
                scope12,
                scope3,
                Stated.optional("defaultScore", defaultScore, 0, 10).orElse(DEFAULT_SCORE_2020),
                lowest,
                readRegressions(),
                readTargets(scored));
    }

    private Map<TemperatureScores.TimeFrame, TemperatureScores.Regression> readRegressions() {
        Map<TemperatureScores.TimeFrame, TemperatureScores.Regression> read =
                new EnumMap<>(TemperatureScores.TimeFrame.class);
        List<@Nullable RegressionRequest> stated =
                regressions == null ? List.of() : Stated.list("regressions", regressions, 0, 3);
        for (int i = 0; i < stated.size(); i++) {
            String at = "regressions[%d]".formatted(i);
            RegressionRequest regression = Stated.required(at, stated.get(i));
            TemperatureScores.TimeFrame frame =
                    Stated.required(at + ".timeFrame", regression.timeFrame());
            TemperatureScores.Regression line =
                    new TemperatureScores.Regression(
                            Stated.number(at + ".slope", regression.slope(), -10, 10),
                            Stated.number(at + ".intercept", regression.intercept(), -10, 10));
            if (read.put(frame, line) != null) {
                throw new InvalidInput(
                        at + ".timeFrame",
                        "DUPLICATE_ENTRY",
                        "'%s' is stated a second time".formatted(frame));
            }
        }
        return read;
    }

    private List<TemperatureScores.Target> readTargets(int scored) {
        List<TemperatureScores.Target> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<@Nullable TargetRequest> stated =
                targets == null ? List.of() : Stated.list("targets", targets, 0, MOST_TARGETS);
        for (int i = 0; i < stated.size(); i++) {
            String at = "targets[%d]".formatted(i);
            TargetRequest target = Stated.required(at, stated.get(i));
            String id = Stated.name(at + ".id", target.id());
            if (!ids.add(id)) {
                throw new InvalidInput(
                        at + ".id",
                        "DUPLICATE_ENTRY",
                        "'%s' is stated a second time".formatted(id));
            }
            int start = Stated.year(at + ".startYear", target.startYear());
            int end = Stated.year(at + ".targetYear", target.targetYear());
            Stated.after(at + ".targetYear", end, start);
            if (end - scored > TemperatureScores.LONGEST_YEARS) {
                throw new InvalidInput(
                        at + ".targetYear",
                        "VALUE_OUT_OF_RANGE",
                        "is %d and must be at most %d years after %d"
                                .formatted(end, TemperatureScores.LONGEST_YEARS, scored));
            }
            read.add(
                    new TemperatureScores.Target(
                            id,
                            Stated.required(at + ".scope", target.scope()),
                            Stated.number(at + ".ambition", target.ambition(), 0, 1),
                            Stated.optional(at + ".coverage", target.coverage(), 0, 1).orElse(1),
                            start,
                            end));
        }
        return read;
    }
}
