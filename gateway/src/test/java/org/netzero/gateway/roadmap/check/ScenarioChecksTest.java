package org.netzero.gateway.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;
import org.netzero.gateway.roadmap.engine.Target;

class ScenarioChecksTest {

    private static final RuleBook RULES = ShippedRules.read();
    private static final Inventory PUBLISHED =
            new Inventory(
                    2021,
                    15_282.54,
                    2_399_228.928,
                    2_522_949.432,
                    new TreeMap<>(Map.of("UNSPECIFIED", 2_743_000.0)),
                    new ElectricityUse(4_308_960, 2_334, 63_000, 1.32));

    private final ScenarioChecks committed = checks(ShippedScenarios.committed(), RULES);

    @Test
    void thePaceOfTheRenewableShareIsSaidAgainstWhat100PercentNeeds() {
        Statement pace = statement("renewable-pace");
        assertThat(pace.text())
                .contains("1.5 % in 2021, 7.2 % in 2022, 12.4 % in 2023")
                .contains("5.45 points a year")
                .contains("needs 12.51 points a year");
        assertThat(amount("pace", pace.numbers())).isCloseTo(5.45, within(1e-9));
        assertThat(amount("needed", pace.numbers())).isCloseTo(87.6 / 7, within(1e-9));
    }

    @Test
    void theDistanceToTheValidatedTargetsIsTakenFromTheRestatedBase() {
        Statement scope12 = statement("distance-scope-1-2");
        Statement scope3 = statement("distance-scope-3");
        assertThat(amount("level", scope12.numbers())).isCloseTo(746_951.67, within(0.005));
        assertThat(amount("level", scope3.numbers())).isCloseTo(2_367_359.26, within(0.005));
        assertThat(scope12.text())
                .contains("−70 %")
                .contains("746,952 t")
                .contains("2,836,702 t, 2,089,750 t away");
        assertThat(scope3.text()).contains("−30 %").contains("2,367,359 t").contains("589,763 t");
    }

    @Test
    void creditsLeftAndTheirCostAreSaidWhetherOrNotAClaimIsAllowed() {
        Statement credits = statement("credits-left");
        double tonnes = amount("credits", credits.numbers());
        assertThat(tonnes).isPositive();
        assertThat(amount("cost", credits.numbers())).isCloseTo(tonnes * 100, within(1e-6));
        assertThat(credits.text()).contains("Credits for them would cost").contains("CNY a year");
    }

    @Test
    void theRestatementIsSignificantForTheTotalAndScope3ButNotForScope1() {
        assertThat(criterion("base-year-total").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(criterion("base-year-total").statement()).contains("14.89 %");
        assertThat(criterion("base-year-scope-3").statement()).contains("23.29 %");
        assertThat(criterion("base-year-scope-1").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theValidatedScope12TargetPassesTheFlatRuleAndItsRatchet() {
        assertThat(criterion("sbt-flat-1.5C-scope-1-2").verdict()).isEqualTo(Verdict.PASS);
        assertThat(criterion("sbt-flat-1.5C-scope-1-2-ratchet").verdict()).isEqualTo(Verdict.PASS);
        assertThat(criterion("sbt-flat-1.5C-scope-1-2-ratchet").statement())
                .contains("counted from 2020 asks for 42.00 %");
    }

    @Test
    void theScope3TargetCutsTooLittleOfTheInventoryOnFile() {
        Criterion flat = criterion("sbt-flat-well-below-2C-scope-3");
        assertThat(flat.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(flat.statement()).contains("13.69 %").contains("22.50 %");
    }

    @Test
    void coverageAsksForScope3WhereItIs40PercentOrMore() {
        assertThat(criterion("sbt-coverage-scope-1-2").verdict()).isEqualTo(Verdict.PASS);
        assertThat(criterion("sbt-coverage-scope-3").verdict()).isEqualTo(Verdict.PASS);
        ScenarioChecks without = checks(withTargets(List.of()), RULES);
        assertThat(criterion("sbt-coverage-scope-3", without).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(criterion("sbt-coverage-scope-3", without).statement()).contains("0.00 %");
    }

    @Test
    void theTimeFrameIsUnknownUntilTheSubmissionIsKnown() {
        assertThat(criterion("sbt-time-frame").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(timeFrame(2022)).isEqualTo(Verdict.PASS);
        assertThat(timeFrame(2026)).isEqualTo(Verdict.FAIL);
        assertThat(timeFrame(2019)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRuleThatIsNotInTheBookIsUnknownAndNeverGuessed() {
        ScenarioChecks answer = checks(ShippedScenarios.committed(), new RuleBook(List.of()));
        assertThat(answer.criteria())
                .filteredOn(criterion ->
                        criterion.id().startsWith("sbt-") || criterion.id().startsWith("budget-"))
                .isNotEmpty()
                .allMatch(criterion -> criterion.verdict() == Verdict.UNKNOWN);
        assertThat(criterion("sbt-2026-scope-3").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutTargetsNothingIsFoundAmbitious() {
        assertThat(criterion("sbt-2026-scope-1-2", checks(withTargets(List.of()), RULES)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void the2026RuleAddsWhatItAsksOfScope1AndScope2() {
        Criterion rule = criterion("sbt-2026-scope-1-2");
        double scope1 = 15_282.54 * (1 - 0.042 * 9);
        double scope2 = 2_522_949.432 * (1 - 1.0 / 19 * 9);
        assertThat(amount("asked", rule.numbers())).isCloseTo(scope1 + scope2, within(1e-3));
        assertThat(rule.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theBudgetIsTheAreaUnderTheLineAndSaysWhenItIsUsedUp() {
        CarbonBudget budget =
                CarbonBudget.of(2022, List.of(90.0, 80.0, 70.0), List.of(120.0, 121.0, 10.0));
        assertThat(budget.budgetTonnes()).isEqualTo(240);
        assertThat(budget.overshootTonnes()).isEqualTo(11);
        assertThat(budget.exhaustedIn()).hasValue(2023);
        assertThat(CarbonBudget.of(2022, List.of(90.0), List.of(90.0)).exhaustedIn()).isEmpty();
    }

    @Test
    void theClaimFollowsTheClaimRule() {
        Criterion claim = criterion("claim-net-2030");
        assertThat(claim.verdict()).isIn(Verdict.PASS, Verdict.FAIL);
        assertThat(criterion("claim-net-2030", checks(withTargets(List.of()), RULES)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void everyAnsweredCriterionShowsEquationNumbersAndSource() {
        assertThat(committed.criteria())
                .filteredOn(criterion -> criterion.verdict() != Verdict.UNKNOWN)
                .hasSizeGreaterThan(10)
                .allSatisfy(criterion -> {
                    assertThat(criterion.equation()).isNotBlank();
                    assertThat(criterion.numbers()).isNotEmpty();
                    assertThat(criterion.source()).isNotBlank();
                });
        assertThat(committed.criteria()).extracting(Criterion::id).doesNotHaveDuplicates();
    }

    @Test
    void aCompanyThatPublishedNothingHereIsRefusedWithThoseThatDid() {
        assertThatThrownBy(() -> PublishedCompany.of("Nobody", ReportedSeries.shipped()))
                .hasMessageContaining("'Nobody'")
                .hasMessageContaining("Alibaba, Amazon, Baidu, Google, Tencent");
    }

    @Test
    void aParameterStatedTwiceIsRefused() {
        RuleBook.Parameter parameter =
                new RuleBook.Parameter("rule", "1", "rate", 1, "1", "somewhere");
        assertThatThrownBy(() -> new RuleBook(List.of(parameter, parameter)))
                .hasMessageContaining("rule 1 rate is stated twice");
    }

    private Statement statement(String id) {
        return committed.statements().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Criterion criterion(String id) {
        return criterion(id, committed);
    }

    private static Criterion criterion(String id, ScenarioChecks checks) {
        return checks.criteria().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict timeFrame(int submitted) {
        return criterion(
                        "sbt-time-frame",
                        checks(ShippedScenarios.committed(), RULES, OptionalInt.of(submitted)))
                .verdict();
    }

    private static double amount(String name, List<Amount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.name().equals(name))
                .mapToDouble(Amount::value)
                .findFirst()
                .orElseThrow();
    }

    private static Scenario withTargets(List<Target> targets) {
        Scenario shipped = ShippedScenarios.committed();
        return new Scenario(
                shipped.id(),
                shipped.name(),
                shipped.baseYear(),
                shipped.targetYear(),
                shipped.electricity(),
                shipped.otherActivity(),
                shipped.levers(),
                targets,
                shipped.offsets());
    }

    private static ScenarioChecks checks(Scenario scenario, RuleBook rules) {
        return checks(scenario, rules, OptionalInt.empty());
    }

    private static ScenarioChecks checks(
            Scenario scenario, RuleBook rules, OptionalInt submissionYear) {
        return ScenarioChecks.of(
                new ScenarioChecks.Subject(
                        scenario,
                        PUBLISHED,
                        Roadmap.project(scenario, PUBLISHED, Actuals.NONE),
                        submissionYear,
                        Optional.of(PublishedCompany.of("Tencent", ReportedSeries.shipped())),
                        CreditPriceRange.of(scenario.offsets(), OptionalDouble.empty())),
                rules);
    }
}
