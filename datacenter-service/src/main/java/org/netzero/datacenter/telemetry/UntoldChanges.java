package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/// What changed of points since their hours were told last, those that wait longest first. Hours
/// are not told with every reading: of a point that is read every second, that would be 3,600 times
/// the same hour.
///
/// What still waits when Streams commits is stored, so that it is told after a death in between.
final class UntoldChanges {

    /// Points that wait at most.
    private static final int MOST_POINTS = 50_000;

    /// Hours that wait at most, of all points together: 10 MB of memory.
    static final int MOST_HOURS = 100_000;

    /// Hours of a point that wait at most. With those that one record of readings adds they are far
    /// from what fits a record of the store's changelog, 50,000.
    static final int MOST_HOURS_OF_POINT = 10_000;

    private final KeyValueStore<Integer, Stretches> store;
    private final IntMap<Stretches> waiting = new IntMap<>();
    private final Deque<Integer> longestFirst = new ArrayDeque<>();
    private final Set<Integer> large = new HashSet<>();
    private long hours;
    private final Set<Integer> stored = new HashSet<>();
    private final List<Integer> notStored = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();

    /// Starts with what is stored.
    UntoldChanges(KeyValueStore<Integer, Stretches> store) {
        this.store = store;
        try (var all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, Stretches> point = all.next();
                waiting.put(point.key, point.value);
                longestFirst.add(point.key);
                stored.add(point.key);
                hours += point.value.count();
                letPassIfLarge(point.key, point.value);
            }
        }
    }

    /// A point with too many hours is told before those that wait longer.
    private void letPassIfLarge(Integer point, Stretches stretches) {
        if (stretches.count() > MOST_HOURS_OF_POINT && large.add(point)) {
            longestFirst.remove(point);
            longestFirst.addFirst(point);
        }
    }

    void add(int point, int hour, long epochNano) {
        Stretches known = waiting.get(point);
        if (known == null) {
            known = new Stretches();
            waiting.put(point, known);
            longestFirst.add(point);
        }
        int before = known.count();
        if (known.add(hour, epochNano)) {
            notStored.add(point);
        }
        if (known.count() > before) {
            hours++;
            letPassIfLarge(point, known);
        }
    }

    /// Whether more waits than memory and the store have room for.
    boolean isTooMuch() {
        return count() > MOST_POINTS || hours > MOST_HOURS || !large.isEmpty();
    }

    /// How many points wait.
    int count() {
        return waiting.size();
    }

    /// Takes out what waits longest.
    ///
    /// @param most points at most
    Map<Integer, Stretches> take(int most) {
        Map<Integer, Stretches> taken = new LinkedHashMap<>();
        while (taken.size() < most && !longestFirst.isEmpty()) {
            Integer point = longestFirst.remove();
            Stretches stretches = requireNonNull(waiting.remove(point), "what is in line waits");
            taken.put(point, stretches);
            hours -= stretches.count();
            large.remove(point);
            if (stored.remove(point)) {
                told.add(point);
            }
        }
        return taken;
    }

    /// Stores what waits, and lets go of what was told.
    void store() {
        for (Integer point : notStored) {
            Stretches stretches = waiting.get(point);
            if (stretches != null && stretches.store()) {
                store.put(point, stretches);
                stored.add(point);
            }
        }
        notStored.clear();
        told.removeAll(stored);
        told.forEach(store::delete);
        told.clear();
    }
}
