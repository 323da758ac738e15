package org.netzero.gateway.roadmap.projection;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes a round, on a thread of its own, for everything that came since the last one began:
/// however much comes while one runs, it is one round afterwards.
final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Runnable round;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean due = new AtomicBoolean();
    private final Allowance allowance = new Allowance(System.nanoTime());
    private @Nullable Thread worker;
    private boolean ended;

    Rounds(Runnable round) {
        this.round = round;
    }

    /// Begins, or begins again where an error ended the thread; otherwise nothing.
    synchronized void begin() {
        if (ended || (worker != null && worker.isAlive())) {
            return;
        }
        if (worker != null) {
            LOG.error("The rounds were ended by an error and begin again");
        }
        worker = Thread.ofVirtual().name("live-projections").start(this::work);
        wake();
    }

    synchronized void end() {
        ended = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /// There is something to make a round for.
    void wake() {
        if (due.compareAndSet(false, true)) {
            work.release();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.acquire();
                due.set(false);
                long start = System.nanoTime();
                attempt();
                Thread.sleep(allowance.pauseAfter(start, System.nanoTime()));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// What failed is tried again by the next round.
    private void attempt() {
        try {
            round.run();
        } catch (RuntimeException failed) {
            LOG.warn("Projections were not made again", failed);
        }
    }
}
