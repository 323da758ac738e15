package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.lever;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ElectricityTest {

    private static final Lever GREEN_POWER =
            lever("green", LeverNode.GREEN_POWER, new LeverEffect.RenewableShareTarget(1));

    @Test
    void theBaseInventoryImpliesThePublishedGridFactors() {
        ImpliedFactors factors =
                Roadmap.project(withoutGrowth(), published2021(), Actuals.NONE).impliedFactors();
        assertThat(factors.locationTonnesPerMwh()).isCloseTo(0.5568, within(1e-12));
        assertThat(factors.residualTonnesPerMwh()).isCloseTo(0.5942, within(1e-12));
        assertThat(factors.derivation()).contains("0.5568 t/MWh", "0.5942 t/MWh");
    }

    @Test
    void theBaseYearIsTheInventoryItself() {
        ProjectionYear year =
                in(
                        2021,
                        Roadmap.project(
                                ShippedScenarios.committed(), published2021(), Actuals.NONE));
        assertThat(year.actual()).isTrue();
        assertThat(year.scope1Tonnes()).isEqualTo(15_282.54);
        assertThat(year.scope2LocationTonnes()).isEqualTo(2_399_228.928);
        assertThat(year.scope2MarketTonnes()).isEqualTo(2_522_949.432);
        assertThat(year.scope3Tonnes()).isEqualTo(2_743_000);
        assertThat(year.baselineTonnes()).isCloseTo(year.grossTonnes(), within(1e-6));
        assertThat(year.renewableShare()).isCloseTo(65_334.0 / 4_311_294, within(1e-15));
    }

    @Test
    void greenPowerLowersMarketBasedButNeverLocationBasedEmissions() {
        ProjectionYear without =
                in(2030, Roadmap.project(withoutGrowth(), published2021(), Actuals.NONE));
        ProjectionYear with =
                in(
                        2030,
                        Roadmap.project(withoutGrowth(GREEN_POWER), published2021(), Actuals.NONE));
        assertThat(with.renewableShare()).isEqualTo(1);
        assertThat(with.scope2MarketTonnes()).isZero();
        assertThat(with.scope2LocationTonnes())
                .isEqualTo(without.scope2LocationTonnes())
                .isPositive();
    }

    @Test
    void theRenewableShareGrowsLinearlyFromTheActualShareOfTheBaseYear() {
        Projection projection =
                Roadmap.project(withoutGrowth(GREEN_POWER), published2021(), Actuals.NONE);
        double base = 65_334.0 / 4_311_294;
        assertThat(in(2024, projection).renewableShare())
                .isCloseTo(base + (1 - base) / 3, within(1e-12));
    }

    @Test
    void withoutGreenPowerTheMatchedVolumeStaysAndTheShareFallsAsUseGrows() {
        Scenario shipped = ShippedScenarios.committed();
        Scenario noLevers =
                new Scenario(
                        "growth",
                        "Growth only",
                        2021,
                        2030,
                        shipped.electricity(),
                        shipped.otherActivity(),
                        List.of(),
                        List.of(),
                        shipped.offsets());
        ProjectionYear year = in(2030, Roadmap.project(noLevers, published2021(), Actuals.NONE));
        assertThat(year.renewableShare() * year.electricityMwh()).isCloseTo(65_334, within(1e-6));
        assertThat(year.grossTonnes()).isEqualTo(year.baselineTonnes());
    }

    /// 0.9 of the electricity is data centres': 0.9 · 1.25 / 1.32 + 0.1 of it stays.
    @Test
    void aLowerPueSavesOnlyTheOverheadOfDataCenters() {
        Lever pue = lever("pue", LeverNode.EFFICIENCY, new LeverEffect.PueTarget(1.25));
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(pue), published2021(), Actuals.NONE));
        assertThat(year.pue()).isCloseTo(1.25, within(1e-12));
        assertThat(year.electricityMwh())
                .isCloseTo(4_311_294 * (0.9 * 1.25 / 1.32 + 0.1), within(1e-6));
    }

    @Test
    void aPueTargetAboveTheBaseYearDoesNothingAndIsRemarked() {
        Lever pue = lever("pue", LeverNode.EFFICIENCY, new LeverEffect.PueTarget(1.4));
        Projection projection = Roadmap.project(withoutGrowth(pue), published2021(), Actuals.NONE);
        assertThat(in(2030, projection).pue()).isEqualTo(1.32);
        assertThat(projection.remarks())
                .contains(
                        "Lever pue has no effect: its PUE of 1.4 is not below the base year's 1.32.");
    }

    @Test
    void ownGenerationIsNeverPurchased() {
        Lever solar = lever("solar", LeverNode.OWN_RENEWABLES, new LeverEffect.OwnGeneration(0.1));
        ProjectionYear year =
                in(2030, Roadmap.project(withoutGrowth(solar), published2021(), Actuals.NONE));
        double purchased = 4_311_294 * 0.9 - 2_334;
        assertThat(year.scope2LocationTonnes()).isCloseTo(purchased * 0.5568, within(1e-5));
        assertThat(year.scope2MarketTonnes())
                .isCloseTo((purchased - 63_000) * 0.5942, within(1e-5));
    }

    /// 12 MW in place of the 10 expected of the data centre, and with them the upstream of their
    /// electricity.
    @Test
    void theUpstreamOfElectricityFollowsTheElectricityUsed() {
        Inventory base =
                new Inventory(
                        2021,
                        0,
                        500,
                        500,
                        new TreeMap<>(
                                Map.of(
                                        "C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES", 100.0,
                                        "C6_BUSINESS_TRAVEL", 10.0)),
                        new ElectricityUse(876_000, 0, 0, 1));
        MeasuredFacility measured =
                RoadmapFixtures.facility("dc", 10_000 / 0.6, 12 * 8_760.0, 8_760);

        ProjectionYear year =
                in(
                        2030,
                        Roadmap.project(
                                withoutGrowth(), base, RoadmapFixtures.measuredIn2026(measured)));

        assertThat(year.electricityMwh()).isCloseTo(876_000 + 2 * 8_760, within(1e-6));
        assertThat(year.scope3TonnesByCategory().get("C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES"))
                .isCloseTo(102, within(1e-9));
        assertThat(year.scope3TonnesByCategory().get("C6_BUSINESS_TRAVEL")).isEqualTo(10);
    }

    @Test
    void aWhollyMatchedBaseYearBorrowsTheLocationFactorAndSaysSo() {
        Inventory matched = inventory(2021, 10, 500, 0, 20, 1_000, 0, 1_000, 1.3);
        Projection projection = Roadmap.project(withoutGrowth(), matched, Actuals.NONE);
        assertThat(projection.impliedFactors().residualTonnesPerMwh()).isEqualTo(0.5);
        assertThat(projection.remarks())
                .anyMatch(remark -> remark.contains("defaulted to the location factor"));
    }

    @Test
    void refusesScope2WithoutElectricity() {
        Inventory unexplained = inventory(2021, 10, 500, 500, 20, 0, 0, 0, 1.3);
        assertThatThrownBy(() -> Roadmap.project(withoutGrowth(), unexplained, Actuals.NONE))
                .isInstanceOf(UnexplainedScope2.class)
                .hasMessageContaining("500 t without purchased electricity")
                .hasMessageContaining("state the purchased electricity of 2021");
    }

    @Test
    void refusesMarketBasedTonnesOfAWhollyMatchedPurchase() {
        Inventory unexplained = inventory(2021, 10, 500, 500, 20, 1_000, 0, 1_000, 1.3);
        assertThatThrownBy(() -> Roadmap.project(withoutGrowth(), unexplained, Actuals.NONE))
                .isInstanceOf(UnexplainedScope2.class)
                .hasMessageContaining("although every purchased MWh is matched");
    }

    @Test
    void refusesMoreMatchedThanPurchased() {
        assertThatThrownBy(() -> new ElectricityUse(100, 0, 101, 1.3))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("matchedMwh is 101 and must be 0 to 100");
    }

    @Test
    void refusesAPueBelowOne() {
        assertThatThrownBy(() -> new ElectricityUse(100, 0, 0, 0.99))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("pue is 0.99");
    }
}
