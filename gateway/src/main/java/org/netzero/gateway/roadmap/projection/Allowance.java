package org.netzero.gateway.roadmap.projection;

import java.time.Duration;

/// What rounds may take of one processor: a quarter of it in the long run. What they left unused is
/// saved up to half a second, so that after a quiet time one follows the other at once, and only
/// news without end waits.
final class Allowance {

    private static final int ONE_PART_IN = 4;
    private static final long MOST_SAVED = Duration.ofMillis(500).toNanos();
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long MOST_OWED = LONGEST_PAUSE.toNanos() / ONE_PART_IN;

    private long leftNanos = MOST_SAVED;
    private long reckonedAtNanos;

    /// @param nowNanos as of [System#nanoTime()]
    Allowance(long nowNanos) {
        reckonedAtNanos = nowNanos;
    }

    /// How long to pause after a round; from 10 milliseconds, in which what came meanwhile gathers,
    /// to ten seconds.
    Duration pauseAfter(long startNanos, long endNanos) {
        long earned = (endNanos - reckonedAtNanos) / ONE_PART_IN;
        long left = Math.min(MOST_SAVED, leftNanos + earned) - (endNanos - startNanos);
        leftNanos = Math.max(-MOST_OWED, left);
        reckonedAtNanos = endNanos;
        Duration pause = Duration.ofNanos(Math.max(0, -leftNanos) * ONE_PART_IN);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }
}
