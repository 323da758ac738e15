package org.netzero.gateway.roadmap.basis;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells those who watch that figures changed, and a little later that projections did: at most
/// twice a second, however fast the figures come.
@ApplicationScoped
public class Announcements {

    private static final long PAUSE_MILLIS = 500;

    private final Event<Change> changes;
    private final Vertx vertx;
    private final AtomicBoolean due = new AtomicBoolean();

    Announcements(Event<Change> changes, Vertx vertx) {
        this.changes = changes;
        this.vertx = vertx;
    }

    /// @param what `energy`, `inventory`, `indicator` or `projection`
    public record Change(String what) {}

    /// Figures changed, and by them every projection may have.
    void changed(String what) {
        changes.fire(new Change(what));
        projectionsChanged();
    }

    public void projectionsChanged() {
        if (due.compareAndSet(false, true)) {
            vertx.setTimer(
                    PAUSE_MILLIS,
                    timer -> {
                        due.set(false);
                        changes.fire(new Change("projection"));
                    });
        }
    }
}
