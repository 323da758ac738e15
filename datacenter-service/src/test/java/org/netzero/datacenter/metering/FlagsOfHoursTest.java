package org.netzero.datacenter.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.metering.HourlyAmounts.HOUR_NANOS;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What hours show that findings are made of.
class FlagsOfHoursTest {

    private static final int DAY = 24 * 20_000;
    private static final Meter COUNTER =
            new Meter(Meter.Kind.COUNTER, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);
    private static final Meter POWER =
            new Meter(Meter.Kind.GAUGE, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    /// The hours of values that are read once an hour.
    private static List<HourAmount> hourly(Meter meter, double... values) {
        var times = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            times[i] = (DAY + i) * HOUR_NANOS;
        }
        return HourlyAmounts.of(meter, new Readings(times, values), DAY, DAY + values.length - 2);
    }

    private static List<Set<HourFlag>> flags(List<HourAmount> hours) {
        return hours.stream().map(HourAmount::flags).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 10, 1e3, 1e6})
    void aCounterThatGoesOnInAnotherUnitIsSeenAndTheStepLeftOut(double factor) {
        List<HourAmount> hours =
                hourly(COUNTER, 500_000, 500_100, 500_200 * factor, 500_300 * factor);

        assertThat(flags(hours).get(1))
                .containsExactlyInAnyOrder(HourFlag.UNIT_JUMP, HourFlag.QUARANTINED);
        assertThat(hours.get(1).amount()).isZero();
        assertThat(hours.get(1).coveredShare()).isZero();
        assertThat(flags(hours).get(0)).isEmpty();
        assertThat(flags(hours).get(2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e3, 1e6})
    void aPowerThatGoesOnInAnotherUnitIsSeenAndTheStepLeftOut(double factor) {
        List<HourAmount> hours = hourly(POWER, 150, 160, 140 * factor, 155 * factor);

        assertThat(flags(hours).get(1))
                .containsExactlyInAnyOrder(HourFlag.UNIT_JUMP, HourFlag.QUARANTINED);
        assertThat(hours.get(1).amount()).isZero();
    }

    @Test
    void aLoadThatGrowsManyfoldIsNoUnit() {
        assertThat(flags(hourly(POWER, 150, 150, 700, 710, 705)))
                .allSatisfy(flags -> assertThat(flags).doesNotContain(HourFlag.UNIT_JUMP));
        assertThat(flags(hourly(POWER, 1, 12, 100, 1_100, 9_000)))
                .allSatisfy(flags -> assertThat(flags).doesNotContain(HourFlag.UNIT_JUMP));
    }

    @Test
    void aCounterThatStartsAnewIsNoUnit() {
        List<HourAmount> hours = hourly(COUNTER, 500_000, 500_100, 40, 150);

        assertThat(flags(hours).get(1)).containsExactly(HourFlag.COUNTER_RESET);
    }

    @Test
    void aValueThatJumpsOnceAndReturnsIsNoUnit() {
        assertThat(flags(hourly(POWER, 150, 150, 150_000, 150, 150)))
                .allSatisfy(flags -> assertThat(flags).doesNotContain(HourFlag.UNIT_JUMP));
    }

    @Test
    void hoursWithoutAChangeSaySo() {
        assertThat(flags(hourly(COUNTER, 100, 100, 100, 110)))
                .containsExactly(Set.of(HourFlag.UNCHANGED), Set.of(HourFlag.UNCHANGED), Set.of());
        assertThat(flags(hourly(POWER, 5, 5, 6)))
                .containsExactly(Set.of(HourFlag.UNCHANGED), Set.of());
    }

    @Test
    void anHourThatIsNotMeasuredToItsEndIsNotCalledUnchanged() {
        var readings =
                new Readings(
                        new long[] {DAY * HOUR_NANOS, DAY * HOUR_NANOS + HOUR_NANOS / 2},
                        new double[] {100, 100});

        assertThat(HourlyAmounts.of(COUNTER, readings, DAY, DAY).getFirst().flags()).isEmpty();
    }

    @Test
    void aGapThatIsNotBridgedIsSaidSoInEachOfItsHours() {
        var readings =
                new Readings(
                        new long[] {DAY * HOUR_NANOS, (DAY + 8) * HOUR_NANOS},
                        new double[] {100, 100});

        assertThat(HourlyAmounts.of(POWER, readings, DAY, DAY + 7))
                .hasSize(8)
                .allSatisfy(hour -> assertThat(hour.flags()).containsExactly(HourFlag.GAP))
                .allSatisfy(hour -> assertThat(hour.coveredShare()).isZero());
    }
}
