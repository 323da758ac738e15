package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.Scenario;

/// A scenario, its targets and its projection held against every rule in the book.
///
/// @param criteria rules with their answers
/// @param statements what a reader wants to know in plain numbers
public record ScenarioChecks(List<Criterion> criteria, List<Statement> statements) {

    public ScenarioChecks {
        criteria = List.copyOf(criteria);
        statements = List.copyOf(statements);
    }

    /// What is checked.
    ///
    /// @param submissionYear when the targets were or will be submitted for validation
    /// @param company published figures to say distances from
    record Subject(
            Scenario scenario,
            Inventory base,
            Projection projection,
            OptionalInt submissionYear,
            Optional<PublishedCompany> company,
            CreditPriceRange price) {}

    static ScenarioChecks of(Subject subject, RuleBook rules) {
        List<Criterion> criteria = new ArrayList<>();
        new TargetChecks(subject, rules).addTo(criteria);
        new TargetTemperatures(subject).addTo(criteria);
        new ProjectionChecks(subject, rules).addTo(criteria);
        List<Statement> statements = new ArrayList<>();
        PlainNumbers plain = new PlainNumbers(subject);
        plain.addTo(statements);
        subject.company()
                .ifPresent(company -> {
                    criteria.addAll(new RestatementChecks(company, subject, rules).criteria());
                    new PublishedNumbers(company, subject).addTo(statements);
                });
        return new ScenarioChecks(criteria, statements);
    }
}
