package org.netzero.datacenter.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.datacenter.thermal.HeatRecovery.Pump;

class HeatRecoveryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final BigDecimal REPLACED = new BigDecimal("0.35");
    private static final BigDecimal GRID = new BigDecimal("0.55");

    private static HourlyEnergy hours(int count, String kwh) {
        var hours = new TreeMap<Instant, BigDecimal>();
        for (int i = 0; i < count; i++) {
            hours.put(START.plus(Duration.ofHours(i)), new BigDecimal(kwh));
        }
        return new HourlyEnergy(hours);
    }

    private static HeatRecovery recovery(HourlyEnergy heat, Pump pump, long expected) {
        return new HeatRecovery(
                heat, Optional.empty(), pump, Optional.of(REPLACED), Optional.of(GRID), expected);
    }

    /// Density at the meter × heat capacity at the mean: NIST Chemistry WebBook, IAPWS-95 at 0.1
    /// MPa, 40 °C 992.22 kg/m3, 45 °C 4.1798 kJ/(kg K); 60 °C 983.20 kg/m3 and 4.1851 kJ/(kg K).
    @ParameterizedTest
    @CsvSource({"40, 45, 992.22, 4.1798", "60, 60, 983.20, 4.1851", "20, 20, 998.21, 4.1841"})
    void waterCarriesWhatTheFormulationOfIapwsSays(
            double meter, double mean, double density, double capacity) {
        assertThat(Water.kwhPerCubicMetreAndKelvin(meter, mean))
                .isCloseTo(density * capacity / 3_600, within(0.0005));
    }

    @Test
    void statedElectricityCountsOnlyOnceItsPeriodIsOver() {
        HeatRecovery running =
                recovery(hours(9, "300"), new Pump.Stated(new BigDecimal("1000"), false), 9);
        HeatRecovery over =
                recovery(hours(9, "300"), new Pump.Stated(new BigDecimal("1000"), true), 9);

        assertThat(running.cop()).isEmpty();
        assertThat(running.missing()).containsExactly(Missing.PERIOD_NOT_OVER);
        assertThat(over.cop()).isPresent();
        assertThat(over.missing()).isEmpty();
    }

    @Test
    void gapsInTheDeliveredHeatAreSaidToo() {
        var gap =
                new HeatRecovery(
                        hours(10, "300"),
                        Optional.of(hours(9, "400")),
                        new Pump.Stated(new BigDecimal("1000"), true),
                        Optional.of(REPLACED),
                        Optional.of(GRID),
                        10);

        assertThat(gap.sums()).isEmpty();
        assertThat(gap.missing()).containsExactly(Missing.GAPS_IN_HEAT);
    }

    @Test
    void seriesThatNeverMeetAllAtOnceAreSaidTo() {
        HourlyEnergy early = hours(2, "400");
        var late = new HourlyEnergy(hours(4, "400").kwh().tailMap(START.plusSeconds(7_200), true));
        var recovery =
                new HeatRecovery(
                        hours(4, "300"),
                        Optional.of(early),
                        new Pump.Metered(late),
                        Optional.of(REPLACED),
                        Optional.of(GRID),
                        4);

        assertThat(recovery.sums()).isEmpty();
        assertThat(recovery.missing()).containsExactly(Missing.COMMON_HOURS);
    }

    @Test
    void waterIsNotKnownAsSteamOrIce() {
        assertThat(Water.isKnownAt(-1)).isFalse();
        assertThat(Water.isKnownAt(130)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Water.kwhPerCubicMetreAndKelvin(130, 60));
    }

    @Test
    void aFlowBetweenTwoTemperaturesIsHeat() {
        var flow = new HeatFlow(HeatFlow.Position.RETURN, Optional.empty());

        // 100 m3 of 992.22 kg, 10 K, 4.1798 kJ/(kg K)
        assertThat(flow.kwh(100, 50, 40).orElseThrow())
                .isCloseTo(100 * 992.22 * 4.1798 * 10 / 3_600, within(0.6));
        assertThat(flow.kwh(100, 40, 50).orElseThrow()).isNegative();
    }

    @Test
    void aSensorThatShowsSteamGivesNoHeat() {
        var flow = new HeatFlow(HeatFlow.Position.SUPPLY, Optional.empty());

        assertThat(flow.kwh(100, 850, 40)).isEmpty();
    }

    @Test
    void aBrineIsCountedWithItsOwnProperties() {
        var flow =
                new HeatFlow(HeatFlow.Position.SUPPLY, Optional.of(new HeatFlow.Fluid(1_030, 3.8)));

        assertThat(flow.kwh(10, -2, -7).orElseThrow())
                .isCloseTo(10 * 1_030 * 3.8 * 5 / 3_600, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatFlow.Fluid(0, 3.8));
    }

    @Test
    void avoidedIsDeliveredHeatTimesReplacedLessElectricityTimesGrid() {
        HeatRecovery recovery = recovery(hours(10, "300"), new Pump.Metered(hours(10, "100")), 10);

        assertThat(recovery.sums().orElseThrow().deliveredKwh()).hasValue(new BigDecimal("4000"));
        assertThat(recovery.deliveredFrom()).isEqualTo(HeatRecovery.DeliveredFrom.BALANCE);
        assertThat(recovery.cop().orElseThrow()).isEqualByComparingTo("4");
        assertThat(recovery.avoidedKg().orElseThrow())
                .isEqualByComparingTo("850"); // 4000 × 0.35 − 1000 × 0.55
        assertThat(recovery.missing()).isEmpty();
    }

    @Test
    void aPoorHeatPumpEmitsMoreThanItReplaces() {
        HeatRecovery recovery = recovery(hours(1, "10"), new Pump.Metered(hours(1, "90")), 1);

        assertThat(recovery.avoidedKg().orElseThrow()).isEqualByComparingTo("-14.5");
    }

    @Test
    void electricityThatIsNotMeteredIsMissingAndNotZero() {
        HeatRecovery recovery = recovery(hours(10, "300"), new Pump.Unknown(), 10);

        assertThat(recovery.handedOverKwh().orElseThrow()).isEqualByComparingTo("3000");
        assertThat(recovery.cop()).isEmpty();
        assertThat(recovery.avoidedKg()).isEmpty();
        assertThat(recovery.sums().orElseThrow().deliveredKwh()).isEmpty();
        assertThat(recovery.missing()).containsExactly(Missing.HEAT_PUMP_ELECTRICITY);
    }

    @Test
    void onlyHoursKnownInAllSeriesAreSummed() {
        HeatRecovery recovery = recovery(hours(10, "300"), new Pump.Metered(hours(6, "100")), 10);

        assertThat(recovery.sums().orElseThrow().hours()).hasSize(6);
        assertThat(recovery.cop().orElseThrow()).isEqualByComparingTo("4");
        assertThat(recovery.completeness().orElseThrow()).isEqualByComparingTo("0.6");
    }

    @Test
    void statedElectricityIsNotSetAgainstHeatWithGaps() {
        HeatRecovery recovery =
                recovery(hours(9, "300"), new Pump.Stated(new BigDecimal("1000"), true), 10);

        assertThat(recovery.avoidedKg()).isEmpty();
        assertThat(recovery.missing()).containsExactly(Missing.GAPS_IN_HEAT);
    }

    @Test
    void heatUsedAsItIsNeedsNeitherPumpNorGridFactor() {
        var recovery =
                new HeatRecovery(
                        hours(10, "300"),
                        Optional.empty(),
                        new Pump.None(),
                        Optional.of(REPLACED),
                        Optional.empty(),
                        10);

        assertThat(recovery.avoidedKg().orElseThrow()).isEqualByComparingTo("1050");
        assertThat(recovery.cop()).isEmpty();
        assertThat(recovery.deliveredFrom()).isEqualTo(HeatRecovery.DeliveredFrom.DIRECT);
        assertThat(recovery.missing()).isEmpty();
    }

    @Test
    void withoutFactorsNothingIsAvoided() {
        var recovery =
                new HeatRecovery(
                        hours(10, "300"),
                        Optional.of(hours(10, "390")),
                        new Pump.Metered(hours(10, "100")),
                        Optional.empty(),
                        Optional.empty(),
                        10);

        assertThat(recovery.cop().orElseThrow()).isEqualByComparingTo("3.9");
        assertThat(recovery.avoidedKg()).isEmpty();
        assertThat(recovery.missing())
                .containsExactlyInAnyOrder(Missing.REPLACED_HEAT_FACTOR, Missing.GRID_FACTOR);
    }
}
