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

class QuartersTest {

    private static final int DAY = 24 * 20_000;
    private static final Meter COUNTER =
            new Meter(Meter.Kind.COUNTER, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);
    private static final Meter POWER =
            new Meter(Meter.Kind.GAUGE, 1, OptionalDouble.empty(), OptionalDouble.empty(), false);

    @Test
    void aCountersStepIsSharedOutByTime() {
        HourAmount hour =
                hours(COUNTER, new double[] {0.125, 0.75}, new double[] {0, 50}).getFirst();

        assertThat(hour.quarters()).contains(new Quarters(10, 20, 20, 0));
    }

    @Test
    void aPowersStepIsSharedOutByTheAreaBelowIt() {
        HourAmount hour = hours(POWER, new double[] {0, 1}, new double[] {0, 32}).getFirst();

        Quarters quarters = hour.quarters().orElseThrow();
        assertThat(quarters.first()).isCloseTo(1, within(1e-12));
        assertThat(quarters.second()).isCloseTo(3, within(1e-12));
        assertThat(quarters.third()).isCloseTo(5, within(1e-12));
        assertThat(quarters.fourth()).isCloseTo(7, within(1e-12));
    }

    @Test
    void anUnpluggedQuarterHasNothing() {
        HourAmount hour =
                hours(COUNTER, new double[] {0, 0.25, 0.5}, new double[] {0, 4, 4}).getFirst();

        assertThat(hour.quarters()).contains(new Quarters(4, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void quartersSumUpToTheirHour(long seed) {
        var random = new Random(seed);
        var times = new double[400];
        var values = new double[400];
        double time = 0;
        for (int i = 0; i < times.length; i++) {
            time += 0.001 + random.nextDouble() * (random.nextInt(20) == 0 ? 5 : 0.4);
            times[i] = time;
            values[i] = 1_000 * random.nextDouble();
        }

        for (Meter meter : List.of(COUNTER, POWER)) {
            assertThat(hours(meter, times, values))
                    .allSatisfy(hour -> {
                        Quarters quarters = hour.quarters().orElseThrow();
                        assertThat(
                                        quarters.first()
                                                + quarters.second()
                                                + quarters.third()
                                                + quarters.fourth())
                                .isCloseTo(hour.amount(), within(1e-8));
                    });
        }
    }

    private static List<HourAmount> hours(Meter meter, double[] hours, double[] values) {
        var nanos = new long[hours.length];
        for (int i = 0; i < hours.length; i++) {
            nanos[i] = DAY * HOUR_NANOS + Math.round(hours[i] * HOUR_NANOS);
        }
        return HourlyAmounts.of(
                meter,
                new Readings(nanos, values),
                DAY,
                HourlyAmounts.hourOf(nanos[nanos.length - 1]));
    }
}
