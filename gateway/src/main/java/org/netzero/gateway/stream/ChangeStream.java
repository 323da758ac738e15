package org.netzero.gateway.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Tells everybody who listens now that something changed. Nothing is kept for those who come
/// later: they read the present state first.
@ApplicationScoped
public class ChangeStream {

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /// Tells of a change; never waits for a listener. Call it after the change is committed.
    ///
    /// @param data what a client needs to know which figures to read again: `period`, …
    public void announce(ChangeKind kind, Map<String, String> data) {
        oneAtATime.lock();
        try {
            changes.onNext(new Change(kind, data));
        } finally {
            oneAtATime.unlock();
        }
    }

    /// The changes from now on; fails for a listener who is more than so many behind.
    Multi<Change> changes(int behindAtMost) {
        return changes.onOverflow().buffer(behindAtMost);
    }
}
