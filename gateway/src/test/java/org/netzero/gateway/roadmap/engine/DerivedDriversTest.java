package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivedDriversTest {

    private static final Evidence DERIVED =
            new Evidence(Provenance.DERIVED, "From the inventories on file.");
    private static final Inventory BASE = inventory(2021, 10, 500, 500, 100, 1_000, 0, 0, 1);

    /// Electricity of 1,000, 1,100 and 1,210 MWh grows by ln 1.1 twice: m = 0.0953, s = 0, n = 2, v
    /// = 0.1²/2, τ = 0.1, so g0 = 0.0953 · 0.02 / (0.02 + 0.005) = 0.0762.
    @Test
    void theGrowthRuleReadsTheInventoriesOnFile() {
        DerivedDrivers.Derived derived =
                DerivedDrivers.of(scenario(DERIVED, ASSUMED), BASE, actuals(1_100, 1_210));
        assertThat(derived.scenario().electricity().driver().initialGrowthPerYear())
                .isCloseTo(Math.log(1.1) * 0.8, within(1e-12));
        assertThat(derived.scenario().electricity().driver().damping()).isEqualTo(0.9);
        assertThat(derived.scenario().otherActivity())
                .isEqualTo(scenario(DERIVED, ASSUMED).otherActivity());
        assertThat(derived.remarks())
                .containsExactly(
                        "Growth of electricity: Derived from the inventories of 2021 to 2023: g0 ="
                                + " m·n·τ²/(n·τ² + v) = 0.0953·2·0.0100/(2·0.0100 + 0.0050) = 0.0762.");
    }

    @Test
    void theProjectionAndItsRunsStandOnTheDerivedRate() {
        Scenario scenario = scenario(DERIVED, DERIVED);
        Actuals actuals = actuals(1_100, 1_210);
        Projection projection = Roadmap.project(scenario, BASE, actuals);
        double after2021 = Math.exp(Math.log(1.1) * 0.8 * (1 + 0.9 + 0.81));
        assertThat(projection.year(2024).orElseThrow().electricityMwh())
                .isCloseTo(1_000 * after2021, within(1e-6));
        assertThat(projection.remarks())
                .anyMatch(remark -> remark.startsWith("Growth of electricity: Derived"))
                .anyMatch(remark -> remark.startsWith("Growth of scope 1 and scope 3: Derived"));
        assertThat(Roadmap.explain(scenario, BASE, actuals).derivations())
                .hasSize(2)
                .allMatch(projection.remarks()::contains);
        Run run =
                VariedRuns.of(scenario, BASE, actuals, 0)
                        .run(
                                new Variation(
                                        0,
                                        0,
                                        0.5,
                                        new double[1],
                                        1,
                                        1,
                                        1,
                                        new double[0],
                                        new int[0]));
        assertThat(run.grossTonnes()[9]).isEqualTo(projection.years().get(9).grossTonnes());
        assertThat(
                        Roadmap.explain(scenario, BASE, actuals)
                                .equations(projection.year(2024).orElseThrow()))
                .anyMatch(equation ->
                        equation.text().contains("g_first")
                                && Math.abs(equation.value() - after2021) < 1e-9);
    }

    @Test
    void withoutAnotherYearTheStatedRateHoldsAndARemarkSaysSo() {
        holdsAsStated(Actuals.NONE, "there is 1");
    }

    /// 2021 to 2022 alone would say +9.5 % a year.
    @Test
    void onePairOfYearsIsNoTrend() {
        holdsAsStated(
                new Actuals(
                        Optional.empty(),
                        List.of(inventory(2022, 11, 550, 550, 110, 1_100, 0, 0, 1))),
                "there are 2");
    }

    @Test
    void aJumpIsNoGrowthAndNoTrendGoesThroughIt() {
        holdsAsStated(actuals(5_000, 5_500), "there are 2");
    }

    private static void holdsAsStated(Actuals actuals, String years) {
        Scenario scenario = scenario(DERIVED, ASSUMED);
        DerivedDrivers.Derived derived = DerivedDrivers.of(scenario, BASE, actuals);
        assertThat(derived.scenario().electricity().driver())
                .isEqualTo(scenario.electricity().driver());
        assertThat(derived.remarks())
                .containsExactly(
                        "Growth of electricity was to be derived, but a trend takes 3 inventories in"
                                + " a row since the last break, and "
                                + years
                                + ": 0.0500 a year holds as stated.");
    }

    @Test
    void aScenarioThatDerivesNothingStaysWhatItIs() {
        Scenario scenario = scenario(ASSUMED, ASSUMED);
        assertThat(DerivedDrivers.of(scenario, BASE, actuals(1_100, 1_210)).scenario())
                .isSameAs(scenario);
    }

    private static Actuals actuals(double mwhOf2022, double mwhOf2023) {
        return new Actuals(
                Optional.empty(),
                List.of(
                        inventory(2023, 12, 605, 605, 121, mwhOf2023, 0, 0, 1),
                        inventory(2022, 11, 550, 550, 110, mwhOf2022, 0, 0, 1)));
    }

    private static Scenario scenario(Evidence ofElectricity, Evidence ofOthers) {
        ElectricityAssumptions electricity =
                RoadmapFixtures.electricity(new Driver(0.05, 0, 0.9, ofElectricity));
        return new Scenario(
                "derived",
                "Derived",
                2021,
                2030,
                electricity,
                new Driver(0.03, 0, 0.8, ofOthers),
                List.of(),
                List.of(),
                CREDITS_PERMITTED);
    }
}
