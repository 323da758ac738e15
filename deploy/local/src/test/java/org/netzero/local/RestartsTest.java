package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void waitsTwiceAsLongBeforeEachRestart() {
        assertThat(restarts.next(NOON)).contains(Duration.ofSeconds(1));
        assertThat(restarts.next(NOON.plusSeconds(2))).contains(Duration.ofSeconds(2));
        assertThat(restarts.next(NOON.plusSeconds(5))).contains(Duration.ofSeconds(4));
    }

    @Test
    void givesUpAtTheSixthEndWithinTenMinutes() {
        for (int end = 0; end < Restarts.LIMIT; end++) {
            assertThat(restarts.next(NOON.plusSeconds(end))).isPresent();
        }
        assertThat(restarts.next(NOON.plusSeconds(599))).isEmpty();
    }

    @Test
    void forgetsWhatIsLongerAgoThanTenMinutes() {
        for (int end = 0; end < Restarts.LIMIT; end++) {
            restarts.next(NOON);
        }
        assertThat(restarts.next(NOON.plusSeconds(601))).contains(Duration.ofSeconds(1));
    }

    @Test
    void aPartThatBecameHealthyStartsAnewHoweverOftenItIsKilled() {
        for (int end = 0; end < 3 * Restarts.LIMIT; end++) {
            assertThat(restarts.next(NOON.plusSeconds(end))).contains(Duration.ofSeconds(1));
            restarts.becameHealthy();
        }
    }
}
