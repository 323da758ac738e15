package org.netzero.gateway.roadmap.basis;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.netzero.gateway.stream.ChangeKind;
import org.netzero.gateway.stream.ChangeStream;

/// Tells those who watch that figures changed and, half a second later, that projections may have:
/// at most twice a second, however fast the figures come.
@ApplicationScoped
public class Announcements {

    private static final long PAUSE_MILLIS = 500;

    private final ChangeStream changes;
    private final Vertx vertx;
    private final AtomicBoolean due = new AtomicBoolean();

    Announcements(ChangeStream changes, Vertx vertx) {
        this.changes = changes;
        this.vertx = vertx;
    }

    void figuresChanged(ChangeKind kind, Map<String, String> subject) {
        changes.announce(kind, subject);
        projectionsChanged();
    }

    public void projectionsChanged() {
        if (due.compareAndSet(false, true)) {
            vertx.setTimer(
                    PAUSE_MILLIS,
                    timer -> {
                        due.set(false);
                        changes.announce(ChangeKind.PROJECTION, Map.of());
                    });
        }
    }
}
