package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Allowance allowance = new Allowance(0);
    private long now;

    /// A round of so many milliseconds right after the last pause.
    private Duration pauseAfter(long millis) {
        long start = now;
        now += Duration.ofMillis(millis).toNanos();
        Duration pause = allowance.pauseAfter(start, now);
        now += pause.toNanos();
        return pause;
    }

    private void beQuiet(Duration silence) {
        now += silence.toNanos();
    }

    @Test
    void afterAQuietTimeRoundsFollowEachOtherAtOnce() {
        for (int time = 0; time < 3; time++) {
            for (int round = 0; round < 8; round++) {
                assertThat(pauseAfter(60)).isEqualTo(SHORTEST);
            }
            beQuiet(Duration.ofSeconds(3));
        }
    }

    @Test
    void newsWithoutEndTakesAQuarterOfAProcessor() {
        pauseAfter(500);
        long start = now;
        long busy = 0;
        for (int round = 0; round < 1_000; round++) {
            long millis = 20L + round % 7 * 15L;
            pauseAfter(millis);
            busy += Duration.ofMillis(millis).toNanos();
        }
        assertThat((double) busy / (now - start)).isBetween(0.2, 0.2525);
    }

    @Test
    void aLongRoundIsNotOwedForEver() {
        assertThat(pauseAfter(600_000)).isEqualTo(LONGEST);
        assertThat(pauseAfter(1)).isLessThan(SHORTEST.multipliedBy(2));
    }

    @Test
    void anHourWithoutNewsSavesNoMoreThanHalfASecond() {
        beQuiet(Duration.ofHours(1));
        assertThat(pauseAfter(400)).isEqualTo(SHORTEST);
        assertThat(pauseAfter(400)).isGreaterThan(Duration.ofMillis(700));
    }
}
