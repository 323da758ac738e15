package org.netzero.gateway.roadmap.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.backtest.BackTest;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.backtest.Case;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;

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
        assertThat(all.chanceBelow(fewer)).isGreaterThan(0.999);
        assertThat(fewer.chanceBelow(all)).isZero();
        assertThat(all.chanceBelow(all)).isZero();
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
        assertThat(committed.creditTonnes().orElseThrow().p50()).isPositive();
        Quantiles cost = committed.creditCost().orElseThrow();
        assertThat(cost.p90() / cost.p10())
                .isGreaterThan(
                        committed.creditTonnes().orElseThrow().p90()
                                / committed.creditTonnes().orElseThrow().p10());
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
                100);
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
