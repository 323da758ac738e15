package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/// What changed of points since their hours were told last, those that wait longest first. Hours
/// are not told with every reading: of a point that is read every second, that would be 3,600 times
/// the same hour.
///
/// What still waits when Streams commits is stored, so that it is told after a death in between:
/// thousands of points in one record, which is let go of when none of them waits any more. After a
/// death some are told again that were told, which changes nothing.
final class UntoldChanges {

    /// Points that wait at most: at 80 bytes each 16 MB of memory.
    private static final int MOST_POINTS = 200_000;

    /// Hours that wait at most besides one of each point: 10 MB of memory.
    static final int MOST_HOURS = 100_000;

    /// Hours of a point that wait at most. With those that one record of readings adds they are far
    /// from what fits a record of the store's changelog, 50,000.
    static final int MOST_HOURS_OF_POINT = 10_000;

    /// Hours in one record, unless one point has more.
    private static final int HOURS_TOGETHER = 10_000;

    private final KeyValueStore<Integer, WaitingPoints> store;
    private final IntMap<Waiting> waiting = new IntMap<>();
    private final Deque<Waiting> longestFirst = new ArrayDeque<>();
    private final Set<Integer> large = new HashSet<>();
    private long hours;
    private final List<Waiting> notStored = new ArrayList<>();

    /// How many points wait of those that each record has the newest of.
    private final Map<Integer, Integer> pointsOfRecord = new HashMap<>();

    private int lastRecord;

    /// Points that were told since the last commit.
    private int toldPoints;

    private long toldSince = Long.MAX_VALUE;
    private boolean isStored;

    /// Starts with what is stored.
    UntoldChanges(KeyValueStore<Integer, WaitingPoints> store) {
        this.store = store;
        try (var all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, WaitingPoints> stored = all.next();
                lastRecord = stored.key;
                stored.value
                        .stretches()
                        .forEach((point, stretches) -> {
                            Waiting known = waiting(point, Waiting.NOT_KNOWN);
                            hours -= known.stretches.count();
                            known.stretches.add(stretches);
                            hours += known.stretches.count();
                            letPassIfLarge(known);
                            moves(known, lastRecord);
                        });
            }
        }
    }

    /// A point that waits.
    private static final class Waiting {
        private static final int NO_RECORD = -1;

        /// What is stored says nothing of when it arrived; it was before anything that is known.
        private static final long NOT_KNOWN = Long.MIN_VALUE;

        private final int point;
        private final long since;
        private final Stretches stretches = new Stretches();

        /// Where it is stored as it was when it was stored last.
        private int record = NO_RECORD;

        private boolean changed;
        private boolean told;

        Waiting(int point, long since) {
            this.point = point;
            this.since = since;
        }
    }

    private Waiting waiting(int point, long since) {
        Waiting known = waiting.get(point);
        if (known == null) {
            known = new Waiting(point, since);
            waiting.put(point, known);
            longestFirst.add(known);
        }
        return known;
    }

    /// A point with too many hours is told before those that wait longer.
    private void letPassIfLarge(Waiting point) {
        if (point.stretches.count() > MOST_HOURS_OF_POINT && large.add(point.point)) {
            longestFirst.remove(point);
            longestFirst.addFirst(point);
        }
    }

    /// @param arrivedAt when the reading arrived, in milliseconds since 1970
    void add(int point, int hour, long epochNano, long arrivedAt) {
        Waiting known = waiting(point, arrivedAt);
        int before = known.stretches.count();
        known.stretches.add(hour, epochNano);
        if (!known.changed) {
            known.changed = true;
            notStored.add(known);
        }
        if (known.stretches.count() > before) {
            hours++;
            letPassIfLarge(known);
        }
    }

    /// Whether more waits than memory and the store have room for.
    boolean isTooMuch() {
        return count() > MOST_POINTS || hours - count() > MOST_HOURS || !large.isEmpty();
    }

    /// How many points wait.
    int count() {
        return waiting.size();
    }

    /// The points that wait, and those that were told and are not committed yet.
    UntoldPoints.Waits waits() {
        long since = toldSince;
        for (Waiting next : longestFirst) {
            since = Math.min(since, next.since);
            // those with too many hours passed some that wait longer
            if (!large.contains(next.point)) {
                break;
            }
        }
        return new UntoldPoints.Waits(
                count() + toldPoints,
                since == Waiting.NOT_KNOWN || since == Long.MAX_VALUE
                        ? OptionalLong.empty()
                        : OptionalLong.of(since));
    }

    /// Streams calls nothing between [#store] and the end of its commit: whatever it calls next
    /// comes after that.
    void goOn() {
        if (isStored) {
            isStored = false;
            toldPoints = 0;
            toldSince = Long.MAX_VALUE;
        }
    }

    /// Takes out what waits longest.
    ///
    /// @param most points at most
    Map<Integer, Stretches> take(int most) {
        Map<Integer, Stretches> taken = new LinkedHashMap<>();
        while (taken.size() < most && !longestFirst.isEmpty()) {
            Waiting next = longestFirst.remove();
            requireNonNull(waiting.remove(next.point), "what is in line waits");
            taken.put(next.point, next.stretches);
            hours -= next.stretches.count();
            large.remove(next.point);
            next.told = true;
            toldPoints++;
            toldSince = Math.min(toldSince, next.since);
            moves(next, Waiting.NO_RECORD);
        }
        return taken;
    }

    private void moves(Waiting point, int record) {
        if (point.record != Waiting.NO_RECORD) {
            pointsOfRecord.merge(point.record, -1, Integer::sum);
        }
        if (record != Waiting.NO_RECORD) {
            pointsOfRecord.merge(record, 1, Integer::sum);
        }
        point.record = record;
    }

    /// Stores what waits, and lets go of what was told.
    void store() {
        isStored = true;
        Map<Integer, Stretches> together = new LinkedHashMap<>();
        int hoursTogether = 0;
        for (Waiting point : notStored) {
            point.changed = false;
            if (point.told) {
                continue;
            }
            if (hoursTogether > 0 && hoursTogether + point.stretches.count() > HOURS_TOGETHER) {
                store.put(lastRecord, new WaitingPoints(together));
                together = new LinkedHashMap<>();
                hoursTogether = 0;
            }
            if (hoursTogether == 0) {
                lastRecord++;
            }
            together.put(point.point, point.stretches);
            hoursTogether += point.stretches.count();
            moves(point, lastRecord);
        }
        notStored.clear();
        if (hoursTogether > 0) {
            store.put(lastRecord, new WaitingPoints(together));
        }
        pointsOfRecord
                .entrySet()
                .removeIf(record -> {
                    boolean isTold = record.getValue() == 0;
                    if (isTold) {
                        store.delete(record.getKey());
                    }
                    return isTold;
                });
    }
}
