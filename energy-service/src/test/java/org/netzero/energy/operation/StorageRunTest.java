package org.netzero.energy.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StorageRunTest {

    private static final long KWH = 3_600_000;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static BigDecimal kwh(String text) {
        return new BigDecimal(text);
    }

    @Test
    void theStateOfChargeIsWhatCanStillBeGivenBack() {
        var run =
                new StorageRun(
                        kwh("10"),
                        kwh("0.8"),
                        new long[] {50 * KWH, 0, 0},
                        new long[] {0, 30 * KWH, 20 * KWH});
        assertThat(List.of(run.stateKwh(1), run.stateKwh(2), run.stateKwh(3)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(kwh("50"), kwh("20"), kwh("0"));
        assertThat(run.excessKwh(kwh("10"))).isNegative();
    }

    @Test
    void moreThanWasEverPutInIsEnergyOutOfNothing() {
        var run =
                new StorageRun(
                        kwh("10"),
                        BigDecimal.ONE,
                        new long[] {0, 5 * KWH, 90 * KWH},
                        new long[] {10 * KWH, 7 * KWH, 0});
        assertThat(run.excessKwh(kwh("10"))).isEqualByComparingTo("2");
    }

    @Test
    void theRoundTripCountsWhatTheStorageHoldsMoreAtTheEnd() {
        assertThat(
                        RoundTrip.of(kwh("100"), kwh("60"), Optional.of(kwh("30")), kwh("50"))
                                .flatMap(RoundTrip::measured))
                .hasValueSatisfying(told -> assertThat(told).isEqualByComparingTo("0.9"));
        var unknown =
                RoundTrip.of(kwh("100"), kwh("60"), Optional.empty(), kwh("50")).orElseThrow();
        assertThat(unknown.measured()).isEmpty();
        assertThat(unknown.unchanged()).isEqualByComparingTo("0.6");
        assertThat(unknown.lowest().orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(unknown.highest().orElseThrow()).isEqualByComparingTo("1");
        assertThat(RoundTrip.of(kwh("0"), kwh("0"), Optional.empty(), kwh("50"))).isEmpty();
    }

    @Test
    void whatCameFromBeforeIsNoEfficiencyAndBoundsAreThoseOfTheCapacity() {
        var large = RoundTrip.of(kwh("10"), kwh("50"), Optional.empty(), kwh("60")).orElseThrow();
        assertThat(large.measured()).isEmpty();
        assertThat(large.lowest().orElseThrow()).isEqualByComparingTo("0");
        assertThat(large.highest().orElseThrow()).isEqualByComparingTo("1");
        // more than it could hold came out
        var small = RoundTrip.of(kwh("10"), kwh("50"), Optional.empty(), kwh("20")).orElseThrow();
        assertThat(small.measured()).isEmpty();
        assertThat(small.lowest()).isEmpty();
        assertThat(small.highest()).isEmpty();
    }

    @Test
    void whatIsLostIsOfTheHoursThatCount() {
        var run =
                new StorageRun(
                        BigDecimal.ZERO,
                        kwh("0.8"),
                        new long[] {50 * KWH, 20 * KWH, 10 * KWH},
                        new long[3]);
        var among = new BitSet();
        among.set(0);
        among.set(2);
        assertThat(run.lostKwh(among, 0, 3)).isEqualByComparingTo("12");
        assertThat(run.lostKwh(among, 1, 2)).isEqualByComparingTo("0");
    }

    @Test
    void negativeEnergyIsNoHour() {
        assertThatThrownBy(() ->
                        new StorageRun(
                                BigDecimal.ZERO, BigDecimal.ONE, new long[] {-1}, new long[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hour 0");
    }

    /// A storage that really exists: it takes in what fits, loses a part, and gives back what it
    /// holds.
    @ParameterizedTest
    @MethodSource("seeds")
    void chargingAndDischargingNeverCreateEnergy(int seed) {
        var random = new Random(seed);
        int hours = 1 + random.nextInt(300);
        int percent = 50 + random.nextInt(51);
        BigDecimal efficiency = BigDecimal.valueOf(percent, 2);
        long capacity = (1 + random.nextInt(1_000)) * 100L;
        long initial = random.nextLong(capacity + 1);
        var charged = new long[hours];
        var discharged = new long[hours];
        // in hundredths of a joule
        long held = initial * 100;
        for (int hour = 0; hour < hours; hour++) {
            if (random.nextBoolean()) {
                charged[hour] = random.nextLong((capacity * 100 - held) / percent + 1);
                held += charged[hour] * percent;
            } else {
                discharged[hour] = random.nextLong(held / 100 + 1);
                held -= discharged[hour] * 100;
            }
        }
        BigDecimal before = StorageRunTest.ofJoules(initial);
        var run = new StorageRun(before, efficiency, charged, discharged);
        BigDecimal end = run.stateKwh(hours);
        BigDecimal in = ofJoules(IntStream.range(0, hours).mapToLong(h -> charged[h]).sum());
        BigDecimal out = ofJoules(IntStream.range(0, hours).mapToLong(h -> discharged[h]).sum());
        assertThat(run.excessKwh(before))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(new BigDecimal("0.000000000002"));
        // to the 12th decimal, up to which states are rounded
        BigDecimal tiny = new BigDecimal("0.000000000002");
        assertThat(in.add(before).add(tiny))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(out.add(end));
        for (int hour = 0; hour <= hours; hour++) {
            assertThat(run.stateKwh(hour))
                    .as("seed %d", seed)
                    .isBetween(tiny.negate(), ofJoules(capacity).add(tiny));
        }
        RoundTrip.of(in, out, Optional.of(end.subtract(before)), ofJoules(capacity))
                .ifPresent(trip ->
                        assertThat(trip.measured().orElseThrow().subtract(efficiency).abs())
                                .as("seed %d", seed)
                                .isLessThanOrEqualTo(
                                        tiny.divide(in, 24, java.math.RoundingMode.UP).max(tiny)));
    }

    private static BigDecimal ofJoules(long joules) {
        return BigDecimal.valueOf(joules)
                .divide(BigDecimal.valueOf(KWH), 12, java.math.RoundingMode.HALF_EVEN);
    }
}
