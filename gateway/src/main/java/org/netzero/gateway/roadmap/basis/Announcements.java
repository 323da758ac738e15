package org.netzero.gateway.roadmap.basis;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.netzero.gateway.stream.ChangeKind;
import org.netzero.gateway.stream.ChangeStream;

/// Tells those who watch that figures changed and which projections moved, these at most twice a
/// second, however fast the figures come; and tells the live projections what is stored or deleted.
@ApplicationScoped
public class Announcements {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ChangeStream changes;
    private final Vertx vertx;
    private final Event<FiguresChanged> figures;
    private final Event<ScenarioStored> scenarios;
    private final Event<ScenarioDeleted> deletions;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final SortedSet<String> moved = new TreeSet<>();
    private long toldAtNanos = System.nanoTime() - PAUSE.toNanos();

    Announcements(
            ChangeStream changes,
            Vertx vertx,
            Event<FiguresChanged> figures,
            Event<ScenarioStored> scenarios,
            Event<ScenarioDeleted> deletions) {
        this.changes = changes;
        this.vertx = vertx;
        this.figures = figures;
        this.scenarios = scenarios;
        this.deletions = deletions;
    }

    void figuresChanged(ChangeKind kind, Map<String, String> subject) {
        changes.announce(kind, subject);
    }

    /// Call it after the figures are committed.
    void figuresStored(FigureKey key) {
        figures.fire(new FiguresChanged(key));
    }

    /// Call it after the scenario is committed; its projection is ready when this returns.
    public void scenarioStored(String scenarioId) {
        scenarios.fire(new ScenarioStored(scenarioId));
    }

    /// Call it after the deletion is committed; its projection is held no more when this returns.
    public void scenarioDeleted(String scenarioId) {
        deletions.fire(new ScenarioDeleted(scenarioId));
    }

    /// At once after a silence, else when half a second has passed.
    public void projectionsMoved(Collection<String> scenarioIds) {
        oneAtATime.lock();
        try {
            boolean waits = !moved.isEmpty();
            moved.addAll(scenarioIds);
            if (!waits && !moved.isEmpty()) {
                long sinceMillis = Duration.ofNanos(System.nanoTime() - toldAtNanos).toMillis();
                long pauseMillis = Math.max(1, PAUSE.toMillis() - sinceMillis);
                vertx.setTimer(pauseMillis, timer -> tell());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void tell() {
        String ids;
        oneAtATime.lock();
        try {
            ids = String.join(",", moved);
            moved.clear();
            toldAtNanos = System.nanoTime();
        } finally {
            oneAtATime.unlock();
        }
        changes.announce(ChangeKind.PROJECTION, Map.of("scenarioIds", ids));
    }
}
