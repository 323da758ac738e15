package org.netzero.energy.instrument;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Sites that failed, and when each is tried again: ten seconds after the first time, and twice as
/// long after each other, up to an hour.
final class Failures {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// As often as the wait can double before it is the longest.
    private static final int MOST_DOUBLINGS = 9;

    private final InstantSource clock;
    private final Map<String, Failure> bySite = new ConcurrentHashMap<>();

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    /// @param times in a row
    record Failure(int times, Instant nextFrom) {}

    boolean isDue(String siteId) {
        Failure last = bySite.get(siteId);
        return last == null || !clock.instant().isBefore(last.nextFrom());
    }

    Failure add(String siteId) {
        Failure last = bySite.get(siteId);
        int times = last == null ? 1 : last.times() + 1;
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        var failure = new Failure(times, clock.instant().plus(wait));
        bySite.put(siteId, failure);
        return failure;
    }

    void forget(String siteId) {
        bySite.remove(siteId);
    }
}
