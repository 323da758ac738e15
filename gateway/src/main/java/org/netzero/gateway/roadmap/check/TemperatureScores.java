package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The temperature scores of a company by time frame and scope, after the method of CDP and WWF
/// (Temperature Rating Methodology, 2020).
///
/// A target that covers less than its threshold counts with the share that it covers. Of several of
/// one scope and time frame the one that covers most counts, then the latest. What has no target
/// has the default score. A time frame whose regression is not at hand is unknown.
///
/// @param year in which they are scored
record TemperatureScores(
        int year,
        double scope12Tonnes,
        double scope3Tonnes,
        double defaultScore,
        OptionalDouble floor,
        Map<TimeFrame, Regression> regressions,
        List<Target> targets) {

    static final int LONGEST_YEARS = 30;

    private static final int SHORT_YEARS = 4;
    private static final int MID_YEARS = 15;

    TemperatureScores {
        regressions = Map.copyOf(regressions);
        targets = List.copyOf(targets);
    }

    /// Up to 4, up to 15 and up to 30 years from the year of scoring to the target year. One whose
    /// target year is over is among the first, as in the initiative's tool, and says so.
    enum TimeFrame {
        SHORT,
        MID,
        LONG
    }

    enum Scope {
        SCOPE_1_2(0.95),
        SCOPE_3(0.67);

        private final double threshold;

        Scope(double threshold) {
            this.threshold = threshold;
        }
    }

    enum Basis {
        TARGET,
        NO_TARGET,
        UNKNOWN
    }

    /// @param slope °C per percent a year
    record Regression(double slope, double intercept) {}

    record Target(
            String id, Scope scope, double ambition, double coverage, int startYear, int endYear) {

        double countedAmbition() {
            return coverage < scope.threshold ? ambition * coverage : ambition;
        }
    }

    /// @param scope such as "SCOPE_1_2" or "ALL"
    /// @param score empty where it is unknown
    record Score(
            TimeFrame timeFrame,
            String scope,
            OptionalDouble score,
            Basis basis,
            Optional<String> targetId,
            String equation) {}

    List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        for (TimeFrame frame : TimeFrame.values()) {
            Score scope12 = score(frame, Scope.SCOPE_1_2);
            Score scope3 = score(frame, Scope.SCOPE_3);
            scores.add(scope12);
            scores.add(scope3);
            scores.add(all(frame, scope12, scope3));
        }
        return scores;
    }

    private TimeFrame frameOf(Target target) {
        int years = target.endYear() - year;
        if (years <= SHORT_YEARS) {
            return TimeFrame.SHORT;
        }
        return years <= MID_YEARS ? TimeFrame.MID : TimeFrame.LONG;
    }

    private Score score(TimeFrame frame, Scope scope) {
        Optional<Target> target =
                targets.stream()
                        .filter(each -> each.scope() == scope && frameOf(each) == frame)
                        .max(
                                Comparator.comparingDouble(Target::coverage)
                                        .thenComparingInt(Target::endYear)
                                        .thenComparing(Target::id, Comparator.reverseOrder()));
        if (target.isEmpty()) {
            return new Score(
                    frame,
                    scope.name(),
                    OptionalDouble.of(defaultScore),
                    Basis.NO_TARGET,
                    Optional.empty(),
                    "no target: default score " + defaultScore);
        }
        return ofTarget(frame, target.get());
    }

    private Score ofTarget(TimeFrame frame, Target target) {
        Regression line = regressions.get(frame);
        double ambition = target.countedAmbition();
        double rate = TemperatureScore.annualRate(ambition, target.startYear(), target.endYear());
        String rateOf =
                String.format(
                                Locale.ROOT,
                                "yearly cut = %s/(%d − %d) = %.6f",
                                target.coverage() < target.scope().threshold
                                        ? "%s·%s".formatted(target.ambition(), target.coverage())
                                        : target.ambition(),
                                target.endYear(),
                                target.startYear(),
                                rate)
                        + (target.endYear() < year
                                ? "; its target year is before %d: scored as SHORT".formatted(year)
                                : "");
        if (line == null) {
            return new Score(
                    frame,
                    target.scope().name(),
                    OptionalDouble.empty(),
                    Basis.UNKNOWN,
                    Optional.of(target.id()),
                    rateOf
                            + "; the regression of this time frame is not at hand: state its slope"
                            + " and intercept");
        }
        double stated =
                TemperatureScore.ofTarget(
                        ambition,
                        target.startYear(),
                        target.endYear(),
                        line.slope(),
                        line.intercept());
        double score = Math.max(stated, floor.orElse(stated));
        return new Score(
                frame,
                target.scope().name(),
                OptionalDouble.of(score),
                Basis.TARGET,
                Optional.of(target.id()),
                rateOf
                        + String.format(
                                Locale.ROOT,
                                "; score = %s·100·%.6f + %s = %.6f%s",
                                line.slope(),
                                rate,
                                line.intercept(),
                                stated,
                                score > stated ? ", at least " + score : ""));
    }

    private Score all(TimeFrame frame, Score scope12, Score scope3) {
        boolean needsScope3 = TemperatureScore.isScope3Counted(scope12Tonnes, scope3Tonnes);
        if (scope12.score().isEmpty() || (needsScope3 && scope3.score().isEmpty())) {
            return new Score(
                    frame,
                    "ALL",
                    OptionalDouble.empty(),
                    Basis.UNKNOWN,
                    Optional.empty(),
                    "a score that it takes is unknown");
        }
        double score =
                needsScope3
                        ? TemperatureScore.ofAllScopes(
                                scope12.score().getAsDouble(),
                                scope12Tonnes,
                                scope3.score().getAsDouble(),
                                scope3Tonnes)
                        : scope12.score().getAsDouble();
        boolean noTarget =
                scope12.basis() == Basis.NO_TARGET
                        && (!needsScope3 || scope3.basis() == Basis.NO_TARGET);
        return new Score(
                frame,
                "ALL",
                OptionalDouble.of(score),
                noTarget ? Basis.NO_TARGET : Basis.TARGET,
                Optional.empty(),
                needsScope3
                        ? String.format(
                                Locale.ROOT,
                                "(%s·%s + %s·%s)/(%s + %s) = %.6f",
                                scope12.score().getAsDouble(),
                                scope12Tonnes,
                                scope3.score().getAsDouble(),
                                scope3Tonnes,
                                scope12Tonnes,
                                scope3Tonnes,
                                score)
                        : "scope 3 is below 40 % of all scopes: the score of scope 1 + 2");
    }
}
