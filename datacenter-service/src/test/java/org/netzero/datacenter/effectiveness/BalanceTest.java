package org.netzero.datacenter.effectiveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.metering.MeasuringRole.COOLING;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.FUEL;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.metering.MeasuringRole;

class BalanceTest {

    private static FacilityHour hour(int number, Map<MeasuringRole, RoleAmount> roles) {
        return new FacilityHour(Instant.EPOCH.plus(Duration.ofHours(number)), roles, Set.of());
    }

    private static RoleAmount whole(int kwh) {
        return new RoleAmount(BigDecimal.valueOf(kwh), BigDecimal.ONE, BigDecimal.ONE);
    }

    private static RoleAmount half(int kwh) {
        return new RoleAmount(BigDecimal.valueOf(kwh), BigDecimal.ZERO, new BigDecimal("0.5"));
    }

    @Test
    void theResidualIsWhatNoSubMeterSaw() {
        Balance balance =
                Balance.of(
                                HourSums.of(
                                        List.of(
                                                hour(
                                                        0,
                                                        Map.of(
                                                                FACILITY_INPUT, whole(150),
                                                                ON_SITE_GENERATION, half(30),
                                                                IT, whole(100),
                                                                COOLING, whole(20),
                                                                HEAT_EXPORT, whole(90),
                                                                WATER, whole(900))))),
                                Boundary.OUTSIDE)
                        .orElseThrow();

        assertThat(balance.mainKwh()).isEqualByComparingTo("150");
        assertThat(balance.residualKwh()).isEqualByComparingTo("30");
        assertThat(balance.residualShare()).contains(new BigDecimal("0.200000"));
        assertThat(balance.fails()).isFalse();
    }

    @Test
    void hoursThatAreNotWholeInOneOfTheirRolesAreLeftOut() {
        assertThat(
                        Balance.of(
                                HourSums.of(
                                        List.of(
                                                hour(
                                                        0,
                                                        Map.of(
                                                                FACILITY_INPUT,
                                                                half(10),
                                                                IT,
                                                                whole(100))))),
                                Boundary.OUTSIDE))
                .isEmpty();
        assertThat(
                        Balance.of(
                                HourSums.of(
                                        List.of(
                                                hour(
                                                        0,
                                                        Map.of(
                                                                FACILITY_INPUT, whole(10),
                                                                ON_SITE_GENERATION, half(10),
                                                                IT, whole(100))))),
                                Boundary.INSIDE))
                .isEmpty();
        assertThat(
                        Balance.of(
                                HourSums.of(List.of(hour(0, Map.of(IT, whole(100))))),
                                Boundary.OUTSIDE))
                .isEmpty();
    }

    @Test
    void subMetersMayStandAFewPercentAboveAndNoMore() {
        assertThat(balanceOf(100, 60, 45).fails()).isFalse();
        assertThat(balanceOf(100, 60, 46).fails()).isTrue();
    }

    private static Balance balanceOf(int input, int it, int cooling) {
        return Balance.of(
                        HourSums.of(List.of(hour(0, roles(input, it, cooling)))), Boundary.OUTSIDE)
                .orElseThrow();
    }

    private static Map<MeasuringRole, RoleAmount> roles(int input, int it, int cooling) {
        return Map.of(FACILITY_INPUT, whole(input), IT, whole(it), COOLING, whole(cooling));
    }

    @Test
    void ownGenerationIsAmongWhatEntersAndNotAddedToIt() {
        var hour =
                hour(
                        0,
                        Map.of(
                                FACILITY_INPUT, whole(1_000),
                                ON_SITE_GENERATION, whole(400),
                                IT, whole(900),
                                COOLING, whole(400)));

        assertThat(Balance.of(HourSums.of(List.of(hour)), Boundary.OUTSIDE).orElseThrow().fails())
                .isTrue();
        assertThat(Balance.of(HourSums.of(List.of(hour)), Boundary.INSIDE).orElseThrow().fails())
                .isFalse();
    }

    @Test
    void ofAPlantInsideWhosePowerNobodyMetersNothingIsJudged() {
        var hour = hour(0, Map.of(FACILITY_INPUT, whole(200), FUEL, whole(2_500), IT, whole(820)));
        var inside = new Effectiveness(HourSums.of(List.of(hour)), 1, Boundary.INSIDE);

        assertThat(inside.balance()).isEmpty();
        assertThat(inside.pue()).contains(new BigDecimal("3.292683"));
        assertThat(inside.flags(true)).isEmpty();
    }

    @Test
    void indicatorsOfABalanceThatFailsAreHeldWithTheReason() {
        var day = new Effectiveness(List.of(hour(0, roles(100, 60, 46))), 1);
        var sound = new Effectiveness(List.of(hour(0, roles(100, 60, 40))), 1);

        assertThat(day.pue()).isEmpty();
        assertThat(day.ere()).isEmpty();
        assertThat(day.erf()).isEmpty();
        assertThat(day.itKwh()).contains(BigDecimal.valueOf(60));
        assertThat(day.flags(true)).containsExactly(IndicatorFlag.HELD_BALANCE);
        assertThat(sound.pue()).isPresent();
        assertThat(sound.flags(true)).isEmpty();
    }
}
