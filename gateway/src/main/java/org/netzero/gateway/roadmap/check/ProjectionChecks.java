package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

/// Does the projection keep what was promised?
final class ProjectionChecks {

    private static final double TOLERANCE = 1e-9;

    private final ScenarioChecks.Subject subject;
    private final RuleBook rules;
    private final ProjectionYear last;

    ProjectionChecks(ScenarioChecks.Subject subject, RuleBook rules) {
        this.subject = subject;
        this.rules = rules;
        this.last = subject.projection().years().getLast();
    }

    void addTo(List<Criterion> criteria) {
        subject.projection().targets().forEach(standing -> criteria.add(standing(standing)));
        renewable("sbt-5", 2025, criteria);
        renewable("sbt-5", 2030, criteria);
        renewable("re100", 2030, criteria);
        renewable("re100", 2040, criteria);
        renewable("re100", 2050, criteria);
        budget("budget-1.5C-scope-1-2", "rate15", true, criteria);
        budget("budget-well-below-2C-scope-3", "rateWellBelow2", false, criteria);
        criteria.add(claim());
    }

    private static Criterion standing(TargetStanding standing) {
        boolean share = standing.metric() == TargetMetric.RENEWABLE_SHARE;
        double gap = standing.projectedValue() - standing.targetValue();
        return new Criterion(
                "target-" + standing.targetId(),
                "own-target",
                "1",
                Verdict.of(standing.met()),
                "%s in %d is projected at %s against a target of %s: %s."
                        .formatted(
                                standing.metric(),
                                standing.year(),
                                words(share, standing.projectedValue()),
                                words(share, standing.targetValue()),
                                standing.met()
                                        ? "met"
                                        : words(share, Math.abs(gap))
                                                + (share ? " below it" : " above it")),
                share ? "projected >= target" : "projected <= target",
                List.of(
                        new Amount("projected", standing.projectedValue(), share ? "1" : "t"),
                        new Amount("target", standing.targetValue(), share ? "1" : "t"),
                        new Amount("gap", gap, share ? "1" : "t")),
                "The scenario's own target " + standing.targetId());
    }

    private static String words(boolean share, double value) {
        return share ? Words.percent(value) : Words.tonnes(value);
    }

    private void renewable(String version, int year, List<Criterion> criteria) {
        String id = "renewable-%s-%d".formatted(version, year);
        Optional<RuleBook.Parameter> asked = rules.find("renewable-path", version, "share" + year);
        if (asked.isEmpty()) {
            return;
        }
        Optional<ProjectionYear> projected = subject.projection().year(year);
        if (projected.isEmpty()) {
            criteria.add(
                    Criterion.unknown(
                            id,
                            "renewable-path",
                            version,
                            "The scenario does not reach %d.".formatted(year)));
            return;
        }
        double share = projected.get().renewableShare();
        criteria.add(
                new Criterion(
                        id,
                        "renewable-path",
                        version,
                        Verdict.of(share >= asked.get().value() * (1 - TOLERANCE)),
                        "The renewable share of electricity is projected at %s in %d; %s are asked."
                                .formatted(
                                        Words.percent(share),
                                        year,
                                        Words.percent(asked.get().value())),
                        "(matched + own generation) / electricity >= asked share",
                        List.of(
                                Amount.share("projected", share),
                                Amount.share("asked", asked.get().value())),
                        asked.get().source()));
    }

    /// The budget is the area under the flat rule's line, in whole years after the base year.
    private void budget(String id, String parameter, boolean scope12, List<Criterion> criteria) {
        Optional<RuleBook.Parameter> rate =
                rules.find("sbt-absolute-contraction", "flat", parameter);
        if (rate.isEmpty()) {
            criteria.add(
                    Criterion.unknown(id, "carbon-budget", "flat", "The rule is not at hand."));
            return;
        }
        int baseYear = subject.scenario().baseYear();
        double base =
                scope12
                        ? subject.base().scope1Tonnes() + subject.base().scope2MarketTonnes()
                        : subject.base().scope3Tonnes();
        List<Double> path = new ArrayList<>();
        List<Double> projected = new ArrayList<>();
        for (ProjectionYear year : subject.projection().years()) {
            if (year.year() > baseYear) {
                path.add(
                        new AbsoluteContraction.Flat(
                                        rate.get().value(), baseYear, year.year(), base)
                                .targetTonnes());
                projected.add(
                        scope12
                                ? year.scope1Tonnes() + year.scope2MarketTonnes()
                                : year.scope3Tonnes());
            }
        }
        criteria.add(criterion(id, CarbonBudget.of(baseYear + 1, path, projected), rate.get()));
    }

    private Criterion criterion(String id, CarbonBudget budget, RuleBook.Parameter rate) {
        boolean held = budget.overshootTonnes() <= budget.budgetTonnes() * TOLERANCE;
        OptionalInt exhausted = budget.exhaustedIn();
        return new Criterion(
                id,
                "carbon-budget",
                "flat",
                Verdict.of(held),
                "To %d the line of %s a year leaves %s; projected are %s, %s%s."
                        .formatted(
                                last.year(),
                                Words.percent(rate.value()),
                                Words.tonnes(budget.budgetTonnes()),
                                Words.tonnes(budget.projectedTonnes()),
                                held
                                        ? "within it"
                                        : Words.tonnes(budget.overshootTonnes()) + " over it",
                                exhausted.isPresent()
                                        ? ", all used in " + exhausted.getAsInt()
                                        : ""),
                "budget = Σ base·(1 − rate·(year − base year)); overshoot = Σ projected − budget",
                List.of(
                        Amount.tonnes("budget", budget.budgetTonnes()),
                        Amount.tonnes("projected", budget.projectedTonnes()),
                        Amount.tonnes("overshoot", budget.overshootTonnes())),
                rate.source());
    }

    private Criterion claim() {
        Claim claim = last.claim();
        Verdict verdict =
                switch (claim.status()) {
                    case ALLOWED -> Verdict.PASS;
                    case BLOCKED -> Verdict.FAIL;
                    case NO_NET_TARGET, NOT_YET_DUE -> Verdict.UNKNOWN;
                };
        return new Criterion(
                "claim-net-" + last.year(),
                "offsets-last",
                "1",
                verdict,
                String.join(" ", claim.reasons()),
                "gross <= its path and renewable share >= its path and credits within the policy",
                List.of(
                        Amount.tonnes("gross", last.grossTonnes()),
                        Amount.tonnes("credits", last.creditsTonnes())),
                "The roadmap's rule: credits last, never part of gross emissions");
    }
}
