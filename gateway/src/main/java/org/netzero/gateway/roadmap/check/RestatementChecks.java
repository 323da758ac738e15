package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Was the base year stated anew by so much that targets against it have to follow?
final class RestatementChecks {

    private static final String RULE = "base-year";
    private static final String VERSION = "ghgp";

    private final PublishedCompany company;
    private final int baseYear;
    private final RuleBook rules;

    RestatementChecks(PublishedCompany company, ScenarioChecks.Subject subject, RuleBook rules) {
        this.company = company;
        this.baseYear = subject.scenario().baseYear();
        this.rules = rules;
    }

    List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        add("base-year-total", "total_s123", criteria);
        add("base-year-scope-1", "scope1", criteria);
        add("base-year-scope-2", "scope2", criteria);
        add("base-year-scope-3", "scope3", criteria);
        return criteria;
    }

    private void add(String id, String metric, List<Criterion> criteria) {
        Optional<RuleBook.Parameter> threshold = rules.find(RULE, VERSION, "threshold");
        OptionalDouble original = company.first(metric, baseYear);
        OptionalDouble restated = company.newest(metric, baseYear);
        if (threshold.isEmpty() || original.isEmpty() || restated.isEmpty()) {
            criteria.add(
                    Criterion.unknown(
                            id,
                            RULE,
                            VERSION,
                            "No published %s of %d is at hand, or the threshold is not."
                                    .formatted(metric, baseYear)));
            return;
        }
        if (!company.isRestated(metric, baseYear)) {
            criteria.add(
                    Criterion.unknown(
                            id,
                            RULE,
                            VERSION,
                            "%s's %s of %d is in one report alone, as %s: whether it was restated since is not known."
                                    .formatted(
                                            company.name(),
                                            metric,
                                            baseYear,
                                            Words.tonnes(original.getAsDouble()))));
            return;
        }
        BaseYearChange change =
                new BaseYearChange(
                        original.getAsDouble(), restated.getAsDouble(), threshold.get().value());
        criteria.add(
                new Criterion(
                        id,
                        RULE,
                        VERSION,
                        Verdict.of(!change.isSignificant()),
                        "%s's %s of %d was published as %s and restated to %s, %s; above %s the base year and every target against it are recalculated%s."
                                .formatted(
                                        company.name(),
                                        metric,
                                        baseYear,
                                        Words.tonnes(original.getAsDouble()),
                                        Words.tonnes(restated.getAsDouble()),
                                        Words.percent(change.change()),
                                        Words.percent(threshold.get().value()),
                                        change.isSignificant() ? ": due" : ": not due"),
                        String.format(
                                Locale.ROOT, "restated/original − 1 = %.12f", change.change()),
                        List.of(
                                Amount.tonnes("original", original.getAsDouble()),
                                Amount.tonnes("restated", restated.getAsDouble()),
                                Amount.share("change", change.change())),
                        threshold.get().source()));
    }
}
