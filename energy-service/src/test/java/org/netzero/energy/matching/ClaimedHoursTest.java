package org.netzero.energy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedHoursTest {

    private static long[] random(Random random, int hours, int most) {
        return random.ints(hours, 0, most).asLongStream().toArray();
    }

    @Test
    void aClaimIsTheSamePartOfEveryHour() {
        assertThat(ClaimedHours.spread(new long[] {100, 0, 300}, 200, 400))
                .containsExactly(50, 0, 150);
    }

    @Test
    void aClaimAboveTheGenerationIsNoMoreThanThat() {
        assertThat(ClaimedHours.spread(new long[] {100, 0, 300}, 900, 400))
                .containsExactly(100, 0, 300);
        assertThat(ClaimedHours.spread(new long[] {100, 0, 300}, -5, 400)).containsOnly(0);
        assertThat(ClaimedHours.spread(new long[] {0, 0}, 900, 0)).containsOnly(0);
    }

    @Test
    void claimsAboveTheLoadShareItInProportion() {
        List<long[]> met =
                ClaimedHours.meeting(
                        new long[] {30, 0}, List.of(new long[] {20, 5}, new long[] {40, 0}));
        assertThat(met.get(0)).containsExactly(10, 0);
        assertThat(met.get(1)).containsExactly(20, 0);
    }

    @Test
    void theHoursOfSeveralPlantsAddUpToTheClaim() {
        long[] one = ClaimedHours.spread(new long[] {1, 1}, 0, 2, 5);
        long[] other = ClaimedHours.spread(new long[] {1, 2}, 2, 2, 5);
        assertThat(Arrays.stream(one).sum() + Arrays.stream(other).sum()).isEqualTo(2);
    }

    @Test
    void onlyHoursThatAreClaimedAboveTheirGenerationAreShared() {
        List<long[]> shared =
                ClaimedHours.sharing(
                        new long[] {100, 100}, List.of(new long[] {80, 50}, new long[] {120, 8}));
        assertThat(shared.get(0)).containsExactly(40, 50);
        assertThat(shared.get(1)).containsExactly(60, 8);
    }

    @Test
    void aJouleOfRoundingIsNoExcess() {
        long[] generation = {1, 1, 1};
        long[] half = ClaimedHours.spread(generation, 1, 3);
        List<long[]> shared = ClaimedHours.sharing(generation, List.of(half, half));
        assertThat(shared.get(0)).containsExactly(half);
        assertThat(shared.get(1)).containsExactly(half);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noHourIsClaimedAboveItsGenerationAndNothingGetsLost(long seed) {
        var random = new Random(seed);
        long[] generation = random(random, 500, 1_000_000);
        long all = Arrays.stream(generation).sum();
        long claimed = random.nextLong(2 * all);
        long[] hours = ClaimedHours.spread(generation, claimed, all);
        assertThat(Arrays.stream(hours).sum())
                .as("seed %d", seed)
                .isEqualTo(Math.min(claimed, all));
        for (int hour = 0; hour < hours.length; hour++) {
            // rounded down in running sums, an hour is at most one joule off its part
            assertThat(hours[hour]).as("seed %d", seed).isBetween(0L, generation[hour] + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingIsMetThatIsNotClaimedOrNotUsed(long seed) {
        var random = new Random(seed);
        long[] load = random(random, 200, 1_000);
        var claims = new ArrayList<long[]>();
        for (int i = 0; i < 4; i++) {
            claims.add(random(random, 200, 600));
        }
        List<long[]> met = ClaimedHours.meeting(load, claims);
        for (int hour = 0; hour < load.length; hour++) {
            int at = hour;
            long all = claims.stream().mapToLong(claim -> claim[at]).sum();
            assertThat(met.stream().mapToLong(one -> one[at]).sum())
                    .as("seed %d", seed)
                    .isEqualTo(Math.min(load[hour], all));
            for (int i = 0; i < claims.size(); i++) {
                assertThat(met.get(i)[hour])
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(claims.get(i)[hour] + 1);
            }
        }
    }
}
