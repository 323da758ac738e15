package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// The numbers of an equation put into its formula give its value, and every number that is a
    /// figure of another equation is that figure.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEquationComesToItsFigure(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 9);
        Explanation explanation =
                Roadmap.explain(generated.scenario(), generated.base(), Actuals.NONE);
        for (ProjectionYear year : generated.project().years()) {
            for (Equation equation : explanation.equations(year)) {
                double recalculated = formulaOf(equation).of(numbersOf(equation));
                assertThat(recalculated)
                        .as(equation.text())
                        .isCloseTo(equation.value(), within(1e-9 * scale(equation)));
            }
        }
    }

    private static Formula formulaOf(Equation equation) {
        return Formula.ALL.stream()
                .filter(formula -> formula.text().equals(equation.formula()))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbersOf(Equation equation) {
        return equation.terms().stream().mapToDouble(Equation.Term::value).toArray();
    }

    private static double scale(Equation equation) {
        return 1 + Arrays.stream(numbersOf(equation)).map(Math::abs).max().orElse(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theExplainedFiguresAreThoseOfTheProjection(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed);
        Explanation explanation =
                Roadmap.explain(generated.scenario(), generated.base(), Actuals.NONE);
        for (ProjectionYear year : generated.project().years()) {
            if (year.actual()) {
                continue;
            }
            Map<String, Double> figures = figures(explanation.equations(year.year()));
            assertThat(figures)
                    .containsEntry("grossTonnes", year.grossTonnes())
                    .containsEntry("baselineTonnes", year.baselineTonnes())
                    .containsEntry("scope1Tonnes", year.scope1Tonnes())
                    .containsEntry("scope2LocationTonnes", year.scope2LocationTonnes())
                    .containsEntry("scope2MarketTonnes", year.scope2MarketTonnes())
                    .containsEntry("renewableShare", year.renewableShare());
            year.scope3TonnesByCategory()
                    .forEach((category, tonnes) ->
                            assertThat(figures.get("scope3Tonnes[" + category + "]"))
                                    .isCloseTo(tonnes, within(1e-9 * (1 + tonnes))));
        }
    }

    /// Where the company is one region, its parts come first and the whole last.
    private static Map<String, Double> figures(List<Equation> equations) {
        Map<String, Double> figures = new TreeMap<>();
        equations.forEach(equation -> figures.put(equation.figure(), equation.value()));
        return figures;
    }

    @Test
    void anEquationIsWrittenWithItsNumbers() {
        Explanation explanation =
                Roadmap.explain(ShippedScenarios.committed(), published2021(), Actuals.NONE);
        assertThat(explanation.equations(2022))
                .extracting(Equation::text)
                .contains(
                        "deployment[pue] = min(1, ramp*n); ramp = 0.111111111, n = 1; = 0.111111111",
                        "scope1Tonnes = E_base*growth*left; E_base = 15282.54, growth = 1.03045453, left = 1; = 15747.9626 tCO2e");
    }

    @Test
    void aYearOutsideTheScenarioHasNoEquations() {
        assertThat(
                        Roadmap.explain(ShippedScenarios.committed(), published2021(), Actuals.NONE)
                                .equations(2031))
                .isEmpty();
    }

    @Test
    void leversThatCutTheSameAreMultiplied() {
        Lever[] levers = {
            RoadmapFixtures.cutOfScope3("one", LeverNode.SUPPLIER_FACTOR, 0.5),
            RoadmapFixtures.cutOfScope3("two", LeverNode.RESIDUAL, 0.5)
        };
        Explanation explanation =
                Roadmap.explain(
                        RoadmapFixtures.withoutGrowth(levers),
                        RoadmapFixtures.onlyScope3(1_000),
                        Actuals.NONE);
        Equation product =
                explanation.equations(2030).stream()
                        .filter(equation -> equation.figure().equals("left[scope 3]"))
                        .findFirst()
                        .orElseThrow();
        assertThat(product.value()).isEqualTo(0.25);
        assertThat(product.terms())
                .extracting(Equation.Term::symbol)
                .containsExactly("left[one]", "left[two]");
    }

    @Test
    void anActualYearIsExplainedByItsDeviationFromTheModel() {
        Projection projection =
                Roadmap.project(ShippedScenarios.committed(), published2021(), Actuals.NONE);
        Explanation explanation =
                Roadmap.explain(ShippedScenarios.committed(), published2021(), Actuals.NONE);
        assertThat(explanation.equations(in(2021, projection)))
                .extracting(Equation::formula)
                .contains("model + deviation: the inventory of the year");
    }
}
