package org.netzero.gateway.roadmap.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

/// Are the targets ambitious and wide enough?
final class TargetChecks {

    private static final String CONTRACTION = "sbt-absolute-contraction";
    private static final String COVERAGE = "sbt-coverage";
    private static final String COVERAGE_VERSION = "5";

    /// Targets that were rounded to a tonne still meet their rule.
    private static final double TOLERANCE = 1e-6;

    private final ScenarioChecks.Subject subject;
    private final RuleBook rules;

    TargetChecks(ScenarioChecks.Subject subject, RuleBook rules) {
        this.subject = subject;
        this.rules = rules;
    }

    void addTo(List<Criterion> criteria) {
        flat("1.5C", "rate15", TargetMetric.SCOPE_1_2, criteria);
        flat("well-below-2C", "rateWellBelow2", TargetMetric.SCOPE_1_2, criteria);
        flat("1.5C", "rate15", TargetMetric.SCOPE_3, criteria);
        flat("well-below-2C", "rateWellBelow2", TargetMetric.SCOPE_3, criteria);
        criteria.add(of2026());
        criteria.add(
                Criterion.unknown(
                        "sbt-2026-scope-3",
                        CONTRACTION,
                        "2026",
                        "The text of the 2026 rule for scope 3 is not at hand."));
        criteria.add(coverageOfScope12());
        criteria.add(coverageOfScope3());
        criteria.add(timeFrame());
    }

    /// The latest target on the metric whose year is projected.
    private Optional<TargetStanding> latest(TargetMetric metric) {
        return subject.projection().targets().stream()
                .filter(standing -> standing.metric() == metric)
                .max(Comparator.comparingInt(TargetStanding::year));
    }

    private static String name(TargetMetric metric) {
        return metric == TargetMetric.SCOPE_1_2 ? "scope-1-2" : "scope-3";
    }

    private void flat(
            String level, String parameter, TargetMetric metric, List<Criterion> criteria) {
        String id = "sbt-flat-%s-%s".formatted(level, name(metric));
        Optional<RuleBook.Parameter> rate = rules.find(CONTRACTION, "flat", parameter);
        Optional<RuleBook.Parameter> ratchet = rules.find(CONTRACTION, "flat", "ratchetYear");
        Optional<TargetStanding> target = latest(metric);
        if (rate.isEmpty() || ratchet.isEmpty()) {
            criteria.add(notAtHand(id, "flat"));
            return;
        }
        if (target.isEmpty()) {
            criteria.add(noTarget(id, "flat", metric));
            return;
        }
        int baseYear = subject.scenario().baseYear();
        criteria.add(flat(id, baseYear, target.get(), rate.get()));
        int ratchetYear = (int) ratchet.get().value();
        if (baseYear > ratchetYear) {
            criteria.add(flat(id + "-ratchet", ratchetYear, target.get(), rate.get()));
        }
    }

    private static Criterion flat(
            String id, int countedFrom, TargetStanding target, RuleBook.Parameter rate) {
        AbsoluteContraction.Flat rule =
                new AbsoluteContraction.Flat(
                        rate.value(), countedFrom, target.year(), target.baseValue());
        boolean held = target.targetValue() <= rule.targetTonnes() * (1 + TOLERANCE);
        double reduction = reductionOf(target);
        return new Criterion(
                id,
                CONTRACTION,
                "flat",
                Verdict.of(held),
                "Target %s cuts %s of the base inventory by %d; %s a year counted from %d asks for %s: %s."
                        .formatted(
                                target.targetId(),
                                Words.percent(reduction),
                                target.year(),
                                Words.percent(rate.value()),
                                countedFrom,
                                Words.percent(rule.reduction()),
                                held ? "enough" : "too little"),
                "reduction = min(1, %s·(%d − %d)) = %s; level = %s·(1 − reduction) = %s"
                        .formatted(
                                rate.value(),
                                target.year(),
                                countedFrom,
                                Words.percent(rule.reduction()),
                                Words.tonnes(target.baseValue()),
                                Words.tonnes(rule.targetTonnes())),
                List.of(
                        Amount.tonnes("base", target.baseValue()),
                        Amount.tonnes("target", target.targetValue()),
                        Amount.tonnes("asked", rule.targetTonnes()),
                        Amount.share("reduction", reduction),
                        Amount.share("askedReduction", rule.reduction())),
                rate.source());
    }

    private static double reductionOf(TargetStanding target) {
        return target.baseValue() == 0 ? 0 : 1 - target.targetValue() / target.baseValue();
    }

    private Criterion of2026() {
        String id = "sbt-2026-scope-1-2";
        Optional<TargetStanding> target = latest(TargetMetric.SCOPE_1_2);
        if (target.isEmpty()) {
            return noTarget(id, "2026", TargetMetric.SCOPE_1_2);
        }
        Optional<RuleBook.Parameter> floor = rules.find(CONTRACTION, "2026", "floor");
        ProjectionYear recent = mostRecent();
        Optional<AbsoluteContraction.Of2026> scope1 =
                of2026(
                        "scope1",
                        target.get(),
                        subject.base().scope1Tonnes(),
                        recent.scope1Tonnes());
        Optional<AbsoluteContraction.Of2026> scope2 =
                of2026(
                        "scope2",
                        target.get(),
                        subject.base().scope2MarketTonnes(),
                        recent.scope2MarketTonnes());
        if (floor.isEmpty() || scope1.isEmpty() || scope2.isEmpty()) {
            return Criterion.unknown(
                    id,
                    CONTRACTION,
                    "2026",
                    "The 2026 rule is not at hand, or the inventory has no scope 1 or no scope 2,"
                            + " or the target lies outside its years.");
        }
        double asked = scope1.get().targetTonnes() + scope2.get().targetTonnes();
        boolean held = target.get().targetValue() <= asked * (1 + TOLERANCE);
        return new Criterion(
                id,
                CONTRACTION,
                "2026",
                Verdict.of(held),
                "Target %s is %s in %d; the 2026 rule asks for %s of scope 1 and %s of scope 2, together %s: %s."
                        .formatted(
                                target.get().targetId(),
                                Words.tonnes(target.get().targetValue()),
                                target.get().year(),
                                Words.tonnes(scope1.get().targetTonnes()),
                                Words.tonnes(scope2.get().targetTonnes()),
                                Words.tonnes(asked),
                                held ? "enough" : "too little"),
                String.format(
                        Locale.ROOT,
                        "R = max(%s, TA_converted/(TY − BY)), TY at most the long-term year; scope"
                                + " 1: TA_converted %.6f, R %.6f; scope 2: TA_converted %.6f, R %.6f;"
                                + " level = base·(1 − R·(TY − BY))",
                        floor.get().value(),
                        scope1.get().convertedAmbition(),
                        scope1.get().linearRate(),
                        scope2.get().convertedAmbition(),
                        scope2.get().linearRate()),
                List.of(
                        new Amount("mostRecentYear", recent.year(), "year"),
                        Amount.tonnes("target", target.get().targetValue()),
                        Amount.tonnes("askedScope1", scope1.get().targetTonnes()),
                        Amount.tonnes("askedScope2", scope2.get().targetTonnes()),
                        Amount.tonnes("asked", asked)),
                floor.get().source());
    }

    private Optional<AbsoluteContraction.Of2026> of2026(
            String scope, TargetStanding target, double baseTonnes, double recentTonnes) {
        Optional<RuleBook.Parameter> floor = rules.find(CONTRACTION, "2026", "floor");
        Optional<RuleBook.Parameter> cut =
                rules.find(CONTRACTION, "2026", scope + "LongTermReduction");
        Optional<RuleBook.Parameter> year = rules.find(CONTRACTION, "2026", scope + "LongTermYear");
        int recent = mostRecent().year();
        if (floor.isEmpty()
                || cut.isEmpty()
                || year.isEmpty()
                || baseTonnes <= 0
                || recent >= Math.min(target.year(), year.get().value())) {
            return Optional.empty();
        }
        // After the long-term year its level holds.
        int targetYear = Math.min(target.year(), (int) year.get().value());
        return Optional.of(
                new AbsoluteContraction.Of2026(
                        subject.scenario().baseYear(),
                        recent,
                        targetYear,
                        baseTonnes,
                        recentTonnes,
                        cut.get().value(),
                        (int) year.get().value(),
                        floor.get().value()));
    }

    /// The latest year with a complete inventory; the base year has one.
    private ProjectionYear mostRecent() {
        return subject.projection().years().stream()
                .filter(ProjectionYear::actual)
                .max(Comparator.comparingInt(ProjectionYear::year))
                .orElseThrow();
    }

    private Criterion coverageOfScope12() {
        String id = "sbt-coverage-scope-1-2";
        Optional<RuleBook.Parameter> asked = rules.find(COVERAGE, COVERAGE_VERSION, "scope12");
        if (asked.isEmpty()) {
            return notAtHandCoverage(id);
        }
        boolean covered =
                latest(TargetMetric.SCOPE_1_2).isPresent()
                        || latest(TargetMetric.GROSS_EMISSIONS).isPresent();
        return coverage(id, "scope 1 + 2", covered ? 1 : 0, asked.get());
    }

    private Criterion coverageOfScope3() {
        String id = "sbt-coverage-scope-3";
        Optional<RuleBook.Parameter> asked = rules.find(COVERAGE, COVERAGE_VERSION, "scope3");
        Optional<RuleBook.Parameter> threshold =
                rules.find(COVERAGE, COVERAGE_VERSION, "scope3Threshold");
        double gross = subject.base().grossTonnes();
        if (asked.isEmpty() || threshold.isEmpty() || gross == 0) {
            return notAtHandCoverage(id);
        }
        double share = subject.base().scope3Tonnes() / gross;
        if (share < threshold.get().value()) {
            return new Criterion(
                    id,
                    COVERAGE,
                    COVERAGE_VERSION,
                    Verdict.PASS,
                    "Scope 3 is %s of all scopes, below %s: no target is due."
                            .formatted(
                                    Words.percent(share), Words.percent(threshold.get().value())),
                    "scope 3 / (scope 1 + 2 + 3) < threshold",
                    List.of(Amount.share("scope3Share", share)),
                    threshold.get().source());
        }
        boolean covered =
                latest(TargetMetric.SCOPE_3).isPresent()
                        || latest(TargetMetric.GROSS_EMISSIONS).isPresent();
        return coverage(id, "scope 3", covered ? 1 : 0, asked.get());
    }

    private static Criterion coverage(
            String id, String what, double share, RuleBook.Parameter asked) {
        boolean held = share >= asked.value();
        return new Criterion(
                id,
                COVERAGE,
                COVERAGE_VERSION,
                Verdict.of(held),
                "A target covers %s of %s as the base inventory states it; %s are asked."
                        .formatted(Words.percent(share), what, Words.percent(asked.value())),
                "covered share >= asked share",
                List.of(Amount.share("covered", share), Amount.share("asked", asked.value())),
                asked.source());
    }

    private Criterion timeFrame() {
        String id = "sbt-time-frame";
        Optional<RuleBook.Parameter> shortest =
                rules.find(COVERAGE, COVERAGE_VERSION, "shortestYears");
        Optional<RuleBook.Parameter> longest =
                rules.find(COVERAGE, COVERAGE_VERSION, "longestYears");
        Optional<TargetStanding> target = latest(TargetMetric.SCOPE_1_2);
        if (shortest.isEmpty() || longest.isEmpty()) {
            return notAtHandCoverage(id);
        }
        if (target.isEmpty()) {
            return noTarget(id, COVERAGE_VERSION, TargetMetric.SCOPE_1_2);
        }
        if (subject.submissionYear().isEmpty()) {
            return Criterion.unknown(
                    id,
                    COVERAGE,
                    COVERAGE_VERSION,
                    "The years count from the submission for validation, which is not known: state"
                            + " submissionYear.");
        }
        int years = target.get().year() - subject.submissionYear().getAsInt();
        boolean held = years >= shortest.get().value() && years <= longest.get().value();
        return new Criterion(
                id,
                COVERAGE,
                COVERAGE_VERSION,
                Verdict.of(held),
                "Target %s lies %d years after its submission in %d; %s to %s are asked."
                        .formatted(
                                target.get().targetId(),
                                years,
                                subject.submissionYear().getAsInt(),
                                Words.points(shortest.get().value()),
                                Words.points(longest.get().value())),
                "%s <= target year − submission year <= %s"
                        .formatted(
                                Words.points(shortest.get().value()),
                                Words.points(longest.get().value())),
                List.of(new Amount("years", years, "a")),
                shortest.get().source());
    }

    private static Criterion notAtHand(String id, String version) {
        return Criterion.unknown(id, CONTRACTION, version, "The rule is not at hand.");
    }

    private static Criterion notAtHandCoverage(String id) {
        return Criterion.unknown(
                id,
                COVERAGE,
                COVERAGE_VERSION,
                "The rule, or an inventory with emissions, is not at hand.");
    }

    private static Criterion noTarget(String id, String version, TargetMetric metric) {
        return Criterion.unknown(
                id,
                CONTRACTION,
                version,
                "The scenario sets no target on %s in a projected year.".formatted(metric));
    }
}
