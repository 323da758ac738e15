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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.basis.Announcements;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.FigureCount;
import org.netzero.gateway.roadmap.basis.FiguresChanged;
import org.netzero.gateway.roadmap.basis.MissingBaseData;
import org.netzero.gateway.roadmap.basis.ScenarioDeleted;
import org.netzero.gateway.roadmap.basis.ScenarioStored;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;
import org.netzero.gateway.roadmap.scenario.UnknownScenario;
import org.netzero.platform.problem.Outage;

/// The present projection of every scenario, held in memory and made again at once where a figure
/// or a scenario changed.
///
/// [Rounds] make all of them again, whoever asks, a scenario somebody asked for first. Who asks for
/// one before its turn has come, or while rounds pause, has it made again there and then, for half
/// of the time at most. A scenario that is stored is projected before its caller has an answer. A
/// scenario whose deployment is planned takes longer than the others together: it is told to have
/// moved, and planned when somebody asks for it.
@ApplicationScoped
class LiveProjections {

    private static final Logger LOG = Logger.getLogger(LiveProjections.class);

    private static final long NOT_KNOWN = 0;

    /// In place of a version; a deleted scenario has no later one.
    private static final long GONE = Long.MAX_VALUE;

    private static final Duration READ_ANEW_AFTER = Duration.ofMinutes(1);

    private final Scenarios scenarios;
    private final Bases bases;
    private final FigureCount count;
    private final Vintages vintages;
    private final Announcements announcements;
    private final PlannedDeployment planned;
    private final Clock clock;

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final Map<String, Long> versionsSeen = new ConcurrentHashMap<>();
    private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final AtomicLong news = new AtomicLong();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Rounds rounds = new Rounds(this::round);
    private volatile long countAtLast = -1;
    private volatile Instant readAnewAt = Instant.EPOCH;

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
    /// @param news how much had come when its figures were looked up
    /// @param restsUntilNanos who asks has it made again no sooner, so that making it takes half of
    ///   the time at most
    private record Held(
            StoredScenario onFile,
            DatedProjection dated,
            ProjectionView view,
            AtomicBoolean kept,
            long news,
            long restsUntilNanos) {

        boolean isOf(StoredScenario stored, Basis basis) {
            return onFile.equals(stored) && dated.basis().equals(basis);
        }

        /// Nothing else came until then.
        Held at(Instant now, long newsUntilThen, long restUntilNanos) {
            return new Held(
                    onFile,
                    new DatedProjection(dated.stored(), now, dated.basis(), dated.projection()),
                    view.at(now),
                    kept,
                    newsUntilThen,
                    restUntilNanos);
        }

        boolean isRested() {
            return System.nanoTime() - restsUntilNanos >= 0;
        }

        Shown shown() {
            return new Shown(dated.stored().version(), Headline.of(dated.projection()));
        }
    }

    /// What those who watch were told of.
    private record Shown(long version, SortedMap<Integer, Map<Headline, Double>> figures) {}

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
        @Nullable Held known = held.get(scenarioId);
        long newsBefore = news.get();
        Instant now = clock.instant();
        Held present;
        if (known != null && isOfThisYear(known, now) && known.news() == newsBefore) {
            present = known.at(now, newsBefore, known.restsUntilNanos());
        } else if (known != null
                && isOfThisYear(known, now)
                && !known.isRested()
                && known.onFile().version() >= versionsSeen.getOrDefault(scenarioId, NOT_KNOWN)) {
            present = known;
        } else {
            present = make(scenarioId, versionsSeen.getOrDefault(scenarioId, NOT_KNOWN));
        }
        askedAt.put(scenarioId, now);
        return present;
    }

    /// A year's inventory is an actual as soon as the year is over.
    private static boolean isOfThisYear(Held known, Instant now) {
        return yearOf(known.dated().asOf()) == yearOf(now);
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear();
    }

    void start(@Observes StartupEvent started) {
        rounds.begin();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.end();
        keep();
    }

    void figuresChanged(@Observes FiguresChanged changed) {
        bases.forget(changed.key());
        news.incrementAndGet();
        rounds.wake();
    }

    /// A scenario is stored, whatever becomes of its projection.
    void scenarioStored(@Observes ScenarioStored stored) {
        news.incrementAndGet();
        try {
            SortedMap<String, Long> changed = scenarios.versions();
            changed.keySet().retainAll(Scenarios.changedWith(stored.scenarioId()));
            round(changed);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%s was not projected when it was stored", stored.scenarioId());
            rounds.wake();
        }
    }

    /// A scenario is on file no more: nothing of it is held.
    void scenarioDeleted(@Observes ScenarioDeleted deleted) {
        // first it is gone, so that nothing made of it before counts as newer
        forget(Set.of(deleted.scenarioId()));
        news.incrementAndGet();
    }

    private void round() {
        // those before their versions: what is known and has none then was deleted
        Set<String> known = known();
        SortedMap<String, Long> versions = scenarios.versions();
        known.removeAll(versions.keySet());
        forget(known);
        round(versions);
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(held.keySet());
        versionsSeen.forEach((id, version) -> {
            if (version != GONE) {
                known.add(id);
            }
        });
        return known;
    }

    private void forget(Set<String> deleted) {
        for (String id : deleted) {
            versionsSeen.put(id, GONE);
            // waits for one that is being put there, which may not have seen that it is gone
            drop(id, held.computeIfPresent(id, (gone, last) -> last));
            askedAt.remove(id);
            failing.remove(id);
        }
        announcements.projectionsMoved(deleted);
    }

    /// A database that is away ends it: it is asked again by the next event, or within a minute.
    private void round(SortedMap<String, Long> versions) {
        SortedSet<String> moved = new TreeSet<>();
        Set<String> notAskedFor = new TreeSet<>();
        List<String> order = new ArrayList<>(versions.keySet());
        order.sort(
                Comparator.comparing(
                                (String id) -> askedAt.getOrDefault(id, Instant.EPOCH),
                                Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()));
        try {
            for (String id : order) {
                long version = versions.getOrDefault(id, NOT_KNOWN);
                if (moveOrDrop(id, version, notAskedFor)) {
                    moved.add(id);
                }
                versionsSeen.merge(id, version, Math::max);
            }
        } finally {
            if (!moved.isEmpty()) {
                moved.addAll(notAskedFor);
            }
            announcements.projectionsMoved(moved);
        }
    }

    /// What is wrong with one scenario is told once, and keeps no other from its turn.
    ///
    /// @param notAskedFor takes it up where it is planned and nobody asked
    /// @return whether it leads elsewhere than those who watch were told
    private boolean moveOrDrop(String id, long version, Set<String> notAskedFor) {
        try {
            boolean isPlanned = planned.isOf(id);
            boolean moved = isPlanned ? dropWhereOutdated(id, version) : move(id, version);
            if (isPlanned && !moved && !held.containsKey(id)) {
                notAskedFor.add(id);
            }
            failing.remove(id);
            return moved;
        } catch (MissingBaseData | BaseDataRefused | UnknownScenario nothingToProject) {
            return drop(id, held.get(id));
        } catch (RuntimeException failed) {
            if (Outage.isBehind(failed)) {
                throw failed;
            }
            if (failing.add(id)) {
                LOG.errorf(failed, "%s is not projected until it is mended", id);
            }
            return drop(id, held.get(id));
        }
    }

    private boolean move(String scenarioId, long version) {
        Shown now = make(scenarioId, version).shown();
        return !now.equals(shown.put(scenarioId, now));
    }

    /// Whether what is planned stands on figures or a version of before, and is held no longer; or
    /// somebody read it planned anew.
    private boolean dropWhereOutdated(String scenarioId, long version) {
        @Nullable Held before = held.get(scenarioId);
        if (before == null) {
            @Nullable Long seen = versionsSeen.get(scenarioId);
            return seen != null && seen != version;
        }
        long newsBefore = news.get();
        StoredScenario stored = onFile(scenarioId, version, before);
        Instant now = clock.instant();
        try {
            Basis basis = bases.newest(stored.scenario().baseYear(), now);
            if (before.isOf(stored, basis)) {
                held.replace(
                        scenarioId, before, before.at(now, newsBefore, before.restsUntilNanos()));
                Shown plan = before.shown();
                @Nullable Shown last = shown.put(scenarioId, plan);
                return last != null && !last.equals(plan);
            }
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
        return drop(scenarioId, before);
    }

    /// What somebody may have read goes to the vintages before it is held no longer.
    ///
    /// @return whether anything was held
    private boolean drop(String scenarioId, @Nullable Held before) {
        shown.remove(scenarioId);
        if (before == null) {
            return false;
        }
        keep(before);
        held.remove(scenarioId, before);
        return true;
    }

    private StoredScenario onFile(String scenarioId, long version, @Nullable Held before) {
        return before != null && before.onFile().version() == version
                ? before.onFile()
                : scenarios.get(scenarioId);
    }

    /// @param version the newest, where it is known
    private Held make(String scenarioId, long version) {
        if (planned.isOf(scenarioId)) {
            // one plan at a time is the planner's rule, which refuses who waits too long for it
            return madeNow(scenarioId, version);
        }
        oneAtATime.lock();
        try {
            return madeNow(scenarioId, version);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Held madeNow(String scenarioId, long version) {
        long start = System.nanoTime();
        long newsBefore = news.get();
        @Nullable Held before = held.get(scenarioId);
        StoredScenario stored = onFile(scenarioId, version, before);
        Instant now = clock.instant();
        try {
            Basis basis = bases.newest(stored.scenario().baseYear(), now);
            boolean same = before != null && before.isOf(stored, basis);
            Held made = before != null && same ? before : projected(stored, now, basis);
            long end = System.nanoTime();
            Held dated = made.at(now, newsBefore, end + (end - start));
            held.compute(
                    scenarioId,
                    (id, other) ->
                            stored.version() < versionsSeen.getOrDefault(id, NOT_KNOWN)
                                            || (other != null && other.news() > dated.news())
                                    ? other
                                    : dated);
            if (!same && planned.isOf(scenarioId)) {
                if (before != null) {
                    keep(before);
                }
                // figures that came while it was planned found nothing to outdate
                rounds.wake();
            }
            return dated;
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
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
        return new Held(
                onFile,
                dated,
                ProjectionView.of(dated),
                new AtomicBoolean(),
                NOT_KNOWN,
                System.nanoTime());
    }

    /// Hears what other instances of the gateway stored; and reads everything anew now and then, in
    /// case a transaction ended after a later one.
    @Scheduled(
            every = "10s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        rounds.begin();
        long counted = count.ofAll();
        Instant now = clock.instant();
        boolean anew = Duration.between(readAnewAt, now).compareTo(READ_ANEW_AFTER) >= 0;
        if (counted != countAtLast || anew) {
            countAtLast = counted;
            readAnewAt = anew ? now : readAnewAt;
            bases.forgetAll();
            news.incrementAndGet();
            rounds.wake();
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
