package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> by = new AtomicReference<>();
    private volatile @Nullable Error error;
    private volatile @Nullable RuntimeException failure;
    private final Rounds rounds = new Rounds(this::round);

    private void round() {
        by.set(Thread.currentThread());
        begun.release();
        go.acquireUninterruptibly();
        @Nullable Error ending = error;
        if (ending != null) {
            throw ending;
        }
        @Nullable RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        done.incrementAndGet();
    }

    /// @return the thread that began it
    private Thread awaitBegun() throws InterruptedException {
        assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        return Objects.requireNonNull(by.get());
    }

    @AfterEach
    void end() {
        rounds.end();
        go.release(100);
    }

    @Test
    void whatComesWhileOneRunsIsOneRoundAfterwards() throws InterruptedException {
        rounds.begin();
        awaitBegun();
        for (int event = 0; event < 50; event++) {
            rounds.wake();
        }
        go.release();
        awaitBegun();
        go.release();
        rounds.wake();
        awaitBegun();
        assertThat(done).hasValue(2);
        assertThat(begun.availablePermits()).isZero();
    }

    @Test
    void aRoundThatFailedDoesNotKeepFromTheNext() throws InterruptedException {
        failure = new IllegalStateException("on purpose");
        rounds.begin();
        awaitBegun();
        go.release();
        rounds.wake();
        awaitBegun();
        failure = null;
        go.release();
        rounds.wake();
        awaitBegun();
        assertThat(done).hasValue(1);
    }

    @Test
    void anErrorEndsTheThreadAndAnotherBegins() throws InterruptedException {
        error = new StackOverflowError("on purpose");
        rounds.begin();
        Thread first = awaitBegun();
        rounds.begin();
        go.release();
        first.join();
        error = null;
        rounds.begin();
        assertThat(awaitBegun()).isNotSameAs(first);
        assertThat(begun.availablePermits()).isZero();
    }

    @Test
    void afterTheEndNoneBegins() throws InterruptedException {
        rounds.begin();
        Thread last = awaitBegun();
        rounds.end();
        go.release();
        last.join();
        rounds.begin();
        rounds.wake();
        assertThat(by.get()).isSameAs(last);
        assertThat(last.isAlive()).isFalse();
        assertThat(done).hasValue(1);
    }
}
