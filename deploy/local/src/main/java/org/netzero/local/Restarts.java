package org.netzero.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How often one part may end without having become healthy before the stack gives up: five times
/// within ten minutes, each restart waiting twice as long as the one before.
///
/// A process that was killed comes back within a second, however often that happens. One that
/// cannot live (a broken build, a full disk) is not started over and over behind the user's back:
/// after half a minute of trying, the stack stops and says so.
final class Restarts {

    static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final Deque<Instant> recent = new ArrayDeque<>();

    /// How long to wait before the next start, or empty when there were too many.
    Optional<Duration> next(Instant endedAt) {
        while (!recent.isEmpty() && recent.peekFirst().isBefore(endedAt.minus(WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() == LIMIT) {
            return Optional.empty();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << recent.size());
        recent.addLast(endedAt);
        return Optional.of(wait);
    }

    /// The part does its work: its next end is the first one again.
    void becameHealthy() {
        recent.clear();
    }

    int count() {
        return recent.size();
    }
}
