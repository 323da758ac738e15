package org.netzero.gateway.roadmap.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.GrowthRule;

/// The evidence for [Kind#growthRule()]: a rule chosen without a company is held against that
/// company.
class LeaveOneCompanyOutTest {

    private static final List<String> COMPANIES = List.of("Amazon", "Google", "Tencent");
    private static final Choice SHIPPED = new Choice(0.1, 0.07, 0.7);
    private static final List<Case> CASES = BackTest.of(ReportedSeries.shipped()).cases();

    @Test
    void everyRuleOfTheGridErrsAboutAsMuchSoTheChoiceIsNoFit() {
        double least =
                choices().stream().mapToDouble(LeaveOneCompanyOutTest::error).min().orElse(0);
        assertThat(error(SHIPPED)).isLessThan(least * 1.03);
    }

    @Test
    void theChoiceIsTheShippedOne() {
        for (Case tried : CASES) {
            assertThat(SHIPPED.project(tried)).isEqualTo(tried.projected().get(Method.ENGINE));
        }
    }

    @Test
    void theRuleChosenByTheOthersBeatsTheSimpleMethodsOnTheCompaniesLeftOut() {
        double chosen = 0;
        for (String left : COMPANIES) {
            Choice choice =
                    choices().stream()
                            .min(
                                    Comparator.comparingDouble(
                                            candidate -> errorWithout(left, candidate)))
                            .orElseThrow();
            chosen += errorOn(left, choice) / COMPANIES.size();
        }
        for (Method simple : Method.values()) {
            if (simple != Method.ENGINE) {
                double error = 0;
                for (String company : COMPANIES) {
                    error += errorOn(company, simple) / COMPANIES.size();
                }
                assertThat(chosen).as("against %s", simple).isLessThan(error);
            }
        }
    }

    /// What the grid varies: the prior deviation of what follows energy and of the rest, and the
    /// change that is a structural break.
    private record Choice(double priorOfEnergy, double priorOfOthers, double breakChange) {

        double project(Case tried) {
            double prior = tried.kind().followsEnergy() ? priorOfEnergy : priorOfOthers;
            return new GrowthRule(prior, 0.1, breakChange)
                    .project(tried.history(), tried.kind().damping(), tried.horizon());
        }
    }

    private static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (double ofEnergy : new double[] {0.05, 0.07, 0.1, 0.15}) {
            for (double ofOthers : new double[] {0.05, 0.07, 0.1, 0.15}) {
                for (double breakChange : new double[] {0.5, 0.7, 1.0}) {
                    choices.add(new Choice(ofEnergy, ofOthers, breakChange));
                }
            }
        }
        return choices;
    }

    private static double error(Choice choice) {
        return COMPANIES.stream().mapToDouble(company -> errorOn(company, choice)).sum()
                / COMPANIES.size();
    }

    private static double errorWithout(String left, Choice choice) {
        return COMPANIES.stream()
                .filter(company -> !company.equals(left))
                .mapToDouble(company -> errorOn(company, choice))
                .average()
                .orElseThrow();
    }

    /// Mean over the cases of a company up to three years ahead.
    private static double errorOn(String company, Choice choice) {
        return CASES.stream()
                .filter(tried -> tried.company().equals(company) && tried.horizon() <= 3)
                .mapToDouble(tried -> Math.abs(Math.log(choice.project(tried) / tried.actual())))
                .average()
                .orElseThrow();
    }

    private static double errorOn(String company, Method method) {
        return CASES.stream()
                .filter(tried -> tried.company().equals(company) && tried.horizon() <= 3)
                .mapToDouble(tried -> Math.abs(tried.logError(method)))
                .average()
                .orElseThrow();
    }
}
