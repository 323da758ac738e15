package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The cases of `lp_optimal_timing` in the known answers: two levers over ten years of 200 t each,
/// A of 60 t at 20 a tonne and B of 100 t at 60, solved there by HiGHS and checked by hand.
class OptimalTimingTest {

    private static final double EXACT = 1e-6;
    private static final int Y5 = PlanCase.BASE + 5;
    private static final int Y10 = PlanCase.BASE + 10;

    private static JsonNode known = new ObjectMapper().nullNode();

    @BeforeAll
    static void readKnownAnswers() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        OptimalTimingTest.class.getResourceAsStream("/roadmap/roadmap.json"))) {
            known = new ObjectMapper().readTree(file).get("lp_optimal_timing");
        }
    }

    @Test
    void aPlanThatSeesBothTargetsBuildsTheDearLeverEarly() {
        Plan plan = example().gross(Y5, 150).gross(Y10, 60).plan();
        JsonNode answer = answer("targets y5<=150 y10<=60, foresight");
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(plan.costs().real())
                .isCloseTo(answer.get("objective").asDouble(), within(EXACT));
        assertSchedule(plan, 0, answer.get("A"));
        assertSchedule(plan, 1, answer.get("B"));
    }

    @Test
    void aPlanThatSeesTheFirstTargetOnlyBuildsTheCheapLever() {
        Plan plan = example().gross(Y5, 150).plan();
        JsonNode answer = answer("only y5<=150 (myopic, cheapest first)");
        assertThat(plan.costs().real())
                .isCloseTo(answer.get("objective").asDouble(), within(EXACT));
        assertThat(plan.levers().get(1).inUse().stream().mapToDouble(x -> x).sum())
                .isEqualTo(answer.get("B_total").asDouble());
    }

    @Test
    void fromThereTheSecondTargetCannotBeReached() {
        Plan first = example().gross(Y5, 150).plan();
        double standing = first.levers().getFirst().inUse().get(4);
        Plan plan =
                PlanCase.of(5, 200)
                        .levers(
                                PlanCase.standing(PlanCase.lever("A", 20, 60, 30), standing),
                                PlanCase.lever("B", 60, 100, 10))
                        .gross(Y5, 60)
                        .plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.targets().getFirst().reachedTonnes()).isCloseTo(90, within(EXACT));
        assertThat(plan.targets().getFirst().gapTonnes()).isCloseTo(30, within(EXACT));
        assertThat(plan.targets().getFirst().shadowPricePerTonne()).isEmpty();
        assertThat(plan.bindingLimits())
                .extracting(Plan.BindingLimit::kind, Plan.BindingLimit::subject)
                .containsExactly(
                        tuple(Plan.BindingLimit.Kind.BUILD_LIMIT, "B"),
                        tuple(Plan.BindingLimit.Kind.POTENTIAL, "A"));
        assertThat(plan.bindingLimits().getFirst().years())
                .containsExactly(2021, 2022, 2023, 2024, 2025);
        assertThat(plan.bindingLimits().getFirst().gapPerUnit().orElseThrow())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void creditsByCostReplaceEveryLever() {
        Plan plan =
                example()
                        .net(Y5, 150)
                        .net(Y10, 60)
                        .credits(10, 1e6, CreditMarket.Order.BY_COST)
                        .plan();
        JsonNode answer = answer("offsets allowed at 10/t, pure cost minimum");
        assertThat(plan.costs().real())
                .isCloseTo(answer.get("objective").asDouble(), within(EXACT));
        for (int t = 0; t < 10; t++) {
            assertThat(plan.years().get(t).creditsTonnes())
                    .isCloseTo(answer.get("credits").get(t).asDouble(), within(EXACT));
            assertThat(plan.years().get(t).grossTonnes()).isCloseTo(200, within(EXACT));
        }
    }

    @Test
    void creditsLastAreTheFewestAndThenTheCostIsTheLeast() {
        Plan plan =
                example().net(Y5, 150).net(Y10, 0).credits(10, 1e6, CreditMarket.Order.LAST).plan();
        assertThat(PlanCase.credits(plan))
                .isCloseTo(
                        answer("offset-last stage 1: min credits, y5<=150 net, y10<=0 net")
                                .get("objective")
                                .asDouble(),
                        within(EXACT));
        assertThat(plan.costs().real())
                .isCloseTo(
                        answer("offset-last stage 2: min cost with credits<=40")
                                .get("objective")
                                .asDouble(),
                        within(1e-4));
        // A tonne less in the last year is one more credit, as every lever is at its limit.
        assertThat(plan.targets().getLast().target().untilYear()).isEqualTo(Y10);
        assertThat(plan.targets().getLast().shadowPricePerTonne().orElseThrow())
                .isCloseTo(10, within(EXACT));
    }

    @Test
    void aBudgetIsMetByTheCheapestTonnes() {
        Plan plan = example().budget(1_500).plan();
        assertThat(plan.costs().real())
                .isCloseTo(
                        answer("budget sum<=1500, no point target").get("objective").asDouble(),
                        within(EXACT));
        assertThat(plan.targets().getFirst().shadowPricePerTonne().orElseThrow())
                .isCloseTo(20, within(EXACT));
    }

    @Test
    void aBudgetBelowWhatIsPossibleIsMissedByTheDifference() {
        double least = answer("budget infeasible below").get("min_cumulative").asDouble();
        assertThat(example().budget(least + 0.01).plan().status())
                .isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        Plan plan = example().budget(least - 80).plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.targets().getFirst().gapTonnes()).isCloseTo(80, within(EXACT));
    }

    private static PlanCase example() {
        JsonNode levers = known.get("levers");
        List<PlanLever> both = new ArrayList<>();
        for (String id : List.of("A", "B")) {
            JsonNode lever = levers.get(id);
            both.add(
                    PlanCase.lever(
                            id,
                            lever.get("cost").asDouble(),
                            lever.get("potential").asDouble(),
                            lever.get("build_per_year").asDouble()));
        }
        return PlanCase.of(known.get("horizon").asInt(), known.get("baseline").asDouble())
                .levers(both.toArray(PlanLever[]::new));
    }

    private static JsonNode answer(String name) {
        for (JsonNode answer : known.get("cases")) {
            if (answer.get("name").asText().equals(name)) {
                return answer;
            }
        }
        throw new AssertionError("The known answers lack " + name);
    }

    private static void assertSchedule(Plan plan, int lever, JsonNode expected) {
        List<Double> inUse = plan.levers().get(lever).inUse();
        assertThat(inUse).hasSize(expected.size());
        for (int t = 0; t < inUse.size(); t++) {
            assertThat(inUse.get(t)).isCloseTo(expected.get(t).asDouble(), within(EXACT));
        }
    }
}
