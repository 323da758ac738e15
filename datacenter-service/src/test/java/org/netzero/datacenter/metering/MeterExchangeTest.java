package org.netzero.datacenter.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Numbers worked out by hand: a counter of kWh read at full hours, unless said otherwise.
class MeterExchangeTest {

    private static final long MINUTE_NANOS = HourlyAmounts.HOUR_NANOS / 60;

    private static Meter.Exchange exchange(int minute, double last, double first) {
        return new Meter.Exchange(minute * MINUTE_NANOS, last, first, OptionalDouble.empty());
    }

    private static List<HourAmount> hours(
            OptionalDouble maximum, List<Meter.Exchange> exchanges, double[]... minutesAndValues) {
        var meter =
                new Meter(
                        Meter.Kind.COUNTER,
                        1,
                        maximum,
                        OptionalDouble.empty(),
                        false,
                        RevisionPolicy.FIRST_KEPT,
                        exchanges);
        var readings =
                new Readings(
                        Arrays.stream(minutesAndValues)
                                .flatMapToLong(r -> LongStream.of(((long) r[0]) * MINUTE_NANOS))
                                .toArray(),
                        Arrays.stream(minutesAndValues).mapToDouble(r -> r[1]).toArray());
        return HourlyAmounts.of(meter, readings, 0, 2);
    }

    private static double[] at(double minute, double value) {
        return new double[] {minute, value};
    }

    private static List<Double> amounts(List<HourAmount> hours) {
        return hours.stream().map(HourAmount::amount).toList();
    }

    /// Hour 1: (1,015 − 1,010) + (7 − 2) = 10, of which nothing is estimated.
    @Test
    void theCounterGoesOnOverAnExchangeExactly() {
        List<HourAmount> hours =
                hours(
                        OptionalDouble.empty(),
                        List.of(exchange(90, 1015, 2)),
                        at(0, 1000),
                        at(60, 1010),
                        at(120, 7),
                        at(180, 17));

        assertThat(amounts(hours)).containsExactly(10.0, 10.0, 10.0);
        assertThat(hours).allSatisfy(hour -> assertThat(hour.flags()).isEmpty());
        assertThat(hours).allSatisfy(hour -> assertThat(hour.measuredShare()).isEqualTo(1));
    }

    /// Without it the fall is a reset: 7 − 0.
    @Test
    void withoutTheExchangeTheFallIsAReset() {
        List<HourAmount> hours =
                hours(
                        OptionalDouble.empty(),
                        List.of(),
                        at(0, 1000),
                        at(60, 1010),
                        at(120, 7),
                        at(180, 17));

        assertThat(amounts(hours)).containsExactly(10.0, 7.0, 10.0);
        assertThat(hours.get(1).flags()).containsExactly(HourFlag.COUNTER_RESET);
    }

    /// A new counter that begins higher would give 4,000 − 1,010 = 2,990 kWh without the exchange.
    @Test
    void aCounterThatBeginsHigherMakesNoSpike() {
        assertThat(
                        amounts(
                                hours(
                                        OptionalDouble.empty(),
                                        List.of(exchange(75, 1012, 3994)),
                                        at(0, 1000),
                                        at(60, 1010),
                                        at(120, 4000),
                                        at(180, 4010))))
                .containsExactly(10.0, 8.0, 10.0);
    }

    /// Hour 1: (1,013 − 1,010) + (4 − 0) + (53 − 50).
    @Test
    void twoExchangesBetweenTwoReadingsAddUp() {
        assertThat(
                        amounts(
                                hours(
                                        OptionalDouble.empty(),
                                        List.of(exchange(80, 1013, 0), exchange(100, 4, 50)),
                                        at(0, 1000),
                                        at(60, 1010),
                                        at(120, 53),
                                        at(180, 60))))
                .containsExactly(10.0, 10.0, 7.0);
    }

    /// A reading of the moment of the exchange is what either counter showed.
    @Test
    void aReadingOfTheVeryMomentCountsForNeitherCounter() {
        assertThat(
                        amounts(
                                hours(
                                        OptionalDouble.empty(),
                                        List.of(exchange(60, 1010, 2)),
                                        at(0, 1000),
                                        at(60, 1010),
                                        at(120, 12),
                                        at(180, 22))))
                .containsExactly(10.0, 10.0, 10.0);
    }

    /// What lies behind the last reading is not known yet: 10 kWh of hour 0, nothing of hour 1.
    @Test
    void anExchangeBeyondTheReadingsChangesNothingYet() {
        List<HourAmount> hours =
                hours(
                        OptionalDouble.empty(),
                        List.of(exchange(-30, 5, 6), exchange(90, 1015, 2)),
                        at(0, 1000),
                        at(60, 1010));

        assertThat(amounts(hours)).containsExactly(10.0, 0.0, 0.0);
        assertThat(hours.get(1).coveredShare()).isZero();
    }

    /// The new counter goes to 100: 100 − 98 + 4 = 6 from hour 1 to 2; the old one went to 10,000.
    @Test
    void theNewCounterRollsOverAtItsOwnMaximum() {
        List<HourAmount> hours =
                hours(
                        OptionalDouble.of(10_000),
                        List.of(
                                new Meter.Exchange(
                                        30 * MINUTE_NANOS, 1005, 90, OptionalDouble.of(100))),
                        at(0, 1000),
                        at(60, 98),
                        at(120, 4),
                        at(180, 10));

        assertThat(amounts(hours)).containsExactly(13.0, 6.0, 6.0);
        assertThat(hours.get(1).flags()).containsExactly(HourFlag.ROLLOVER);
    }

    /// From 2,000 the old counter cannot come to the stated 1,013: that step is left out and
    /// flagged, and the new counter's 5 − 0 counts.
    @Test
    void aStepBackToTheStatedLastReadingIsLeftOutAndFlagged() {
        List<HourAmount> hours =
                hours(
                        OptionalDouble.empty(),
                        List.of(exchange(90, 1013, 0)),
                        at(0, 1990),
                        at(60, 2000),
                        at(120, 5),
                        at(180, 10));

        assertThat(amounts(hours)).containsExactly(10.0, 5.0, 5.0);
        assertThat(hours.get(1).flags()).containsExactly(HourFlag.COUNTER_FELL);
        assertThat(hours.get(1).coveredShare()).isEqualTo(0.5);
    }

    @Test
    void exchangesOutOfOrderAreRefused() {
        assertThatThrownBy(() ->
                        hours(
                                OptionalDouble.empty(),
                                List.of(exchange(90, 1, 0), exchange(90, 2, 0)),
                                at(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Times of exchanges rise");
    }
}
