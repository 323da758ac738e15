package org.netzero.gateway.roadmap.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.basis.Announcements;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.FigureCount;
import org.netzero.gateway.roadmap.basis.FiguresChanged;
import org.netzero.gateway.roadmap.basis.MissingBaseData;
import org.netzero.gateway.roadmap.basis.ScenarioStored;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;

/// The present projection of every scenario, held in memory and made again at once where a figure
/// or a scenario changed.
///
/// However many events come while one round runs, they are one round afterwards; and between rounds
/// is a pause of three times the last one's length, so that events take at most a quarter of one
/// processor. A scenario somebody asked for comes first. A scenario that is stored is projected
/// before its caller has an answer. A scenario whose deployment is planned takes longer than the
/// others together: it is told to have moved, and planned when somebody asks for it.
@ApplicationScoped
class LiveProjections {

    private static final Logger LOG = Logger.getLogger(LiveProjections.class);

    private static final long NOT_KNOWN = 0;
    private static final int PAUSES_PER_ROUND = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration READ_ANEW_AFTER = Duration.ofMinutes(1);

    private final Scenarios scenarios;
    private final Bases bases;
    private final FigureCount count;
    private final Vintages vintages;
    private final Announcements announcements;
    private final PlannedDeployment planned;
    private final Clock clock;

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean due = new AtomicBoolean();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final ReentrantLock onePlanAtATime = new ReentrantLock();
    private volatile long countAtLast = -1;
    private volatile Instant readAnewAt = Instant.EPOCH;
    private @Nullable Thread worker;

    LiveProjections(
            Scenarios scenarios,
            Bases bases,
            FigureCount count,
            Vintages vintages,
            Announcements announcements,
            PlannedDeployment planned,
            Clock clock) {
        this.scenarios = scenarios;
        this.bases = bases;
        this.count = count;
        this.vintages = vintages;
        this.announcements = announcements;
        this.planned = planned;
        this.clock = clock;
    }

    /// @param onFile as it is stored, whatever is planned
    /// @param kept whether it was handed to the vintages
    private record Held(
            StoredScenario onFile, DatedProjection dated, ProjectionView view, AtomicBoolean kept) {

        boolean isOf(StoredScenario stored, Basis basis) {
            return onFile.equals(stored) && dated.basis().equals(basis);
        }

        /// Nothing else came until then.
        Held at(Instant now) {
            return new Held(
                    onFile,
                    new DatedProjection(dated.stored(), now, dated.basis(), dated.projection()),
                    view.at(now),
                    kept);
        }

        boolean isMovedFrom(@Nullable Held before) {
            return before == null
                    || before.dated.stored().version() != dated.stored().version()
                    || !Headline.of(before.dated.projection())
                            .equals(Headline.of(dated.projection()));
        }
    }

    /// Where a scenario leads now.
    ///
    /// @throws org.netzero.gateway.roadmap.scenario.UnknownScenario where no scenario has the id
    /// @throws MissingBaseData where figures of the base year are missing
    /// @throws BaseDataRefused where they contradict each other
    ProjectionView present(String scenarioId) {
        return heldOrMade(scenarioId).view();
    }

    /// The same unrounded.
    DatedProjection presentExact(String scenarioId) {
        return heldOrMade(scenarioId).dated();
    }

    private Held heldOrMade(String scenarioId) {
        Held known = held.get(scenarioId);
        if (known == null || !isOfThisYear(known)) {
            known = make(scenarioId, NOT_KNOWN);
        }
        askedAt.put(scenarioId, clock.instant());
        return known;
    }

    /// A year's inventory is an actual as soon as the year is over.
    private boolean isOfThisYear(Held known) {
        return yearOf(known.dated().asOf()) == yearOf(clock.instant());
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear();
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofVirtual().name("live-projections").start(this::work);
        wake();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) {
            worker.interrupt();
        }
        keep();
    }

    void figuresChanged(@Observes FiguresChanged changed) {
        bases.forget(changed.key());
        wake();
    }

    void scenarioStored(@Observes ScenarioStored stored) {
        SortedMap<String, Long> changed = new TreeMap<>();
        Scenarios.changedWith(stored.scenarioId()).forEach(id -> changed.put(id, NOT_KNOWN));
        round(changed);
    }

    private void wake() {
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
                Thread.sleep(pauseAfter(Duration.ofNanos(System.nanoTime() - start)));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration pauseAfter(Duration round) {
        Duration pause = round.multipliedBy(PAUSES_PER_ROUND);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// A database that is away is asked again by the next event, or within a minute.
    private void attempt() {
        try {
            round(scenarios.versions());
        } catch (RuntimeException failed) {
            LOG.warn("Projections were not made again", failed);
        }
    }

    private void round(SortedMap<String, Long> versions) {
        SortedSet<String> moved = new TreeSet<>();
        Set<String> notAskedFor = new TreeSet<>();
        List<String> order = new ArrayList<>(versions.keySet());
        order.sort(
                Comparator.comparing(
                                (String id) -> askedAt.getOrDefault(id, Instant.EPOCH),
                                Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()));
        for (String id : order) {
            long version = versions.getOrDefault(id, NOT_KNOWN);
            try {
                if (planned.isOf(id) ? isOutdated(id, version) : isMoved(id, version)) {
                    moved.add(id);
                } else if (!held.containsKey(id)) {
                    notAskedFor.add(id);
                }
            } catch (MissingBaseData | BaseDataRefused nothingToProject) {
                @Nullable Held before = held.get(id);
                if (before != null) {
                    drop(before);
                    moved.add(id);
                }
            }
        }
        if (!moved.isEmpty()) {
            moved.addAll(notAskedFor);
        }
        announcements.projectionsMoved(moved);
    }

    private boolean isMoved(String scenarioId, long version) {
        @Nullable Held before = held.get(scenarioId);
        return make(scenarioId, version).isMovedFrom(before);
    }

    /// Whether what is planned stands on figures or a version of before; it is held no longer then.
    private boolean isOutdated(String scenarioId, long version) {
        @Nullable Held before = held.get(scenarioId);
        if (before == null) {
            return version == NOT_KNOWN;
        }
        StoredScenario stored = onFile(scenarioId, version, before);
        Instant now = clock.instant();
        try {
            Basis basis = bases.newest(stored.scenario().baseYear(), now);
            if (before.isOf(stored, basis)) {
                held.replace(scenarioId, before, before.at(now));
                return false;
            }
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
        drop(before);
        return true;
    }

    /// What somebody may have read goes to the vintages before it is held no longer.
    private void drop(Held before) {
        keep(before);
        held.remove(before.onFile().scenario().id(), before);
    }

    private StoredScenario onFile(String scenarioId, long version, @Nullable Held before) {
        return before != null && before.onFile().version() == version
                ? before.onFile()
                : scenarios.get(scenarioId);
    }

    /// @param version the newest, where it is known
    private Held make(String scenarioId, long version) {
        ReentrantLock lock = planned.isOf(scenarioId) ? onePlanAtATime : oneAtATime;
        lock.lock();
        try {
            @Nullable Held before = held.get(scenarioId);
            StoredScenario stored = onFile(scenarioId, version, before);
            Instant now = clock.instant();
            Basis basis = bases.newest(stored.scenario().baseYear(), now);
            Held made =
                    before != null && before.isOf(stored, basis)
                            ? before.at(now)
                            : projected(stored, now, basis);
            held.put(scenarioId, made);
            if (planned.isOf(scenarioId)) {
                // figures that came while it was planned found nothing to outdate
                wake();
            }
            return made;
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        } finally {
            lock.unlock();
        }
    }

    private Held projected(StoredScenario onFile, Instant now, Basis basis) {
        StoredScenario stored = onFile.deployed(planned.deployed(onFile.scenario(), basis));
        DatedProjection dated =
                new DatedProjection(
                        stored,
                        now,
                        basis,
                        Roadmap.project(stored.scenario(), basis.inventory(), basis.actuals()));
        return new Held(onFile, dated, ProjectionView.of(dated), new AtomicBoolean());
    }

    /// Hears what other instances of the gateway stored; and reads everything anew now and then, in
    /// case a transaction ended after a later one.
    @Scheduled(
            every = "10s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        long counted = count.ofAll();
        Instant now = clock.instant();
        boolean anew = Duration.between(readAnewAt, now).compareTo(READ_ANEW_AFTER) >= 0;
        if (counted != countAtLast || anew) {
            countAtLast = counted;
            readAnewAt = anew ? now : readAnewAt;
            bases.forgetAll();
            wake();
        }
    }

    /// Hands what moved to the vintages, a few times a minute at most.
    @Scheduled(
            every = "5s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        held.values().forEach(this::keep);
    }

    private void keep(Held each) {
        if (each.kept().compareAndSet(false, true)) {
            try {
                vintages.keep(each.dated(), each.view());
            } catch (RuntimeException failed) {
                each.kept().set(false);
                LOG.warn("A vintage was not kept", failed);
            }
        }
    }
}
