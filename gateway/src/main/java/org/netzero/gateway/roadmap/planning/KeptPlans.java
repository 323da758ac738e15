package org.netzero.gateway.roadmap.planning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The latest plans by what they are of. What is kept is answered at once; the others are made one
/// at a time, and who waits too long for a turn is refused.
///
/// @param <Q> what a plan is of
/// @param <P> the plan
final class KeptPlans<Q, P> {

    private final Semaphore planner = new Semaphore(1, true);
    private final Duration longestWait;
    private final Map<Q, P> latest;

    /// @param most plans that are kept
    /// @param longestWait for a turn
    KeptPlans(int most, Duration longestWait) {
        this.longestWait = longestWait;
        latest =
                new LinkedHashMap<>(most, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Q, P> eldest) {
                        return size() > most;
                    }
                };
    }

    /// @throws PlannerBusy where other plans took longer than one waits for them
    P of(Q question, Supplier<P> planning) {
        return kept(question).orElseGet(() -> made(question, planning));
    }

    private P made(Q question, Supplier<P> planning) {
        await();
        try {
            return kept(question).orElseGet(() -> keep(question, planning.get()));
        } finally {
            planner.release();
        }
    }

    private void await() {
        try {
            if (planner.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new PlannerBusy(longestWait);
    }

    private Optional<P> kept(Q question) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(question));
        }
    }

    private P keep(Q question, P made) {
        synchronized (latest) {
            latest.put(question, made);
        }
        return made;
    }
}
