package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// 20 categories in 10 regions, 30 levers, 30 years, a target in each year.
class RealisticSizeTest {

    @Test
    void aCompanyOfRealisticSizeIsPlanned() {
        Plan plan = LeastCostPlanner.plan(company(30, 30, 7));
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(plan.proven()).isTrue();
        assertThat(plan.years()).hasSize(30).allMatch(year -> year.grossTonnes() > 0);
        assertThat(plan.targets())
                .allMatch(target -> target.shadowPricePerTonne().isPresent())
                .anyMatch(target -> target.shadowPricePerTonne().orElseThrow() > 1);
    }

    static PlanInput company(int levers, int years, long seed) {
        Random random = new Random(seed);
        List<NodeBaseline> nodes = new ArrayList<>();
        double total = 0;
        for (int n = 0; n < 200; n++) {
            double tonnes = 5_000 + random.nextDouble() * 50_000;
            total += tonnes;
            nodes.add(new NodeBaseline("node-" + n, YearPath.constant(tonnes)));
        }
        List<PlanLever> all = new ArrayList<>();
        for (int l = 0; l < levers; l++) {
            List<Cut> cuts = new ArrayList<>();
            for (int n = l % 7; n < 200; n += 7) {
                cuts.add(new Cut.ShareOfNode("node-" + n, 0.1 + random.nextDouble() * 0.2));
            }
            double potential = 10 + random.nextDouble() * 1_000;
            all.add(
                    new PlanLever(
                            "lever-" + l,
                            potential,
                            0,
                            YearPath.constant(potential * (0.05 + random.nextDouble() * 0.1)),
                            l % 4,
                            l % 3 == 0 ? OptionalInt.of(15) : OptionalInt.empty(),
                            l % 2 == 0,
                            OptionalDouble.empty(),
                            PlanCost.of(
                                    1e5 + random.nextDouble() * 1e6,
                                    random.nextDouble() * 1e5 - 1e4),
                            cuts,
                            new ElectricityEffect(
                                    YearPath.constant(-random.nextDouble() * 10),
                                    YearPath.constant(l % 5 == 0 ? 3_000 : 0))));
        }
        List<EmissionTarget> targets = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            double path = year < 4 ? 1 : 1 - 0.4 * (year - 3) / (years - 3);
            targets.add(
                    EmissionTarget.inYear(
                            "gross-" + year,
                            EmissionTarget.Measure.GROSS,
                            PlanCase.BASE + year,
                            total * path));
        }
        targets.add(
                EmissionTarget.inYear(
                        "net", EmissionTarget.Measure.NET, PlanCase.BASE + years, total * 0.2));
        return new PlanInput(
                PlanCase.BASE,
                PlanCase.BASE + years,
                nodes,
                all,
                List.of(),
                targets,
                Optional.of(
                        new RenewablePath(
                                YearPath.constant(4e6),
                                YearPath.constant(6e4),
                                List.of(
                                        new RenewablePath.ShareTarget(
                                                "green", PlanCase.BASE + years, 0.2)))),
                List.of(),
                Optional.of(
                        new CreditMarket(
                                YearPath.constant(300),
                                YearPath.constant(1e7),
                                CreditMarket.Order.LAST)),
                new PlanFinance(0.05, YearPath.constant(0)));
    }
}
