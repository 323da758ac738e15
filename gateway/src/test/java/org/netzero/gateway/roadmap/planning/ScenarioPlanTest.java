package org.netzero.gateway.roadmap.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.AbatementCosts;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.CreditLot;
import org.netzero.gateway.roadmap.engine.DeployedYears;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Equation;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.MeasuredFacility;
import org.netzero.gateway.roadmap.engine.Measurements;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.Provenance;
import org.netzero.gateway.roadmap.engine.Reach;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.CreditMarket;
import org.netzero.gateway.roadmap.plan.ExclusiveGroup;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.planning.PlanTerms.LeverTerms;
import org.netzero.gateway.roadmap.planning.PlanTerms.StatedShare;
import org.netzero.gateway.roadmap.planning.PlanTerms.StatedTarget;
import org.netzero.gateway.roadmap.planning.PlanTerms.Step;

class ScenarioPlanTest {

    private static final int Y5 = PlanningCase.BASE + 5;
    private static final int Y10 = PlanningCase.BASE + 10;

    private static PlanningCase published() {
        return PlanningCase.published()
                .target("scope-1-2", TargetMetric.SCOPE_1_2, 2030, 746_951.67)
                .target("scope-3", TargetMetric.SCOPE_3, 2030, 2_367_359.26)
                .target("net", TargetMetric.NET_EMISSIONS, 2030, 0)
                .share(2030, 1);
    }

    @Test
    void theProjectionOfThePlannedScenarioHasTheFiguresOfThePlan() {
        ScenarioPlan made = published().plan();
        assertThat(made.outcome().agreed()).isTrue();
        for (int t = 0; t < 9; t++) {
            ProjectionYear projected = made.projection().years().get(t + 1);
            DeployedYears.Figures simulated = made.figures().get(t);
            assertThat(projected.scope1Tonnes()).isCloseTo(simulated.scope1Tonnes(), within(1e-3));
            assertThat(projected.scope2MarketTonnes())
                    .isCloseTo(simulated.scope2MarketTonnes(), within(1e-3));
            assertThat(projected.grossTonnes()).isCloseTo(simulated.grossTonnes(), within(1e-3));
            assertThat(made.outcome().plan().years().get(t).grossTonnes())
                    .isCloseTo(projected.grossTonnes(), within(6_000.0));
        }
    }

    /// Nine even steps of a ninth.
    @Test
    void theShippedScenarioReachesItsTargetsWithCreditsForTheRest() {
        PlanningCase made = new PlanningCase();
        ScenarioPlan plan =
                ScenarioPlan.of(
                        LeastCostScenario.of(ShippedScenarios.committed()),
                        made.base,
                        made.actuals,
                        PlanTerms.NONE);
        Plan judged = plan.outcome().judged();
        assertThat(judged.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(judged.years().getLast().creditsTonnes())
                .isGreaterThan(1e6)
                .isCloseTo(judged.years().getLast().grossTonnes(), within(6.0));
        assertThat(plan.projection().years().getLast().claim().status())
                .isEqualTo(Claim.Status.ALLOWED);
        assertThat(plan.freeLevers()).isEmpty();
    }

    @Test
    void thePlanGrowsByTheRateThatItsProjectionDerives() {
        PlanningCase made = published();
        made.electricity =
                new Driver(
                        0.3, 0.02, 0.9, new Evidence(Provenance.DERIVED, "From the inventories."));
        made.actuals =
                new Actuals(
                        Optional.empty(),
                        List.of(
                                later(made.base, 2022, 4_500_000),
                                later(made.base, 2023, 4_700_000)));
        ScenarioPlan plan = made.plan();
        assertThat(plan.projection().remarks())
                .anyMatch(remark -> remark.startsWith("Growth of electricity: Derived"));
        for (int t = 0; t < 9; t++) {
            assertThat(plan.projection().years().get(t + 1).grossTonnes())
                    .isCloseTo(plan.figures().get(t).grossTonnes(), within(1e-3));
        }
    }

    private static Inventory later(Inventory base, int year, double electricityMwh) {
        return new Inventory(
                year,
                15_000,
                2_500_000,
                2_600_000,
                base.scope3TonnesByCategory(),
                new ElectricityUse(electricityMwh, 2_334, 63_000, 1.31));
    }

    @Test
    void anEmptyRegisterHasNoCreditsToPlanWith() {
        PlanningCase reachable = published();
        reachable.targets.removeIf(target -> target.id().equals("scope-3"));
        reachable.target("scope-3", TargetMetric.SCOPE_3, 2030, 2_600_000);
        reachable.offsets =
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        PlanningCase.MADE_UP);
        Plan plan = reachable.plan().outcome().judged();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.years().getLast().creditsTonnes()).isZero();
    }

    @Test
    void creditsMeetWhatStaysOnceEverythingElseIsKept() {
        PlanningCase reachable = published();
        reachable.targets.removeIf(target -> target.id().equals("scope-3"));
        reachable.target("scope-3", TargetMetric.SCOPE_3, 2030, 2_600_000);
        ScenarioPlan made = reachable.plan();
        Plan plan = made.outcome().judged();
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(plan.years().getLast().creditsTonnes())
                .isCloseTo(plan.years().getLast().grossTonnes(), within(6.0));
        assertThat(made.projection().years().getLast().claim().status())
                .isEqualTo(Claim.Status.ALLOWED);
    }

    @Test
    void noCreditsWhereTheClaimWouldBeBlocked() {
        // 30 % off suppliers that grow do not come to 1.2 Mt.
        PlanningCase missed = published();
        missed.targets.removeIf(target -> target.id().equals("scope-3"));
        ScenarioPlan made = missed.target("scope-3", TargetMetric.SCOPE_3, 2030, 1_200_000).plan();
        Plan plan = made.outcome().judged();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.years().getLast().creditsTonnes()).isZero();
        assertThat(plan.years().getLast().creditsBlockedBy())
                .anyMatch(reason -> reason.contains("'path-of-gross@2030' is missed by"));
        assertThat(made.projection().years().getLast().claim().status())
                .isEqualTo(Claim.Status.BLOCKED);
        assertThat(plan.bindingLimits())
                .extracting(Plan.BindingLimit::subject)
                .contains("suppliers");
    }

    @Test
    void withoutPathsNothingCanBeClaimedSoThereAreNoCredits() {
        PlanningCase bare =
                PlanningCase.published().target("net", TargetMetric.NET_EMISSIONS, 2030, 0);
        ScenarioPlan made = bare.plan();
        assertThat(made.outcome().judged().years().getLast().creditsTonnes()).isZero();
        assertThat(made.remarks())
                .anyMatch(remark -> remark.startsWith("No credits in 2030: no target sets"));
        bare.offsets = new OffsetPolicy(false, OptionalDouble.empty(), PlanningCase.MADE_UP);
        assertThat(bare.plan().outcome().judged().years().getLast().creditsTonnes()).isZero();
    }

    /// Net targets from 2027 on, and paths that hold.
    private static PlanningCase net(double in2027, double in2030) {
        return PlanningCase.published()
                .target("gross-2027", TargetMetric.GROSS_EMISSIONS, 2027, 7_500_000)
                .target("gross-2030", TargetMetric.GROSS_EMISSIONS, 2030, 8_000_000)
                .target("net-2027", TargetMetric.NET_EMISSIONS, 2027, in2027)
                .target("net-2030", TargetMetric.NET_EMISSIONS, 2030, in2030)
                .share(2027, 0.02)
                .share(2030, 0.03);
    }

    private static PlanningCase withRegister(Random random) {
        PlanningCase made = net(1.5e6 + random.nextDouble() * 1.2e6, random.nextDouble() * 2e6);
        List<CreditLot> lots = new ArrayList<>();
        for (int lot = 0; lot < 5; lot++) {
            lots.add(
                    new CreditLot(
                            "lot-" + lot,
                            2019 + random.nextInt(12),
                            random.nextDouble() * 1e6,
                            PlanningCase.MADE_UP));
        }
        made.offsets =
                new OffsetPolicy(
                        true,
                        random.nextInt(3) == 0
                                ? OptionalDouble.of(random.nextDouble() * 4e6)
                                : OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.of(lots),
                        PlanningCase.MADE_UP);
        return made;
    }

    @Test
    void theRegisterIsUsedUpInThePlanAsInItsProjection() {
        int allowed = 0;
        int blocked = 0;
        int carriedOver = 0;
        for (int seed = 0; seed < 40; seed++) {
            ScenarioPlan made = withRegister(new Random(seed)).plan();
            double before = 0;
            for (int t = 5; t < 9; t++) {
                String which = "seed %d, %d".formatted(seed, 2022 + t);
                Plan.PlanYear planned = made.outcome().judged().years().get(t);
                ProjectionYear projected = made.projection().years().get(t + 1);
                assertThat(planned.creditsTonnes())
                        .as(which)
                        .isCloseTo(
                                projected.creditsTonnes(), within(1e-3 * projected.grossTonnes()));
                if (projected.creditsNeededTonnes() > 0) {
                    boolean isAllowed = projected.claim().status() == Claim.Status.ALLOWED;
                    assertThat(planned.creditsBlockedBy().isEmpty()).as(which).isEqualTo(isAllowed);
                    allowed += isAllowed ? 1 : 0;
                    blocked += isAllowed ? 0 : 1;
                    carriedOver += isAllowed && before > 0 ? 1 : 0;
                }
                before += projected.creditsTonnes();
            }
        }
        assertThat(allowed).isGreaterThan(50);
        assertThat(blocked).isGreaterThan(5);
        assertThat(carriedOver).isGreaterThan(50);
    }

    @Test
    void creditsHaveThePriceOfTheirYear() {
        PlanningCase made = net(1e6, 1e6);
        made.offsets = new OffsetPolicy(true, OptionalDouble.empty(), PlanningCase.MADE_UP);
        made.terms =
                new PlanningCase.Terms()
                        .credits(List.of(new Step(2025, 40), new Step(2029, 90)), List.of())
                        .build();
        ScenarioPlan plan = made.plan();
        assertThat(plan.outcome().judged().years().subList(5, 9))
                .allSatisfy(year -> {
                    assertThat(year.creditsTonnes()).isPositive();
                    assertThat(year.creditsCost())
                            .isCloseTo(
                                    (year.year() < 2029 ? 40 : 90) * year.creditsTonnes(),
                                    within(1.0));
                });
        assertThat(plan.assumed())
                .extracting(Assumed::field)
                .contains("credits.availableTonnesPerYear")
                .doesNotContain("credits.pricePerTonne");
    }

    @Test
    void noMoreCreditsThanCanBeHadInTheirYear() {
        PlanningCase made = net(1e6, 1e6);
        made.offsets = new OffsetPolicy(false, OptionalDouble.empty(), PlanningCase.MADE_UP);
        made.terms =
                new PlanningCase.Terms()
                        .credits(List.of(), List.of(new Step(2028, 1e7), new Step(2030, 5)))
                        .build();
        List<Plan.PlanYear> years = made.plan().outcome().judged().years().subList(5, 9);
        assertThat(years)
                .extracting(year -> year.creditsTonnes() > 0)
                .containsExactly(false, true, true, false);
        assertThat(years.getFirst().creditsBlockedBy().getFirst())
                .endsWith("credits for 0.0 t can be had.");
        assertThat(years.getLast().creditsBlockedBy().getFirst())
                .endsWith("credits for 5.0 t can be had.");
    }

    @Test
    void theSameTonnesCostTheSameAsOnTheAbatementCostCurve() {
        PlanningCase made = published();
        made.targets.removeIf(target -> target.metric() == TargetMetric.NET_EMISSIONS);
        for (double rate : new double[] {0, 0.08}) {
            made.terms = new PlanningCase.Terms().discount(rate).build();
            ScenarioPlan plan = made.plan();
            double present = present(plan, rate);
            assertThat(plan.outcome().judged().costs().real())
                    .isGreaterThan(1e8)
                    .isCloseTo(present, within(1e-6 * present));
        }
    }

    /// What is decided in one year has one life, which both count alike.
    @Test
    void whatIsUnusedAfterTheLastYearIsTakenOffAsOnTheAbatementCostCurve() {
        PlanningCase made = published();
        made.targets.removeIf(target -> target.metric() == TargetMetric.NET_EMISSIONS);
        made.levers.replaceAll(lever ->
                lever.id().equals("suppliers")
                        ? with(lever, builtAtOnce(lever), lever.cost())
                        : lever);
        made.terms = new PlanningCase.Terms().discount(0.08).build();

        ScenarioPlan plan = made.plan();

        Plan.Costs costs = plan.outcome().judged().costs();
        assertThat(costs.unusedCapital()).isGreaterThan(1e8);
        assertThat(costs.real())
                .isCloseTo(present(plan, 0.08), within(1e-6 * Math.abs(costs.real())));
        assertThat(PlanEquations.of(plan))
                .anySatisfy(equation -> {
                    assertThat(equation.figure()).isEqualTo("unused[suppliers]");
                    assertThat(equation.formula()).startsWith("capital*(1 + rate)^(lead - 1)*");
                    assertThat(equation.terms())
                            .contains(new Equation.Term("life", 25), new Equation.Term("lead", 2));
                });
    }

    /// Nothing is left of what cannot be built, however dear it would be.
    @Test
    void aLeadTimeBeyondTheLastYearBuildsNothingAndIsNoMistake() {
        PlanningCase made = published();
        made.levers.add(
                PlanningCase.lever(
                        "late",
                        LeverNode.EFFICIENCY,
                        new LeverEffect.Reduction(new Reach.Scope1(), 0.1),
                        1,
                        15,
                        4e11,
                        0));
        made.levers.replaceAll(lever ->
                lever.id().equals("late") ? with(lever, builtAtOnce(lever), lever.cost()) : lever);

        Plan plan = made.plan().outcome().judged();

        assertThat(plan.levers())
                .filteredOn(lever -> lever.id().equals("late"))
                .allSatisfy(lever -> assertThat(lever.decided()).containsOnly(0.0));
    }

    @Test
    void capitalIsPaidInFullWhereNoLifeIsStatedAndThatIsSaid() {
        ScenarioPlan plan = published().plan();

        assertThat(plan.outcome().judged().costs().unusedCapital()).isZero();
        assertThat(plan.assumed())
                .anyMatch(it ->
                        it.field().equals("levers.lifeYears")
                                && it.value()
                                        .equals("capital in full for pue, suppliers, heat-pumps"));
    }

    @Test
    void whatIsBuiltAnewIsSaidToBeMissingFromThePlannedScenario() {
        PlanningCase made = published();
        made.levers.replaceAll(lever ->
                lever.id().equals("suppliers")
                        ? with(
                                lever,
                                new Deployment(
                                        2022,
                                        1,
                                        0,
                                        OptionalInt.of(3),
                                        false,
                                        lever.deployment().wanted()),
                                lever.cost())
                        : lever);
        made.target("scope-3-early", TargetMetric.SCOPE_3, 2024, 2_400_000);
        made.target("scope-3-late", TargetMetric.SCOPE_3, 2028, 2_500_000);

        ScenarioPlan plan = made.plan();

        assertThat(plan.remarks())
                .anyMatch(remark -> remark.startsWith("The plan builds 'suppliers' anew"));
    }

    @Test
    void theInternalCarbonCostHasItsEquation() {
        PlanningCase made = published();
        made.terms = new PlanningCase.Terms().internalCarbonPrice(50).build();

        List<Equation> equations = PlanEquations.of(made.plan());

        assertThat(equations)
                .extracting(Equation::figure)
                .contains("internalCarbonCost", "costs.internalCarbon");
        assertThat(equations)
                .filteredOn(equation -> equation.figure().equals("internalCarbonCost"))
                .allSatisfy(equation ->
                        assertThat(equation.value())
                                .isCloseTo(50 * equation.terms().getLast().value(), within(1e-3)));
    }

    private static Deployment builtAtOnce(Lever lever) {
        Deployment own = lever.deployment();
        return new Deployment(
                own.startYear(), 1, own.leadTimeYears(), OptionalInt.of(25), false, own.wanted());
    }

    @Test
    void leversWithoutACostAreFreeAndSaidSo() {
        PlanningCase made = published();
        made.levers.replaceAll(lever -> lever.id().equals("pue") ? free(lever) : lever);
        ScenarioPlan plan = made.plan();
        assertThat(plan.freeLevers()).containsExactly("pue");
        assertThat(plan.assumed())
                .anyMatch(it -> it.field().equals("levers.cost") && it.value().equals("0 for pue"));
    }

    private static Lever free(Lever lever) {
        return with(lever, lever.deployment(), Optional.empty());
    }

    private static Lever with(Lever lever, Deployment deployment, Optional<Cost> cost) {
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                lever.effect(),
                deployment,
                cost,
                Optional.empty(),
                lever.evidence());
    }

    private static double present(ScenarioPlan plan, double rate) {
        AbatementCosts costs = AbatementCosts.of(plan.planned(), plan.projection(), rate);
        return costs.curve().stream().mapToDouble(AbatementCosts.Ranked::presentCost).sum()
                - costs.savings().stream()
                        .mapToDouble(AbatementCosts.Saving::netPresentValue)
                        .sum();
    }

    @Test
    void thePlanStandsOnTheRebasingOfItsOwnDeployment() {
        PlanningCase made = published();
        made.actuals =
                Actuals.measured(
                        new Measurements(
                                2026,
                                List.of(
                                        new MeasuredFacility(
                                                "dc",
                                                OptionalDouble.of(400_000),
                                                900_000,
                                                OptionalDouble.empty(),
                                                2_000,
                                                List.of()))));
        ScenarioPlan plan = made.plan();
        Projection again = Roadmap.project(plan.planned(), made.base, made.actuals);
        assertThat(again.rebasing().orElseThrow().ratio()).isNotCloseTo(1, within(1e-3));
        for (int t = 0; t < 9; t++) {
            assertThat(again.years().get(t + 1).grossTonnes())
                    .isCloseTo(plan.figures().get(t).grossTonnes(), within(0.1));
        }
    }

    @Test
    void planAndEngineAgreeToAThousandth() {
        int kept = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PlanningCase made = new PlanningCase();
            for (Lever lever : PlanningCase.published().levers) {
                made.levers.add(
                        PlanningCase.lever(
                                lever.id(),
                                lever.node(),
                                lever.effect(),
                                0.08 + random.nextDouble() * 0.3,
                                random.nextInt(3),
                                random.nextDouble() * 1e9,
                                random.nextDouble() * 2e8 - 2e7));
            }
            made.target(
                    "middle",
                    TargetMetric.SCOPE_1_2,
                    2026,
                    2_538_000 * (0.7 + random.nextDouble() * 0.6));
            made.target(
                    "end",
                    TargetMetric.GROSS_EMISSIONS,
                    2030,
                    5_281_000 * (0.4 + random.nextDouble() * 0.6));
            made.share(2029, random.nextDouble());
            made.target("net", TargetMetric.NET_EMISSIONS, 2030, random.nextDouble() * 4e6);
            ScenarioPlan plan = made.plan();
            String which = "seed " + seed;
            assertThat(plan.outcome().agreed()).as(which).isTrue();
            for (int t = 0; t < 9; t++) {
                double linear = plan.outcome().plan().years().get(t).grossTonnes();
                assertThat(plan.projection().years().get(t + 1).grossTonnes())
                        .as(which)
                        .isCloseTo(linear, within(1e-3 * linear));
            }
            assertThat(plan.outcome().judged().status())
                    .as(which)
                    .isEqualTo(plan.outcome().plan().status());
            kept += plan.outcome().plan().status() == Plan.Status.EVERY_TARGET_KEPT ? 1 : 0;
        }
        assertThat(kept).isBetween(5, 35);
    }

    @Test
    void theKnownOptimaComeOutThroughAScenarioToo() {
        PlanningCase both =
                PlanningCase.twoLevers(10)
                        .target("y5", TargetMetric.GROSS_EMISSIONS, Y5, 150)
                        .target("y10", TargetMetric.GROSS_EMISSIONS, Y10, 60);
        assertThat(both.plan().outcome().judged().costs().real()).isCloseTo(25_000, within(1e-3));
        assertThat(both.plan().outcome().judged().levers().getLast().inUse())
                .usingComparatorForType(ScenarioPlanTest::nearly, Double.class)
                .containsExactly(0.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8);
        PlanningCase first =
                PlanningCase.twoLevers(10).target("y5", TargetMetric.GROSS_EMISSIONS, Y5, 150);
        assertThat(first.plan().outcome().judged().costs().real()).isCloseTo(6_400, within(1e-3));
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other);
    }

    @Test
    void knownOptimaOfCreditsAndBudgets() {
        PlanningCase byCost = PlanningCase.twoLevers(10);
        byCost.terms =
                new PlanningCase.Terms()
                        .discount(0)
                        .targets(
                                in("y5", TargetMetric.NET_EMISSIONS, Y5, 150),
                                in("y10", TargetMetric.NET_EMISSIONS, Y10, 60))
                        .credits(10, CreditMarket.Order.BY_COST)
                        .build();
        // Held until the next, so 50 t in each of the years 5 to 9 and 140 t in the last.
        assertThat(byCost.plan().outcome().judged().costs().real())
                .isCloseTo(10 * (5 * 50 + 140), within(1e-3));

        PlanningCase last = PlanningCase.twoLevers(10);
        last.terms =
                new PlanningCase.Terms()
                        .discount(0)
                        .targets(
                                in("net", TargetMetric.NET_EMISSIONS, Y10, 0),
                                in("loose", TargetMetric.GROSS_EMISSIONS, Y10, 200),
                                in("y5", TargetMetric.GROSS_EMISSIONS, Y5, 150))
                        .shares(new StatedShare(Y10, 0))
                        .credits(10, CreditMarket.Order.LAST)
                        .build();
        Plan plan = last.plan().outcome().judged();
        assertThat(plan.years().getLast().creditsTonnes()).isCloseTo(40, within(1e-4));
        assertThat(plan.costs().real()).isCloseTo(35_200, within(1e-2));

        PlanningCase budget = PlanningCase.twoLevers(10);
        budget.terms = budget(1_500);
        assertThat(budget.plan().outcome().judged().costs().real()).isCloseTo(10_000, within(1e-3));
        budget.terms = budget(800);
        Plan missed = budget.plan().outcome().judged();
        assertThat(missed.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(missed.targets().getFirst().gapTonnes()).isCloseTo(80, within(1e-4));
    }

    private static PlanTerms budget(double tonnes) {
        return new PlanningCase.Terms()
                .discount(0)
                .targets(
                        new StatedTarget(
                                "budget",
                                TargetMetric.GROSS_EMISSIONS,
                                PlanningCase.BASE + 1,
                                Y10,
                                tonnes))
                .build();
    }

    private static StatedTarget in(String id, TargetMetric metric, int year, double tonnes) {
        return new StatedTarget(id, metric, year, year, tonnes);
    }

    @Test
    void moreDepthOrAFasterRampRaisesNeitherCostNorGross() {
        Random random = new Random(5);
        int cheaper = 0;
        for (int round = 0; round < 12; round++) {
            double depth = 0.2 + random.nextDouble() * 0.3;
            double ramp = 0.15 + random.nextDouble() * 0.1;
            double target = 0.5 + random.nextDouble() * 0.15;
            Plan slow = suppliers(depth, ramp, target).plan().outcome().judged();
            Plan deeper = suppliers(depth * 1.2, ramp, target).plan().outcome().judged();
            Plan faster = suppliers(depth, ramp * 1.5, target).plan().outcome().judged();
            for (Plan better : List.of(deeper, faster)) {
                assertThat(gaps(better)).isLessThanOrEqualTo(gaps(slow) + 6);
                if (slow.status() == Plan.Status.EVERY_TARGET_KEPT) {
                    assertThat(better.costs().real())
                            .isLessThanOrEqualTo(slow.costs().real() * (1 + 1e-6) + 1);
                    cheaper += better.costs().real() < slow.costs().real() - 1e6 ? 1 : 0;
                }
                assertThat(better.years().getLast().grossTonnes())
                        .isLessThanOrEqualTo(
                                Math.max(
                                                slow.years().getLast().grossTonnes(),
                                                slow.targets().getFirst().target().tonnes())
                                        + 6);
            }
        }
        assertThat(cheaper).isGreaterThan(3);
    }

    private static PlanningCase suppliers(double depth, double ramp, double target) {
        PlanningCase made = PlanningCase.published();
        made.levers.removeIf(lever -> lever.id().equals("suppliers"));
        made.levers.add(
                PlanningCase.lever(
                        "suppliers",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), depth),
                        ramp,
                        1,
                        1e9,
                        5e7));
        return made.target("gross", TargetMetric.GROSS_EMISSIONS, 2030, 5_281_000 * target);
    }

    private static double gaps(Plan plan) {
        return plan.targets().stream().mapToDouble(Plan.TargetResult::gapTonnes).sum();
    }

    @Test
    void noPriceOfCreditsMovesTheLeastCredits() {
        List<Double> credits =
                IntStream.of(0, 10, 1_000, 1_000_000)
                        .mapToObj(price -> {
                            PlanningCase made = reachable();
                            made.terms =
                                    new PlanningCase.Terms()
                                            .credits(price, CreditMarket.Order.LAST)
                                            .build();
                            return credits(made);
                        })
                        .toList();
        assertThat(credits)
                .allSatisfy(it -> assertThat(it).isCloseTo(credits.getFirst(), within(1.0)));
        assertThat(credits.getFirst()).isGreaterThan(1e6);
    }

    private static PlanningCase reachable() {
        return PlanningCase.published()
                .target("gross", TargetMetric.GROSS_EMISSIONS, 2030, 5_000_000)
                .target("net", TargetMetric.NET_EMISSIONS, 2030, 0)
                .share(2030, 0.1);
    }

    private static double credits(PlanningCase made) {
        Plan plan = made.plan().outcome().judged();
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        return plan.years().getLast().creditsTonnes();
    }

    @Test
    void oneLeverMoreNeverRaisesTheCreditsAndGreenPowerLessNeverLowersThem() {
        double all = credits(reachable());
        PlanningCase more = reachable();
        more.levers.add(
                PlanningCase.lever(
                        "refrigerants",
                        LeverNode.FUEL_AND_REFRIGERANT,
                        new LeverEffect.Reduction(new Reach.Scope1(), 0.9),
                        0.5,
                        0,
                        1e12,
                        0));
        assertThat(credits(more)).isLessThan(all - 1_000);
        PlanningCase lessGreen = reachable();
        lessGreen.levers.removeIf(lever -> lever.id().equals("green"));
        lessGreen.targets.removeIf(target -> target.metric() != TargetMetric.NET_EMISSIONS);
        lessGreen.target("gross", TargetMetric.GROSS_EMISSIONS, 2030, 9e6).share(2030, 0);
        assertThat(credits(lessGreen)).isGreaterThan(all + 1e6);
    }

    @Test
    void blocksAndGroupsAndIdlingAreOfTheTerms() {
        PlanningCase made =
                PlanningCase.twoLevers(10).target("y10", TargetMetric.GROSS_EMISSIONS, Y10, 145);
        made.terms =
                new PlanningCase.Terms()
                        .discount(0)
                        .lever("A", limits(OptionalDouble.of(0.5), false))
                        .build();
        assertThat(made.plan().outcome().judged().levers().getFirst().inUse().getLast())
                .isCloseTo(1, within(1e-9));
        made.terms =
                new PlanningCase.Terms()
                        .discount(0)
                        .groups(new ExclusiveGroup("one", List.of("A", "B")))
                        .build();
        made.target("y9", TargetMetric.GROSS_EMISSIONS, Y10 - 1, 130);
        Plan alone = made.plan().outcome().judged();
        assertThat(alone.levers().getFirst().inUse()).containsOnly(0.0);
        assertThat(alone.levers().getLast().inUse().get(8)).isCloseTo(0.7, within(1e-6));
    }

    private static LeverTerms limits(OptionalDouble block, boolean idle) {
        return new LeverTerms(
                0,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                block,
                idle,
                Optional.empty());
    }

    /// Tonnes and money in thousands and ten thousands: the same plan.
    @Test
    void unitsOfMassAndMoneyChangeNothing() {
        PlanningCase made = published();
        made.targets.removeIf(target -> target.metric() == TargetMetric.NET_EMISSIONS);
        Plan plain = made.plan().outcome().judged();
        PlanningCase other = published().inUnits(1e-3, 1e-4);
        other.targets.removeIf(target -> target.metric() == TargetMetric.NET_EMISSIONS);
        Plan inUnits = other.plan().outcome().judged();
        assertThat(inUnits.status()).isEqualTo(plain.status());
        assertThat(inUnits.costs().real() / 1e-4)
                .isCloseTo(plain.costs().real(), within(1e-5 * plain.costs().real()));
        assertThat(inUnits.years().getLast().grossTonnes() / 1e-3)
                .isCloseTo(plain.years().getLast().grossTonnes(), within(6.0));
    }

    @Test
    void theOrderOfLeversAndTargetsChangesNothing() {
        PlanningCase made = published();
        String before = made.plan().outcome().judged().toString();
        Collections.reverse(made.levers);
        Collections.reverse(made.targets);
        assertThat(made.plan().outcome().judged().toString()).isEqualTo(before);
    }

    @Test
    void whatDoesNotFitIsRefusedByItsPath() {
        PlanningCase made = published();
        made.terms =
                new PlanningCase.Terms().lever("pu", limits(OptionalDouble.empty(), false)).build();
        refused(made, "levers[0].id", "'pu' is no lever of the scenario");
        made.terms =
                new PlanningCase.Terms()
                        .groups(new ExclusiveGroup("one", List.of("pue", "nothing")))
                        .build();
        refused(made, "exclusiveGroups[0].members[1]", "'nothing'");
        made.terms =
                new PlanningCase.Terms()
                        .targets(
                                new StatedTarget("b", TargetMetric.GROSS_EMISSIONS, 2022, 2023, 5),
                                in("early", TargetMetric.GROSS_EMISSIONS, 2020, 5))
                        .build();
        refused(made, "targets[1].year", "2020");
        made.terms =
                new PlanningCase.Terms()
                        .targets(new StatedTarget("b", TargetMetric.GROSS_EMISSIONS, 2022, 2040, 5))
                        .build();
        refused(made, "targets[0].year", "planned years 2022 to 2030");
    }

    @Test
    void twoCurrenciesAreNotAddedUp() {
        PlanningCase made = published();
        Lever first = made.levers.getFirst();
        made.levers.set(
                0,
                new Lever(
                        first.id(),
                        first.name(),
                        first.node(),
                        first.effect(),
                        first.deployment(),
                        Optional.of(new Cost(1, 1, "EUR")),
                        Optional.empty(),
                        first.evidence()));
        refused(made, "levers[1].cost.currency", "costs CNY and the plan counts EUR");
    }

    private static void refused(PlanningCase made, String field, String message) {
        assertThatThrownBy(made::plan)
                .isInstanceOfSatisfying(
                        PlanRefused.class, refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(message);
    }
}
