package org.netzero.datacenter.effectiveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

class EffectivenessTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void ratiosComeFromSummedEnergies() {
        var year =
                new Effectiveness(
                        List.of(
                                hour(
                                        0,
                                        Map.of(
                                                FACILITY_INPUT, whole("1000000"),
                                                IT, whole("620000"),
                                                HEAT_EXPORT, whole("200000"))),
                                hour(
                                        1,
                                        Map.of(
                                                FACILITY_INPUT, whole("250000"),
                                                IT, whole("200000"),
                                                HEAT_EXPORT, whole("10000"),
                                                WATER, whole("410000")))),
                        2);

        assertThat(year.pue()).contains(new BigDecimal("1.524390"));
        assertThat(year.erf()).contains(new BigDecimal("0.168000"));
        assertThat(year.ere()).contains(new BigDecimal("1.268293"));
        assertThat(year.wue()).contains(new BigDecimal("2.050000"));
        assertThat(year.load(Optional.of(new BigDecimal("820000"))))
                .contains(new BigDecimal("0.500000"));
        assertThat(year.completeness()).contains(new BigDecimal("1.000000"));
        assertThat(year.flags(true)).isEmpty();
    }

    @Test
    void anHourThatIsNotWholeInBothSeriesDoesNotCount() {
        var day =
                new Effectiveness(
                        List.of(
                                hour(0, Map.of(FACILITY_INPUT, whole("15"), IT, whole("10"))),
                                hour(1, Map.of(FACILITY_INPUT, whole("15"), IT, share("5", "0.5"))),
                                hour(2, Map.of(FACILITY_INPUT, whole("15")))),
                        3);

        assertThat(day.pue()).contains(new BigDecimal("1.500000"));
        assertThat(day.completeness()).contains(new BigDecimal("0.333333"));
        assertThat(day.flags(false))
                .containsExactlyInAnyOrder(IndicatorFlag.INTERIM, IndicatorFlag.INDICATIVE);
    }

    @Test
    void whatEnteredIsKnownWithoutItAndInPartOfTheLastHour() {
        var day =
                new Effectiveness(
                        List.of(
                                hour(0, Map.of(FACILITY_INPUT, share("7", "0.5"))),
                                hour(1, Map.of(FACILITY_INPUT, whole("15"))),
                                hour(2, Map.of(FACILITY_INPUT, share("5", "0.25"))),
                                hour(3, Map.of(IT, whole("10")))),
                        4);

        assertThat(day.input())
                .contains(new Effectiveness.Input(new BigDecimal("20"), new BigDecimal("1.25")));
        assertThat(day.pairedHours()).isZero();
    }

    @Test
    void nothingEnteredIsNotKnown() {
        assertThat(new Effectiveness(List.of(hour(0, Map.of(IT, whole("10")))), 1).input())
                .isEmpty();
    }

    @Test
    void aBridgedHourCountsButIsNotMeasured() {
        var day =
                new Effectiveness(
                        List.of(
                                hour(
                                        0,
                                        Map.of(
                                                FACILITY_INPUT,
                                                whole("15"),
                                                IT,
                                                new RoleAmount(
                                                        BigDecimal.TEN,
                                                        BigDecimal.ZERO,
                                                        BigDecimal.ONE)))),
                        1);

        assertThat(day.pue()).contains(new BigDecimal("1.500000"));
        assertThat(day.measuredHours()).isZero();
        assertThat(day.flags(true)).contains(IndicatorFlag.ESTIMATED, IndicatorFlag.INDICATIVE);
    }

    @Test
    void aPueBelowOneIsHeld() {
        var day =
                new Effectiveness(
                        List.of(hour(0, Map.of(FACILITY_INPUT, whole("9"), IT, whole("10")))), 1);

        assertThat(day.pue()).isEmpty();
        assertThat(day.facilityKwh()).contains(new BigDecimal("9"));
        assertThat(day.flags(true)).containsExactly(IndicatorFlag.PUE_BELOW_ONE);
    }

    @Test
    void aDayOfAYearThatIsOverIsInterim() {
        Map<MeasuringRole, RoleAmount> amounts =
                Map.of(FACILITY_INPUT, whole("15"), IT, whole("10"));

        assertThat(new Effectiveness(List.of(hour(0, amounts)), 8760).flags(true))
                .containsExactlyInAnyOrder(IndicatorFlag.INTERIM, IndicatorFlag.INDICATIVE);
        assertThat(new Effectiveness(List.of(hour(0, amounts)), 1).flags(true)).isEmpty();
    }

    @Test
    void whatHappenedInAnHourIsSaidOfThePeriod() {
        var hour =
                new FacilityHour(
                        START,
                        Map.of(FACILITY_INPUT, whole("15"), IT, whole("10")),
                        Set.of(HourFlag.ROLLOVER, HourFlag.REVISED));

        assertThat(new Effectiveness(List.of(hour), 1).flags(true))
                .containsExactlyInAnyOrder(IndicatorFlag.ROLLOVER, IndicatorFlag.REVISED);
    }

    @Test
    void noItEnergyMeansNoPue() {
        var day =
                new Effectiveness(
                        List.of(hour(0, Map.of(FACILITY_INPUT, whole("9"), IT, whole("0")))), 1);

        assertThat(day.pue()).isEmpty();
        assertThat(day.isHeld()).isFalse();
    }

    @Test
    void moreMeasuredThanCoveredIsRefused() {
        assertThatThrownBy(
                        () -> new RoleAmount(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal("0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.5");
    }

    @Test
    void theFleetIsAveragedInTwoWaysAndSaysWhatItLeavesOut() {
        var fleet =
                new Fleet(
                        List.of(
                                member("a", true, "1.2", "0.6", "1200", "1000"),
                                member("b", true, "1.6", "0.3", "160", "100"),
                                member("c", true, "2.5", "0.29", "250", "100"),
                                member("d", false, "1.5", "0.9", "150", "100")));

        assertThat(fleet.meanPue()).contains(new BigDecimal("1.400000"));
        assertThat(fleet.energyWeightedPue()).contains(new BigDecimal("1.236364"));
        assertThat(fleet.leftOut())
                .containsExactly(
                        new Fleet.LeftOut("c", Fleet.Reason.LOAD_BELOW_30_PERCENT),
                        new Fleet.LeftOut("d", Fleet.Reason.NOT_IN_OPERATION_OVER_12_MONTHS));
    }

    private static Fleet.Member member(
            String id, boolean old, String pue, String load, String facilityKwh, String itKwh) {
        return new Fleet.Member(
                id,
                old,
                Optional.of(new BigDecimal(pue)),
                Optional.of(new BigDecimal(load)),
                Optional.of(new BigDecimal(facilityKwh)),
                Optional.of(new BigDecimal(itKwh)),
                false,
                Optional.empty(),
                Map.of());
    }

    private static FacilityHour hour(int i, Map<MeasuringRole, RoleAmount> byRole) {
        return new FacilityHour(START.plusSeconds(3600L * i), byRole, Set.of());
    }

    private static RoleAmount whole(String kwh) {
        return share(kwh, "1");
    }

    private static RoleAmount share(String kwh, String share) {
        return new RoleAmount(new BigDecimal(kwh), new BigDecimal(share), new BigDecimal(share));
    }
}
