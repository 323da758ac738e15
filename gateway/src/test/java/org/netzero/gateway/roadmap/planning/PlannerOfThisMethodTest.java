package org.netzero.gateway.roadmap.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.CreditLot;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.MethodVersion;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.Plan;

/// The planner counts as part of the method: where it plans the same scenario otherwise, that is
/// another method, as `MethodVersionTest` has it of the engine.
class PlannerOfThisMethodTest {

    private static final String MEANT =
            "The planner plans otherwise than method %d did. If that is meant, raise MethodVersion.CURRENT and state the new figures here."
                    .formatted(MethodVersion.CURRENT);

    @Test
    void theShippedScenario() {
        PlanningCase made = new PlanningCase();
        ScenarioPlan plan =
                ScenarioPlan.of(
                        LeastCostScenario.of(ShippedScenarios.committed()),
                        made.base,
                        made.actuals,
                        PlanTerms.NONE);
        assertThat(figures(plan))
                .as(MEANT)
                .containsExactly(
                        "EVERY_TARGET_KEPT 1.3253e+09",
                        "2022 5.1600e+06 0.0000e+00",
                        "2023 4.9803e+06 0.0000e+00",
                        "2024 4.7445e+06 0.0000e+00",
                        "2025 4.4655e+06 0.0000e+00",
                        "2026 4.1331e+06 0.0000e+00",
                        "2027 3.7493e+06 0.0000e+00",
                        "2028 3.3158e+06 0.0000e+00",
                        "2029 2.8342e+06 0.0000e+00",
                        "2030 2.3060e+06 2.3060e+06");
    }

    @Test
    void targetsThatAreMissed() {
        PlanningCase missed =
                PlanningCase.published()
                        .target("scope-1-2", TargetMetric.SCOPE_1_2, 2027, 746_951.67)
                        .target("scope-3", TargetMetric.SCOPE_3, 2030, 1_200_000)
                        .target("net", TargetMetric.NET_EMISSIONS, 2030, 0)
                        .share(2028, 1);
        assertThat(figures(missed.plan()))
                .as(MEANT)
                .containsExactly(
                        "SMALLEST_GAP 1.7347e+09",
                        "2022 5.5733e+06 0.0000e+00",
                        "2023 5.8558e+06 0.0000e+00",
                        "2024 5.8606e+06 0.0000e+00",
                        "2025 5.1399e+06 0.0000e+00",
                        "2026 4.3075e+06 0.0000e+00",
                        "2027 3.3652e+06 0.0000e+00",
                        "2028 2.5287e+06 0.0000e+00",
                        "2029 2.4163e+06 0.0000e+00",
                        "2030 2.2982e+06 0.0000e+00");
    }

    @Test
    void aRegisterOverSeveralYears() {
        PlanningCase held =
                PlanningCase.published()
                        .target("gross", TargetMetric.GROSS_EMISSIONS, 2028, 7_500_000)
                        .target("net", TargetMetric.NET_EMISSIONS, 2028, 1_500_000)
                        .share(2028, 0.02);
        held.offsets =
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.of(
                                List.of(
                                        new CreditLot("old", 2020, 2e6, PlanningCase.MADE_UP),
                                        new CreditLot("new", 2029, 4e5, PlanningCase.MADE_UP))),
                        PlanningCase.MADE_UP);
        assertThat(figures(held.plan()))
                .as(MEANT)
                .containsExactly(
                        "SMALLEST_GAP 1.8281e+09",
                        "2022 5.5733e+06 0.0000e+00",
                        "2023 5.8558e+06 0.0000e+00",
                        "2024 5.9961e+06 0.0000e+00",
                        "2025 5.2750e+06 0.0000e+00",
                        "2026 4.4495e+06 0.0000e+00",
                        "2027 3.5151e+06 0.0000e+00",
                        "2028 2.4746e+06 9.7455e+05",
                        "2029 2.3646e+06 8.6461e+05",
                        "2030 2.2982e+06 0.0000e+00");
    }

    /// To as many places as the `exp` of different processors and the planner's steps agree.
    private static List<String> figures(ScenarioPlan made) {
        Plan plan = made.outcome().judged();
        List<String> figures = new ArrayList<>();
        figures.add("%s %s".formatted(plan.status(), rounded(plan.costs().real())));
        for (Plan.PlanYear year : plan.years()) {
            figures.add(
                    "%d %s %s"
                            .formatted(
                                    year.year(),
                                    rounded(year.grossTonnes()),
                                    rounded(year.creditsTonnes())));
        }
        return figures;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.4e", value);
    }
}
