package org.netzero.datacenter.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.datacenter.metering.HourlyAmounts.HOUR_NANOS;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HourlyAmountsTest {

    private static final int DAY = 24 * 20_000;
    private static final Meter COUNTER = counter(OptionalDouble.empty(), OptionalDouble.empty());
    private static final Meter POWER =
            new Meter(Meter.Kind.GAUGE, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    @Test
    void theBoundaryOfAnHourIsInterpolatedBetweenItsNeighbours() {
        List<HourAmount> hours = hours(COUNTER, at(0.5, 100), at(1.5, 110));

        assertThat(hours).extracting(HourAmount::amount).containsExactly(5.0, 5.0);
        assertThat(hours).extracting(HourAmount::measuredShare).containsExactly(0.5, 0.5);
    }

    @Test
    void unitsBecomeKilowattHours() {
        Meter megawattHours =
                new Meter(
                        Meter.Kind.COUNTER,
                        1000,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false);

        assertThat(hours(megawattHours, at(0, 1), at(1, 3)).getFirst().amount()).isEqualTo(2000);
    }

    @Test
    void aGapIsExactInTotalAndSpreadByTimeAndFlagged() {
        List<HourAmount> hours = hours(COUNTER, at(0, 100), at(1, 110), at(4, 140));

        assertThat(hours).extracting(HourAmount::amount).startsWith(10.0, 10.0, 10.0, 10.0);
        assertThat(hours.get(0).flags()).isEmpty();
        assertThat(hours.get(2).flags()).containsExactly(HourFlag.ESTIMATED);
        assertThat(hours.get(2).measuredShare()).isZero();
        assertThat(hours.get(2).coveredShare()).isEqualTo(1);
    }

    @Test
    void aGapBeyondFortyDaysStaysOpen() {
        assertThat(hours(COUNTER, at(0, 100), at(24 * 41, 5_000)))
                .allSatisfy(hour -> assertThat(hour.coveredShare()).isZero());
    }

    @Test
    void aResetCountsTheNewValue() {
        List<HourAmount> hours =
                hours(COUNTER, at(0, 100), at(0.25, 110), at(0.5, 5), at(0.75, 15));

        assertThat(hours.getFirst().amount()).isEqualTo(10 + 5 + 10);
        assertThat(hours.getFirst().flags()).containsExactly(HourFlag.COUNTER_RESET);
    }

    @Test
    void aDropoutIsPassedOver() {
        List<HourAmount> hours = hours(COUNTER, at(0, 100), at(0.25, 0), at(0.5, 104));

        assertThat(hours.getFirst().amount()).isEqualTo(4);
        assertThat(hours.getFirst().flags()).containsExactly(HourFlag.DROPOUT);
    }

    @Test
    void aLastReadingThatFellWaitsForTheNext() {
        List<HourAmount> hours = hours(COUNTER, at(0, 100), at(0.25, 110), at(0.5, 0));

        assertThat(hours.getFirst().amount()).isEqualTo(10);
        assertThat(hours.getFirst().flags()).containsExactly(HourFlag.HELD);
    }

    @Test
    void aFallToNowhereNearZeroIsNoEnergy() {
        List<HourAmount> hours = hours(COUNTER, at(0, 1000), at(0.25, 900), at(0.5, 910));

        assertThat(hours.getFirst().amount()).isEqualTo(10);
        assertThat(hours.getFirst().flags()).containsExactly(HourFlag.COUNTER_FELL);
    }

    @Test
    void aRolloverGoesOnBehindTheMaximum() {
        Meter meter = counter(OptionalDouble.of(1000), OptionalDouble.empty());

        List<HourAmount> hours = hours(meter, at(0, 990), at(0.5, 10), at(0.75, 20));

        assertThat(hours.getFirst().amount()).isEqualTo(30);
        assertThat(hours.getFirst().flags()).containsExactly(HourFlag.ROLLOVER);
    }

    @Test
    void aStepAboveWhatIsPossibleIsLeftOut() {
        Meter meter = counter(OptionalDouble.empty(), OptionalDouble.of(10));

        List<HourAmount> hours = hours(meter, at(0, 0), at(1, 12), at(2, 25));

        assertThat(hours.get(0).amount()).isEqualTo(12);
        assertThat(hours.get(1).coveredShare()).isZero();
        assertThat(hours.get(1).flags()).containsExactly(HourFlag.QUARANTINED);
    }

    @Test
    void aBidirectionalCounterMayFall() {
        Meter meter =
                new Meter(
                        Meter.Kind.COUNTER,
                        1,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        true);

        assertThat(hours(meter, at(0, 100), at(1, 90)).getFirst().amount()).isEqualTo(-10);
    }

    @Test
    void aPowerIsIntegratedByTrapezoids() {
        List<HourAmount> hours = hours(POWER, at(0.5, 100), at(1.5, 200));

        assertThat(hours).extracting(HourAmount::amount).containsExactly(62.5, 87.5);
    }

    @Test
    void aPowerIsNotGuessedOverALongGap() {
        assertThat(hours(POWER, at(0, 100), at(7, 100)))
                .allSatisfy(hour -> assertThat(hour.coveredShare()).isZero());
    }

    @Test
    void aNegativePowerIsLeftOut() {
        assertThat(hours(POWER, at(0, 100), at(1, -5)).getFirst().flags())
                .containsExactlyInAnyOrder(HourFlag.QUARANTINED, HourFlag.WRONG_SIGN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theHoursOfACounterSumUpToLastMinusFirst(long seed) {
        var random = new Random(seed);
        int count = 2 + random.nextInt(500);
        var times = new long[count];
        var values = new double[count];
        times[0] = DAY * HOUR_NANOS + random.nextLong(HOUR_NANOS);
        values[0] = random.nextInt(100_000);
        for (int i = 1; i < count; i++) {
            times[i] = times[i - 1] + 1 + random.nextLong(5 * HOUR_NANOS);
            values[i] = values[i - 1] + random.nextInt(1000) / 1000.0;
        }

        double total =
                hours(COUNTER, new Readings(times, values)).stream()
                        .mapToDouble(HourAmount::amount)
                        .sum();

        assertThat(total)
                .as("seed %d", seed)
                .isCloseTo(values[count - 1] - values[0], within(1e-6));
    }

    private static Meter counter(OptionalDouble maximum, OptionalDouble ratedPowerKw) {
        return new Meter(Meter.Kind.COUNTER, 1, maximum, ratedPowerKw, false);
    }

    private record At(long nano, double value) {}

    private static At at(double hour, double value) {
        return new At((long) ((DAY + hour) * HOUR_NANOS), value);
    }

    private static List<HourAmount> hours(Meter meter, At... readings) {
        var times = new long[readings.length];
        var values = new double[readings.length];
        for (int i = 0; i < readings.length; i++) {
            times[i] = readings[i].nano();
            values[i] = readings[i].value();
        }
        return hours(meter, new Readings(times, values));
    }

    private static List<HourAmount> hours(Meter meter, Readings readings) {
        long[] times = readings.epochNanos();
        return HourlyAmounts.of(
                meter,
                readings,
                HourlyAmounts.hourOf(times[0]),
                HourlyAmounts.hourOf(times[times.length - 1] - 1));
    }
}
