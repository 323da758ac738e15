package org.netzero.gateway.roadmap.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.backtest.BackTest;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.backtest.Case;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.CreditLot;
import org.netzero.gateway.roadmap.engine.CreditPrice;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

class MonteCarloTest {

    private static final List<Case> CASES = BackTest.of(ReportedSeries.shipped()).cases();
    private static final Calibration CALIBRATION = Calibration.of(CASES);
    private static final Spreads SHIPPED = Spreads.shipped(CALIBRATION);
    private static final Scenario COMMITTED = ShippedScenarios.committed();
    private static final Inventory PUBLISHED =
            new Inventory(
                    2021,
                    15_282.54,
                    2_399_228.928,
                    2_522_949.432,
                    new TreeMap<>(Map.of("UNSPECIFIED", 2_743_000.0)),
                    new ElectricityUse(4_308_960, 2_334, 63_000, 1.32));

    private final Outlook committed = outlook(COMMITTED, SHIPPED, 4_000, 1);

    @Test
    void withoutSpreadEveryRunIsTheProjection() {
        Outlook outlook = outlook(COMMITTED, Spreads.none(), 100, 1);
        List<ProjectionYear> projected =
                Roadmap.project(COMMITTED, PUBLISHED, Actuals.NONE).years();
        for (int i = 0; i < projected.size(); i++) {
            assertThat(outlook.years().get(i).grossTonnes())
                    .isEqualTo(
                            new Quantiles(
                                    projected.get(i).grossTonnes(),
                                    projected.get(i).grossTonnes(),
                                    projected.get(i).grossTonnes()));
            assertThat(outlook.years().get(i).renewableShare().p50())
                    .isEqualTo(projected.get(i).renewableShare());
        }
        assertThat(outlook.sensitivities()).allMatch(input -> input.share() == 0);
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherSeedAnother() {
        assertThat(outlook(COMMITTED, SHIPPED, 4_000, 1)).isEqualTo(committed);
        assertThat(outlook(COMMITTED, SHIPPED, 4_000, 2)).isNotEqualTo(committed);
    }

    @Test
    void theOrderOfLeversChangesNothing() {
        List<Lever> turned = new ArrayList<>(COMMITTED.levers()).reversed();
        Outlook other = outlook(with(turned), SHIPPED, 4_000, 1);
        assertThat(other.years()).isEqualTo(committed.years());
        assertThat(other.sensitivities()).isEqualTo(committed.sensitivities());
    }

    @Test
    void scenariosOfOneSeedStandOnTheSameDraws() {
        List<Lever> levers = COMMITTED.levers();
        Runs all = MonteCarlo.run(question(COMMITTED, SHIPPED), 2_000, 5);
        Runs fewer =
                MonteCarlo.run(
                        question(with(levers.subList(0, levers.size() - 1)), SHIPPED), 2_000, 5);
        assertThat(all.against(fewer).orElseThrow().chanceBelow()).isGreaterThan(0.999);
        assertThat(fewer.against(all).orElseThrow().chanceBelow()).isZero();
        assertThat(all.against(all).orElseThrow())
                .isEqualTo(new Runs.Comparison("committed", 2030, 0));
    }

    @Test
    void scenariosOfOtherLastYearsAreComparedInTheLastCommonOne() {
        Runs all = MonteCarlo.run(question(COMMITTED, SHIPPED), 500, 5);
        Runs shorter = MonteCarlo.run(question(until(2025), SHIPPED), 500, 5);
        assertThat(shorter.against(all).orElseThrow().year()).isEqualTo(2025);
        assertThat(all.against(shorter).orElseThrow())
                .isEqualTo(new Runs.Comparison("committed", 2025, 0));
    }

    private static Scenario until(int targetYear) {
        return new Scenario(
                COMMITTED.id(),
                COMMITTED.name(),
                COMMITTED.baseYear(),
                targetYear,
                COMMITTED.electricity(),
                COMMITTED.otherActivity(),
                COMMITTED.levers(),
                List.of(),
                COMMITTED.offsets());
    }

    @Test
    void bandsAreInOrderAndWidenWithTheYears() {
        double width = 0;
        for (Outlook.Year year : committed.years()) {
            Quantiles gross = year.grossTonnes();
            assertThat(gross.p10()).isLessThan(gross.p50());
            assertThat(gross.p50()).isLessThan(gross.p90());
            assertThat(gross.p90() / gross.p10()).isGreaterThan(width);
            width = gross.p90() / gross.p10();
        }
    }

    @Test
    void anUncertainRateErrsAboutWithTheHorizonNotItsRoot() {
        Spreads growth = new Spreads(0, 0.05, 0, 0, 0, 0, 1, 0, 0);
        Outlook outlook = outlook(with(List.of()), growth, 20_000, 3);
        for (int years = 1; years <= 9; years++) {
            Quantiles scope3 = outlook.years().get(years).scope3Tonnes();
            assertThat(Math.log(scope3.p90() / scope3.p10()))
                    .isCloseTo(
                            2 * Normal.Q90 * 0.05 * Calibration.yearsOfError(years, 0.8),
                            within(0.004 * years));
        }
    }

    @Test
    void aShareOfTheRunsMeetsEachTarget() {
        assertThat(committed.targets())
                .extracting(Outlook.TargetChance::targetId)
                .containsExactlyInAnyOrder("net-zero", "green-electricity", "scope-1-2", "scope-3");
        assertThat(committed.targets())
                .allMatch(target -> target.probability() >= 0 && target.probability() < 1);
        Outlook certain = outlook(COMMITTED, Spreads.none(), 100, 1);
        Roadmap.project(COMMITTED, PUBLISHED, Actuals.NONE)
                .targets()
                .forEach(standing ->
                        assertThat(certain.targets())
                                .filteredOn(chance -> chance.targetId().equals(standing.targetId()))
                                .allMatch(chance ->
                                        chance.probability() == (standing.met() ? 1 : 0)));
    }

    @Test
    void aRunGoesOffTrackForTheFirstTimeOnce() {
        double first =
                committed.years().stream()
                        .mapToDouble(year -> year.firstOffTrack().orElse(0))
                        .sum();
        double most =
                committed.years().stream()
                        .mapToDouble(year -> year.offTrack().orElse(0))
                        .max()
                        .orElseThrow();
        assertThat(first).isLessThanOrEqualTo(1 + 1e-9).isGreaterThanOrEqualTo(most - 1e-9);
        assertThat(committed.firstYearOffTrack()).isPresent();
    }

    @Test
    void lateAndPartialDeliveryOnlyRaisesEmissions() {
        Spreads late = new Spreads(0, 0, 0, 0, 0, 0, 0.6, 0.3, 0);
        double planned =
                outlook(COMMITTED, Spreads.none(), 100, 1).years().getLast().grossTonnes().p50();
        Quantiles gross = outlook(COMMITTED, late, 2_000, 1).years().getLast().grossTonnes();
        assertThat(gross.p10()).isGreaterThanOrEqualTo(planned);
        assertThat(gross.p50()).isGreaterThan(planned * 1.02);
    }

    @Test
    void oneGridShockMovesAllOfScope2Together() {
        Spreads grid = new Spreads(0, 0, 0.02, 0, 0, 0, 1, 0, 0);
        Outlook outlook = outlook(with(List.of()), grid, 2_000, 1);
        assertThat(outlook.sensitivities().getFirst().input())
                .isEqualTo("grid factor of the company");
        assertThat(outlook.sensitivities().getFirst().rankCorrelation()).isCloseTo(1, within(1e-9));
        assertThat(outlook.years().getLast().scope3Tonnes().p10())
                .isEqualTo(outlook.years().getLast().scope3Tonnes().p90());
    }

    @Test
    void theBaseYearSpreadsAsErrorPropagationSays() {
        Outlook.BaseYear base =
                outlook(COMMITTED, new Spreads(0, 0, 0, 0.03, 0.05, 0.05, 1, 0, 0), 20_000, 1)
                        .baseYear();
        assertThat(base.simulated()).isCloseTo(base.closedForm(), within(0.001));
        assertThat(base.closedForm()).isGreaterThan(0.03);
    }

    @Test
    void sensitivitiesAreSharesOfOneHundredPercentWeightiestFirst() {
        assertThat(committed.sensitivities().stream().mapToDouble(Sensitivity::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(committed.sensitivities())
                .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    }

    @Test
    void creditsLeftHaveATonnageAndACost() {
        assertThat(committed.creditsNeededTonnes().orElseThrow().p50()).isPositive();
        Quantiles cost = committed.creditsCost().orElseThrow();
        assertThat(cost.p90() / cost.p10())
                .isGreaterThan(
                        committed.creditsNeededTonnes().orElseThrow().p90()
                                / committed.creditsNeededTonnes().orElseThrow().p10());
    }

    @Test
    void aRegisterIsUsedUpInEveryRunAsInTheProjection() {
        for (double lotTonnes : new double[] {1, 1e7, 1e9}) {
            Scenario scenario = withRegister(lotTonnes);
            Projection projection = Roadmap.project(scenario, PUBLISHED, Actuals.NONE);
            Outlook certain = outlook(scenario, Spreads.none(), 100, 1);
            assertThat(certain.targets())
                    .filteredOn(chance -> chance.targetId().startsWith("net-"))
                    .hasSize(2)
                    .allMatch(
                            chance -> chance.probability() == (isMet(projection, chance) ? 1 : 0));
            assertThat(certain.targets())
                    .filteredOn(chance -> chance.targetId().equals("net-2027"))
                    .allMatch(chance -> chance.probability() == (lotTonnes > 1 ? 1 : 0));
        }
        assertThat(
                        Roadmap.project(withRegister(1e7), PUBLISHED, Actuals.NONE)
                                .targets()
                                .stream()
                                .filter(standing -> standing.targetId().startsWith("net-"))
                                .map(TargetStanding::met))
                .as("retired in the years before")
                .containsExactly(true, false);
    }

    private static boolean isMet(Projection projection, Outlook.TargetChance chance) {
        return projection.targets().stream()
                .anyMatch(standing ->
                        standing.targetId().equals(chance.targetId()) && standing.met());
    }

    /// Net zero from 2027 on by credits alone, paths that anything keeps.
    private static Scenario withRegister(double tonnes) {
        Evidence assumed = Evidence.estimated("made up");
        return new Scenario(
                COMMITTED.id(),
                COMMITTED.name(),
                COMMITTED.baseYear(),
                COMMITTED.targetYear(),
                COMMITTED.electricity(),
                COMMITTED.otherActivity(),
                COMMITTED.levers(),
                List.of(
                        target(
                                "net-2027",
                                TargetMetric.NET_EMISSIONS,
                                2027,
                                new TargetLevel.Tonnes(0)),
                        target(
                                "net-2030",
                                TargetMetric.NET_EMISSIONS,
                                2030,
                                new TargetLevel.Tonnes(0)),
                        target(
                                "gross",
                                TargetMetric.GROSS_EMISSIONS,
                                2022,
                                new TargetLevel.Tonnes(1e9)),
                        target(
                                "share",
                                TargetMetric.RENEWABLE_SHARE,
                                2022,
                                new TargetLevel.Share(0))),
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Optional.of(new CreditPrice(12, "EUR", assumed)),
                        Optional.of(List.of(new CreditLot("lot", 2020, tonnes, assumed))),
                        assumed));
    }

    private static Target target(String id, TargetMetric metric, int year, TargetLevel level) {
        return new Target(id, metric, level, year, Evidence.estimated("made up"));
    }

    @Test
    void theStatedPriceComesBeforeTheOneAskedForAndThatBeforeTheAssumedOnes() {
        OffsetPolicy stated = withRegister(1).offsets();
        assertThat(CreditPriceRange.of(stated, OptionalDouble.of(70)))
                .isEqualTo(new CreditPriceRange(12, 12, 12, "EUR", "made up"));
        assertThat(CreditPriceRange.of(COMMITTED.offsets(), OptionalDouble.of(70)).high())
                .isEqualTo(70);
        assertThat(CreditPriceRange.of(COMMITTED.offsets(), OptionalDouble.empty()).high())
                .isEqualTo(500);
        Outlook outlook = outlook(withRegister(1), Spreads.none(), 100, 1);
        assertThat(outlook.creditsCost().orElseThrow().p50())
                .isCloseTo(12 * outlook.creditsNeededTonnes().orElseThrow().p50(), within(1e-6));
    }

    @Test
    void bandsAreHeldAgainstCompaniesThatAreNotInThem() {
        Calibration.Coverage all = Calibration.unseen(CASES).getFirst();
        assertThat(all.company()).isEqualTo("ALL");
        assertThat(all.n()).isEqualTo(80);
        assertThat(all.share()).isBetween(0.65, 0.9);
        assertThat(CALIBRATION.coverage(CASES).getFirst().share()).isBetween(0.75, 0.97);
        assertThat(CALIBRATION.cases().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(all.n());
    }

    @Test
    void runsAndSpreadsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> MonteCarlo.run(question(COMMITTED, SHIPPED), 99, 1))
                .hasMessageContaining("runs is 99");
        assertThatThrownBy(() -> MonteCarlo.run(question(COMMITTED, SHIPPED), 20_001, 1))
                .hasMessageContaining("20001");
        assertThatThrownBy(() -> new Spreads(-0.1, 0, 0, 0, 0, 0, 1, 0, 0))
                .hasMessageContaining("electricityGrowth is -0.1");
        assertThatThrownBy(() -> new Spreads(0, 0, 0, 0, 0, 0, 1.1, 0, 0))
                .hasMessageContaining("leastDelivery is 1.1");
    }

    private static Outlook outlook(Scenario scenario, Spreads spreads, int runs, long seed) {
        return MonteCarlo.run(question(scenario, spreads), runs, seed).outlook();
    }

    private static Question question(Scenario scenario, Spreads spreads) {
        return new Question(
                scenario,
                PUBLISHED,
                Actuals.NONE,
                Roadmap.project(scenario, PUBLISHED, Actuals.NONE),
                spreads,
                CreditPriceRange.of(scenario.offsets(), OptionalDouble.empty()));
    }

    private static Scenario with(List<Lever> levers) {
        return new Scenario(
                COMMITTED.id(),
                COMMITTED.name(),
                COMMITTED.baseYear(),
                COMMITTED.targetYear(),
                COMMITTED.electricity(),
                COMMITTED.otherActivity(),
                levers,
                COMMITTED.targets(),
                COMMITTED.offsets());
    }
}
