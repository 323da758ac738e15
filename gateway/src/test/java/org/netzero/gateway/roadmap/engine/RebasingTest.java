package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.facility;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.measuredIn2026;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebasingTest {

    private static final Scenario STEADY = withoutGrowth();
    private static final double MODELLED_MWH = 4_311_294 * 0.9;

    /// 20 MW · 0.6 · 8,760 h · 1.32 = 138,758.4 MWh expected; 1,000 h at 15 MW give 131,400 MWh a
    /// year.
    @Test
    void measuredEnergyReplacesItsExpectationFromTheMeasuredYearOn() {
        Projection projection = project(facility("tianjin", 20_000, 15_000, 1_000));

        Rebasing rebasing = projection.rebasing().orElseThrow();
        assertThat(rebasing.modelledDataCenterMwh()).isCloseTo(MODELLED_MWH, within(1e-6));
        assertThat(rebasing.rebasedDataCenterMwh())
                .isCloseTo(MODELLED_MWH - 138_758.4 + 131_400, within(1e-6));
        assertThat(rebasing.fleetShareMeasured())
                .isCloseTo(138_758.4 / MODELLED_MWH, within(1e-12));
        assertThat(in(2025, projection).electricityMwh()).isCloseTo(4_311_294, within(1e-6));
        for (int year = 2026; year <= 2030; year++) {
            assertThat(in(year, projection).electricityMwh())
                    .isCloseTo(4_311_294 - 138_758.4 + 131_400, within(1e-6));
        }
    }

    @Test
    void oneMoreHourlyReadingMovesTheTargetYearOfTheShippedScenario() {
        ProjectionYear before = committed2030(facility("tianjin", 20_000, 12_000, 800));
        ProjectionYear after = committed2030(facility("tianjin", 20_000, 12_015.5, 801));
        assertThat(after.electricityMwh()).isNotEqualTo(before.electricityMwh());
        assertThat(after.scope2LocationTonnes()).isNotEqualTo(before.scope2LocationTonnes());
        assertThat(after.baselineTonnes()).isNotEqualTo(before.baselineTonnes());
        assertThat(after.wedges()).isNotEqualTo(before.wedges());
        assertThat(after.electricityMwh() / before.electricityMwh()).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-1, 1e-3, 1e-6})
    void aSmallChangeOfAReadingMovesTheTargetYearInItsProportion(double changeMwh) {
        double before = in(2030, project(facility("a", 20_000, 12_000, 800))).electricityMwh();
        double after =
                in(2030, project(facility("a", 20_000, 12_000 + changeMwh, 800))).electricityMwh();
        assertThat((after - before) / changeMwh).isCloseTo(8_760 / 800.0, within(1e-2));
    }

    @Test
    void theEdgeOfAWhollyMeasuredFleetIsContinuous() {
        double edgeKw = MODELLED_MWH * 1_000 / (0.6 * 8_760 * 1.32);
        double below =
                in(2030, project(facility("fleet", edgeKw * (1 - 1e-9), 300_000, 800)))
                        .electricityMwh();
        double above =
                in(2030, project(facility("fleet", edgeKw * (1 + 1e-9), 300_000, 800)))
                        .electricityMwh();
        assertThat(above).isCloseTo(below, within(0.1));
    }

    @Test
    void moreMeasuredThanModelledIsAWhollyMeasuredFleet() {
        Rebasing rebasing =
                project(facility("fleet", 2e6, 1_000_000, 1_000)).rebasing().orElseThrow();
        assertThat(rebasing.fleetShareMeasured()).isEqualTo(1);
        assertThat(rebasing.rebasedDataCenterMwh()).isEqualTo(8_760_000);
    }

    @Test
    void belowThirtyDaysTheMonthsStandBesideAndNothingMoves() {
        MeasuredMonth november = new MeasuredMonth(YearMonth.of(2026, 11), 9_000);
        MeasuredFacility young =
                new MeasuredFacility(
                        "young",
                        OptionalDouble.of(20_000),
                        9_000,
                        OptionalDouble.empty(),
                        719,
                        List.of(november));
        Projection projection = project(young);

        assertThat(projection.years()).isEqualTo(project().years());
        assertThat(projection.rebasing().orElseThrow().ratio()).isEqualTo(1);
        assertThat(projection.rebasing().orElseThrow().facilities())
                .containsExactly(
                        new FacilityStanding.Beside(
                                "young",
                                719,
                                9_000,
                                List.of(november),
                                "719 of 720 hours are measured that a data centre needs to count."));
    }

    @Test
    void thirtyDaysAreEnough() {
        assertThat(project(facility("a", 20_000, 9_000, 720)).rebasing().orElseThrow().facilities())
                .hasOnlyElementsOfType(FacilityStanding.Counted.class);
    }

    /// A mean IT load of 9 MW stands for 15 MW of capacity at a load of 0.6.
    @Test
    void aFacilityWithoutCapacityIsExpectedFromItsMeasuredItLoad() {
        MeasuredFacility unrated =
                new MeasuredFacility(
                        "unrated",
                        OptionalDouble.empty(),
                        13_000,
                        OptionalDouble.of(9_000),
                        1_000,
                        List.of());
        FacilityStanding standing =
                project(unrated).rebasing().orElseThrow().facilities().getFirst();

        assertThat(standing).isInstanceOf(FacilityStanding.Counted.class);
        FacilityStanding.Counted counted = (FacilityStanding.Counted) standing;
        assertThat(counted.capacityDerived()).isTrue();
        assertThat(counted.itCapacityKw()).isCloseTo(15_000, within(1e-9));
        assertThat(counted.expectedMwh()).isCloseTo(9 * 8_760 * 1.32, within(1e-6));
    }

    @Test
    void aFacilityWithNeitherCapacityNorItEnergyStandsBesideWithTheRemedy() {
        MeasuredFacility unknown =
                new MeasuredFacility(
                        "unknown",
                        OptionalDouble.empty(),
                        13_000,
                        OptionalDouble.empty(),
                        1_000,
                        List.of());
        Projection projection = project(unknown);
        assertThat(projection.rebasing().orElseThrow().facilities().getFirst())
                .extracting(standing -> ((FacilityStanding.Beside) standing).reason())
                .asString()
                .contains("state itCapacityKw or measure IT");
        assertThat(projection.years()).isEqualTo(project().years());
    }

    @Test
    void measurementsOfTheBaseYearDoNotRebaseItAndAreRemarked() {
        Actuals base =
                Actuals.measured(
                        new Measurements(2021, List.of(facility("a", 20_000, 9_000, 800))));
        Projection projection = Roadmap.project(STEADY, published2021(), base);
        assertThat(projection.rebasing()).isEmpty();
        assertThat(projection.remarks())
                .anyMatch(remark -> remark.contains("measurements of 2021 lie outside"));
    }

    @Test
    void theRuleAndTheMeasuredShareAreStatedInTheResult() {
        Projection projection =
                project(facility("a", 20_000, 15_000, 1_000), facility("b", 20_000, 1_000, 100));
        assertThat(projection.rebasing().orElseThrow().rule()).contains("720 measured hours");
        assertThat(projection.remarks())
                .anyMatch(remark ->
                        remark.startsWith("1 of 2 measured data centres count in 2026: 3.58 %"));
    }

    @Test
    void refusesMoreHoursThanTheYearHas() {
        assertThatThrownBy(() -> measuredIn2026(facility("a", 20_000, 9_000, 8_761)))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("measuredHours of a is 8761 and must be 0 to 8760");
    }

    @Test
    void refusesAFacilityMeasuredTwice() {
        assertThatThrownBy(() ->
                        measuredIn2026(facility("a", 20_000, 9_000, 800), facility("a", 1, 1, 1)))
                .isInstanceOf(DuplicateEntry.class)
                .hasMessage("facilities holds a twice: keep one of them");
    }

    @Test
    void refusesACapacityOfNothing() {
        assertThatThrownBy(() -> facility("a", 0, 9_000, 800))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("itCapacityKw of a is 0")
                .hasMessageContaining("leave it empty where it is unknown");
    }

    private static Projection project(MeasuredFacility... facilities) {
        return Roadmap.project(STEADY, published2021(), measuredIn2026(facilities));
    }

    private static ProjectionYear committed2030(MeasuredFacility facility) {
        return in(
                2030,
                Roadmap.project(
                        ShippedScenarios.committed(), published2021(), measuredIn2026(facility)));
    }
}
