package org.netzero.energy.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Failures failures = new Failures(now::get);

    @Test
    void aSiteThatFailsWaitsTwiceAsLongEachTimeAndAnHourAtMost() {
        assertThat(failures.isDue("site")).isTrue();
        assertThat(failures.add("site").nextFrom()).isEqualTo(START.plusSeconds(10));
        assertThat(failures.isDue("site")).isFalse();
        assertThat(failures.isDue("other")).isTrue();
        now.set(START.plusSeconds(10));
        assertThat(failures.isDue("site")).isTrue();
        assertThat(failures.add("site").nextFrom()).isEqualTo(START.plusSeconds(30));
        for (int time = 3; time < 100; time++) {
            failures.add("site");
        }
        assertThat(failures.add("site"))
                .isEqualTo(new Failures.Failure(100, now.get().plus(Duration.ofHours(1))));
    }

    @Test
    void whatSucceededIsTriedAtOnceAgain() {
        failures.add("site");
        failures.forget("site");
        assertThat(failures.isDue("site")).isTrue();
        assertThat(failures.add("site").times()).isEqualTo(1);
    }
}
