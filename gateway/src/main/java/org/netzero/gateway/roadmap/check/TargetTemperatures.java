package org.netzero.gateway.roadmap.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

/// What a temperature score of the scenario's targets takes, of which the regression is not at
/// hand.
final class TargetTemperatures {

    private static final String RULE = "temperature-score";

    private final ScenarioChecks.Subject subject;

    TargetTemperatures(ScenarioChecks.Subject subject) {
        this.subject = subject;
    }

    void addTo(List<Criterion> criteria) {
        for (TargetMetric metric :
                List.of(
                        TargetMetric.SCOPE_1_2,
                        TargetMetric.SCOPE_3,
                        TargetMetric.GROSS_EMISSIONS)) {
            subject.projection().targets().stream()
                    .filter(standing -> standing.metric() == metric && standing.baseValue() > 0)
                    .max(Comparator.comparingInt(TargetStanding::year))
                    .ifPresent(standing -> criteria.add(criterion(standing)));
        }
    }

    private Criterion criterion(TargetStanding target) {
        int baseYear = subject.scenario().baseYear();
        double ambition = 1 - target.targetValue() / target.baseValue();
        double rate = TemperatureScore.annualRate(ambition, baseYear, target.year());
        return new Criterion(
                "temperature-score-" + target.targetId(),
                RULE,
                "2020",
                Verdict.UNKNOWN,
                "Target %s cuts %s from %d to %d, %s a year. Slope and intercept of the regression that makes °C of it are not at hand: state them to temperature-scores."
                        .formatted(
                                target.targetId(),
                                Words.percent(ambition),
                                baseYear,
                                target.year(),
                                Words.percent(rate)),
                String.format(
                        Locale.ROOT,
                        "yearly cut = (1 − %.3f/%.3f)/(%d − %d) = %.6f; score = slope·100·yearly cut + intercept",
                        target.targetValue(),
                        target.baseValue(),
                        target.year(),
                        baseYear,
                        rate),
                List.of(Amount.share("ambition", ambition), new Amount("yearlyCut", rate, "1/a")),
                "CDP Worldwide and WWF International, Temperature Rating Methodology, 2020");
    }
}
