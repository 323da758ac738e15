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

    /// 20 MW · 0.6 · 8,760 h · 1.32.
    private static final double EXPECTED_MWH = 138_758.4;

    /// 1,440 h at 15 MW: credibility 1 − 720/1,440 = 0.5, so the other 7,320 h are expected at the
    /// mean of 15 MW and the modelled 15.84 MW.
    @Test
    void measuredHoursReplaceTheirExpectationAndLeanTheRemainingOnesTowardsTheirMean() {
        Projection projection = project(facility("tianjin", 20_000, 21_600, 1_440));

        double rebased = 21_600 + 7_320 * (15 + 15.84) / 2;
        Rebasing rebasing = projection.rebasing().orElseThrow();
        assertThat(counted(projection).rebasedMwh()).isCloseTo(rebased, within(1e-6));
        assertThat(rebasing.modelledDataCenterMwh()).isCloseTo(MODELLED_MWH, within(1e-6));
        assertThat(rebasing.rebasedDataCenterMwh())
                .isCloseTo(MODELLED_MWH - EXPECTED_MWH + rebased, within(1e-6));
        assertThat(rebasing.fleetShareMeasured())
                .isCloseTo(EXPECTED_MWH / MODELLED_MWH, within(1e-12));
        assertThat(in(2025, projection).electricityMwh()).isCloseTo(4_311_294, within(1e-6));
        for (int year = 2026; year <= 2030; year++) {
            assertThat(in(year, projection).electricityMwh())
                    .isCloseTo(4_311_294 - EXPECTED_MWH + rebased, within(1e-6));
        }
    }

    /// 100 h at 15 MW, the other 8,660 h as expected.
    @Test
    void belowThirtyDaysMeasuredHoursReplaceOnlyThemselves() {
        MeasuredMonth november = new MeasuredMonth(YearMonth.of(2026, 11), 1_500);
        Projection projection =
                project(
                        new MeasuredFacility(
                                "young",
                                OptionalDouble.of(20_000),
                                1_500,
                                OptionalDouble.empty(),
                                100,
                                List.of(november)));

        assertThat(counted(projection).annualised()).isFalse();
        assertThat(counted(projection).months()).containsExactly(november);
        assertThat(counted(projection).rebasedMwh()).isCloseTo(1_500 + 8_660 * 15.84, within(1e-6));
    }

    @Test
    void aWhollyMeasuredYearIsTheMeasurement() {
        assertThat(counted(project(facility("a", 20_000, 131_400, 8_760))).rebasedMwh())
                .isCloseTo(131_400, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 719, 720, 721, 5_000, 8_760})
    void whatIsMeasuredExactlyAsExpectedMovesNothing(double hours) {
        assertThat(project(facility("a", 20_000, 15.84 * hours, hours)).rebasing().orElseThrow())
                .extracting(Rebasing::ratio)
                .satisfies(ratio -> assertThat(ratio).isCloseTo(1, within(1e-12)));
    }

    /// Counters that rise by the same amount every hour.
    @ParameterizedTest
    @ValueSource(doubles = {1_000, 15_000, 15_839, 15_841, 40_000})
    void everyFurtherHourOfAConstantLoadMovesTheTargetYear(double loadKw) {
        double direction = Math.signum(loadKw - 15_840);
        double before = in(2030, project()).electricityMwh();
        for (int hours = 1; hours <= 8_760; hours++) {
            double after =
                    in(2030, project(facility("a", 20_000, loadKw / 1_000 * hours, hours)))
                            .electricityMwh();
            assertThat((after - before) * direction).as("hour %d", hours).isPositive();
            before = after;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 719, 720, 744, 8_000})
    void everyMovingFigureOfTheShippedScenarioMovesByOneMoreHourOfAConstantLoad(int hours) {
        ProjectionYear before = committed2030(facility("tianjin", 10_000, 7.8 * hours, hours));
        ProjectionYear after =
                committed2030(facility("tianjin", 10_000, 7.8 * (hours + 1), hours + 1));

        assertThat(after.baselineTonnes()).isNotEqualTo(before.baselineTonnes());
        assertThat(after.scope2LocationTonnes()).isNotEqualTo(before.scope2LocationTonnes());
        assertThat(after.electricityMwh()).isNotEqualTo(before.electricityMwh());
        assertThat(after.wedges()).isNotEqualTo(before.wedges());
        assertThat(after.scope2MarketTonnes()).isZero();
        assertThat(after.grossTonnes()).isEqualTo(before.grossTonnes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 719, 720, 721, 8_760})
    void moreMeasuredEnergyIsMoreInTheTargetYear(int hours) {
        double before = 0;
        for (double energyMwh = 0; energyMwh < 40 * hours; energyMwh += hours) {
            double after =
                    in(2030, project(facility("a", 20_000, energyMwh, hours))).electricityMwh();
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    @Test
    void thirtyDaysAreNoJump() {
        double below = in(2030, project(facility("a", 20_000, 9_000, 720 - 1e-9))).electricityMwh();
        double above = in(2030, project(facility("a", 20_000, 9_000, 720 + 1e-9))).electricityMwh();
        assertThat(above).isCloseTo(below, within(1e-3));
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
    void capacitiesBeyondTheModelAreAWhollyMeasuredFleetExpectedAsModelled() {
        Rebasing expected =
                project(facility("fleet", 2e6, MODELLED_MWH / 2, 4_380)).rebasing().orElseThrow();
        assertThat(expected.fleetShareMeasured()).isEqualTo(1);
        assertThat(expected.ratio()).isCloseTo(1, within(1e-12));
        Rebasing wholeYear =
                project(facility("fleet", 2e6, 8_760_000, 8_760)).rebasing().orElseThrow();
        assertThat(wholeYear.rebasedDataCenterMwh()).isCloseTo(8_760_000, within(1e-6));
    }

    @Test
    void aFacilityWithoutAMeasuredHourStandsBeside() {
        assertThat(project(facility("a", 20_000, 0, 0)).rebasing().orElseThrow().facilities())
                .containsExactly(
                        new FacilityStanding.Beside(
                                "a", 0, 0, List.of(), "No hour of it is measured."));
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
        FacilityStanding.Counted counted = counted(project(unrated));
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
                project(facility("a", 20_000, 15_000, 1_000), facility("b", 20_000, 0, 0));
        assertThat(projection.rebasing().orElseThrow().rule()).contains("720 measured hours");
        assertThat(projection.remarks())
                .anyMatch(remark ->
                        remark.startsWith(
                                "1 of 2 measured data centres count in 2026: they stand for 3.58 %"));
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

    private static FacilityStanding.Counted counted(Projection projection) {
        return (FacilityStanding.Counted)
                projection.rebasing().orElseThrow().facilities().getFirst();
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
