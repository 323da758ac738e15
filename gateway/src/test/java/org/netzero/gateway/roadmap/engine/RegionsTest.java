package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.electricity;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.noGrowth;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// North and South: 40 and 60 % of 1,000 MWh, with grids of 0.8 and 0.3 t/MWh in a company whose
/// 500 t are 0.5 t/MWh.
class RegionsTest {

    private static final Inventory BASE = inventory(2021, 100, 500, 500, 1_000, 1_000, 0, 0, 1);
    private static final Region NORTH = region("north", "zone-n", 0.4, 0.8);
    private static final Region SOUTH = region("south", "zone-s", 0.6, 0.3);

    @Test
    void theFactorsOfTheRegionsMakeTheScope2OfTheInventory() {
        ProjectionYear year = in(2030, project(List.of(NORTH, SOUTH)));
        assertThat(year.scope2LocationTonnes()).isCloseTo(500, within(1e-9));
        assertThat(year.regions()).extracting(RegionYear::region).containsExactly("north", "south");
        assertThat(year.regions().getFirst().scope2LocationTonnes())
                .isCloseTo(400 * 0.8, within(1e-9));
        assertThat(year.regions().getLast().scope2LocationTonnes())
                .isCloseTo(600 * 0.3, within(1e-9));
    }

    @Test
    void aCutInOneRegionLeavesTheOtherAlone() {
        Lever cut =
                lever(
                        "cut",
                        LeverNode.DEMAND,
                        new LeverEffect.Reduction(
                                new Reach.Electricity(Reach.Electricity.Part.ALL), 0.5),
                        new Place.InRegion("north"));
        ProjectionYear year = in(2030, project(List.of(NORTH, SOUTH), cut));
        assertThat(year.electricityMwh()).isCloseTo(800, within(1e-9));
        assertThat(year.scope2MarketTonnes()).isCloseTo(200 * 0.8 + 600 * 0.3, within(1e-9));
    }

    @Test
    void aCutOfACategoryReachesItsRegionOnly() {
        Lever cut =
                lever(
                        "cut",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3Category("UNSPECIFIED"), 0.5),
                        new Place.InRegion("south"));
        ProjectionYear year = in(2030, project(List.of(NORTH, SOUTH), cut));
        assertThat(year.scope3Tonnes()).isCloseTo(400 + 300, within(1e-9));
        assertThat(year.regions().getLast().scope3Tonnes()).isCloseTo(300, within(1e-9));
    }

    @Test
    void certificatesMatchNothingOutsideTheirMarketZone() {
        Lever certificates =
                lever(
                        "certificates",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.Certificates(1_000),
                        new Place.InMarketZone("zone-n"));
        ProjectionYear year = in(2030, project(List.of(NORTH, SOUTH), certificates));
        assertThat(year.scope2MarketTonnes()).isCloseTo(600 * 0.3, within(1e-9));
        assertThat(year.scope2LocationTonnes()).isCloseTo(500, within(1e-9));
        assertThat(year.renewableShare()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void fewerCertificatesThanPurchasesMatchTheirVolume() {
        Lever certificates =
                lever(
                        "certificates",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.Certificates(150),
                        new Place.InRegion("south"));
        ProjectionYear year = in(2030, project(List.of(NORTH, SOUTH), certificates));
        assertThat(year.scope2MarketTonnes()).isCloseTo(320 + 450 * 0.3, within(1e-9));
        assertThat(year.renewableShare()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void aRegionsGridMovesByItsOwnScenario() {
        Region cleaner =
                new Region(
                        "north",
                        "zone-n",
                        0.4,
                        0.4,
                        0.4,
                        0.8,
                        0.8,
                        Optional.of(new Assumption(-0.1, ASSUMED)),
                        Optional.empty(),
                        ASSUMED);
        ProjectionYear year = in(2030, project(List.of(cleaner, SOUTH)));
        assertThat(year.scope2LocationTonnes())
                .isCloseTo(320 * Math.pow(0.9, 9) + 180, within(1e-9));
        assertThat(year.scope2MarketTonnes()).isCloseTo(500, within(1e-9));
    }

    @Test
    void theNarrowestGrowthOfAnActivityHolds() {
        Scenario scenario =
                scenario(
                        List.of(NORTH, SOUTH),
                        List.of(
                                growth(3, Optional.empty(), Optional.of("north"), 0.05),
                                growth(3, Optional.of("UNSPECIFIED"), Optional.empty(), 0.02),
                                growth(
                                        3,
                                        Optional.of("UNSPECIFIED"),
                                        Optional.of("south"),
                                        -0.01)));
        assertThat(in(2030, Roadmap.project(scenario, BASE, Actuals.NONE)).scope3Tonnes())
                .isCloseTo(400 * Math.exp(9 * 0.02) + 600 * Math.exp(-9 * 0.01), within(1e-9));
    }

    @Test
    void heatStaysWhenAllElectricityIsGreen() {
        Inventory heated =
                new Inventory(
                        2021,
                        0,
                        600,
                        600,
                        new TreeMap<>(),
                        new ElectricityUse(1_000, 0, 0, 1),
                        100);
        Lever green =
                lever(
                        "green",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.RenewableShareTarget(1),
                        Place.EVERYWHERE);
        Projection projection =
                Roadmap.project(RoadmapFixtures.withoutGrowth(green), heated, Actuals.NONE);
        assertThat(projection.impliedFactors().locationTonnesPerMwh()).isEqualTo(0.5);
        assertThat(in(2030, projection).scope2MarketTonnes()).isCloseTo(100, within(1e-9));
        assertThat(in(2030, projection).scope2LocationTonnes()).isCloseTo(600, within(1e-9));
    }

    /// 900 purchased and 100 own MWh, of which the attributes of 40 are sold: 470 t are 0.5 t/MWh
    /// of 940 MWh.
    @Test
    void soldAttributesOfOwnGenerationCountAsResidualMix() {
        Inventory sold =
                new Inventory(
                        2021, 0, 450, 470, new TreeMap<>(), new ElectricityUse(900, 100, 0, 40, 1));
        Projection projection =
                Roadmap.project(RoadmapFixtures.withoutGrowth(), sold, Actuals.NONE);
        assertThat(projection.impliedFactors().residualTonnesPerMwh())
                .isCloseTo(0.5, within(1e-12));
        assertThat(in(2030, projection).scope2MarketTonnes()).isCloseTo(470, within(1e-9));
        assertThat(in(2030, projection).renewableShare()).isCloseTo(0.06, within(1e-12));
    }

    @Test
    void refusesRegionsThatAreNotTheWholeCompany() {
        assertThatThrownBy(() -> project(List.of(NORTH)))
                .isInstanceOf(SharesDoNotSumToOne.class)
                .hasMessageContaining("shareOfElectricity of the regions sum to 0.4")
                .extracting(refused -> ((RoadmapRefusal) refused).path())
                .isEqualTo("regions");
    }

    @Test
    void refusesALeverInARegionThatIsNotThere() {
        Lever lost =
                lever(
                        "lost",
                        LeverNode.DEMAND,
                        new LeverEffect.Reduction(new Reach.Scope1(), 0.5),
                        new Place.InRegion("west"));
        assertThatThrownBy(() -> project(List.of(NORTH, SOUTH), lost))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("names the region west")
                .hasMessageContaining("name one of north, south")
                .extracting(refused -> ((RoadmapRefusal) refused).path())
                .isEqualTo("levers[0].region");
    }

    @Test
    void refusesCertificatesOfNoZoneAmongSeveral() {
        Lever anywhere =
                lever(
                        "anywhere",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.Certificates(10),
                        Place.EVERYWHERE);
        assertThatThrownBy(() -> project(List.of(NORTH, SOUTH), anywhere))
                .isInstanceOf(CertificatesWithoutZone.class)
                .hasMessageContaining("zone-n, zone-s");
    }

    @Test
    void refusesTheGrowthOfOnePartTwice() {
        ActivityGrowth one = growth(1, Optional.empty(), Optional.empty(), 0.1);
        assertThatThrownBy(() -> scenario(List.of(), List.of(one, one)))
                .isInstanceOf(DuplicateEntry.class)
                .extracting(refused -> ((RoadmapRefusal) refused).path())
                .isEqualTo("activities[1]");
    }

    @Test
    void refusesACategoryOutsideScope3() {
        assertThatThrownBy(() -> growth(1, Optional.of("C6"), Optional.empty(), 0.1))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("category is C6");
    }

    @Test
    void refusesMoreSoldAttributesThanOwnGeneration() {
        assertThatThrownBy(() -> new ElectricityUse(100, 10, 0, 11, 1))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("ownAttributesSoldMwh is 11");
    }

    private static Projection project(List<Region> regions, Lever... levers) {
        return Roadmap.project(
                scenario(regions, List.of()).withLevers(List.of(levers)), BASE, Actuals.NONE);
    }

    private static Scenario scenario(List<Region> regions, List<ActivityGrowth> activities) {
        return new Scenario(
                "test",
                "Test",
                2021,
                2030,
                electricity(noGrowth()),
                noGrowth(),
                activities,
                regions,
                List.of(),
                List.of(),
                CREDITS_PERMITTED);
    }

    private static ActivityGrowth growth(
            int scope, Optional<String> category, Optional<String> region, double rate) {
        return new ActivityGrowth(scope, category, region, new Driver(rate, rate, 0.5, ASSUMED));
    }

    private static Lever lever(String id, LeverNode node, LeverEffect effect, Place place) {
        return new Lever(
                id,
                "Lever " + id,
                node,
                effect,
                Deployment.evenly(2021, 2030),
                Optional.empty(),
                Optional.empty(),
                place,
                ASSUMED);
    }

    private static Region region(String id, String zone, double share, double factor) {
        return new Region(
                id,
                zone,
                share,
                share,
                share,
                factor,
                factor,
                Optional.empty(),
                Optional.empty(),
                ASSUMED);
    }
}
