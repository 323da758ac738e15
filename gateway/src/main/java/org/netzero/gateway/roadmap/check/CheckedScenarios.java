package org.netzero.gateway.roadmap.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.netzero.gateway.roadmap.backtest.Figure;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.projection.DatedProjection;
import org.netzero.gateway.roadmap.projection.Projections;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.platform.problem.InvalidInput;

/// The scenarios on file with their checks.
@ApplicationScoped
class CheckedScenarios {

    private static final String PUBLISHED_COMPANY = "Tencent";

    private final Scenarios scenarios;
    private final Projections projections;
    private final RuleBook rules = ShippedRules.read();
    private final List<Figure> series = ReportedSeries.shipped();

    CheckedScenarios(Scenarios scenarios, Projections projections) {
        this.scenarios = scenarios;
        this.projections = projections;
    }

    /// What the caller adds to a scenario.
    record Question(
            Optional<String> company, OptionalInt submissionYear, OptionalDouble creditPrice) {}

    record Answer(DatedProjection dated, ScenarioChecks checks) {}

    /// @throws InvalidInput for a company that is not in the series
    Answer of(String scenarioId, Instant asOf, Question question) {
        Optional<PublishedCompany> company =
                company(scenarios.isShipped(scenarioId), question.company());
        DatedProjection dated = projections.of(scenarioId, asOf);
        return new Answer(
                dated,
                ScenarioChecks.of(
                        new ScenarioChecks.Subject(
                                dated.stored().scenario(),
                                dated.basis().inventory(),
                                dated.projection(),
                                question.submissionYear(),
                                company,
                                CreditPriceRange.of(
                                        dated.stored().scenario().offsets(),
                                        question.creditPrice())),
                        rules));
    }

    /// The scenarios shipped for the published data set are its company's, whoever changed them;
    /// one that a user stored under such an id before it was shipped is not.
    private Optional<PublishedCompany> company(boolean shipped, Optional<String> stated) {
        Optional<String> name =
                stated.isEmpty() && shipped ? Optional.of(PUBLISHED_COMPANY) : stated;
        try {
            return name.map(known -> PublishedCompany.of(known, series));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "company", "UNKNOWN_COMPANY", String.valueOf(unknown.getMessage()));
        }
    }

    RuleBook rules() {
        return rules;
    }
}
