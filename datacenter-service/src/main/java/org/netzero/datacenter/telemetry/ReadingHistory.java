package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Readings;

/// The readings of all points of a partition, kept by point and hour.
///
/// Hours in which nothing changed for a time are settled: their readings are let go of, but for
/// those on either edge, on which the hours beyond depend. A reading within them changes nothing
/// any more; one before, between or after settled hours does.
final class ReadingHistory {

    /// How far the neighbours of a reading are looked for: no gap is bridged over a longer time.
    private static final int REACH_HOURS =
            (int) (HourlyAmounts.LONGEST_BRIDGED_NANOS / HourlyAmounts.HOUR_NANOS) + 1;

    /// Hours kept on either edge of settled ones. A reading beyond changes hours up to that of its
    /// farthest neighbour, and these need as many neighbours again.
    private static final int EDGE = 2 * HourlyAmounts.NEIGHBOURS;

    private final KeyValueStore<ChunkKey, Chunk> store;
    private final SettledHours settled;

    ReadingHistory(KeyValueStore<ChunkKey, Chunk> store, SettledHours settled) {
        this.store = store;
        this.settled = settled;
    }

    /// What became of readings.
    ///
    /// @param changed the stretches of points that changed by them
    /// @param tooLate how many fell into settled hours
    record Added(Map<Integer, Stretches> changed, int tooLate) {}

    /// Stores readings.
    ///
    /// @param arrivedHour when they arrived, in hours since 1970
    Added add(PackedReadings readings, int arrivedHour) {
        int tooLate = 0;
        Map<ChunkKey, Chunk> touched = new HashMap<>();
        Set<ChunkKey> changed = new HashSet<>();
        Map<Integer, Stretches> stretches = new HashMap<>();
        for (int i = 0; i < readings.count(); i++) {
            ChunkKey key = ChunkKey.of(readings.points()[i], readings.epochNanos()[i]);
            if (!touched.containsKey(key) && settled.contains(key)) {
                tooLate++;
                continue;
            }
            Chunk chunk = touched.computeIfAbsent(key, this::stored);
            Chunk.Outcome outcome =
                    chunk.add(readings.epochNanos()[i], readings.values()[i], arrivedHour);
            if (outcome != Chunk.Outcome.KNOWN) {
                changed.add(key);
                stretches
                        .computeIfAbsent(key.point(), point -> new Stretches())
                        .add(key.hour(), readings.epochNanos()[i]);
            }
        }
        changed.forEach(key -> store.put(key, touched.get(key)));
        return new Added(stretches, tooLate);
    }

    /// Settles the hours in which nothing changed since a given one.
    void settle(int unchangedSinceHour) {
        List<List<ChunkKey>> quiet = new ArrayList<>();
        try (var chunks = store.all()) {
            List<ChunkKey> run = new ArrayList<>();
            while (chunks.hasNext()) {
                KeyValue<ChunkKey, Chunk> chunk = chunks.next();
                boolean isQuiet = chunk.value.changedHour() < unchangedSinceHour;
                if (!run.isEmpty() && (!isQuiet || !goesOn(run.getLast(), chunk.key))) {
                    quiet.add(run);
                    run = new ArrayList<>();
                }
                if (isQuiet) {
                    run.add(chunk.key);
                }
            }
            quiet.add(run);
        }
        quiet.stream().filter(run -> run.size() > 2 * EDGE).forEach(this::settle);
    }

    /// Whether the time between two hours belongs to them: it is short enough to be bridged, or
    /// settled with them before.
    private boolean goesOn(ChunkKey before, ChunkKey after) {
        return before.point() == after.point()
                && (after.hour() - before.hour() <= REACH_HOURS
                        || settled.contains(new ChunkKey(before.point(), before.hour() + 1)));
    }

    /// @param run hours of a point next to each other, as far as it has readings
    private void settle(List<ChunkKey> run) {
        settled.add(
                run.getFirst().point(), new HourRange(run.getFirst().hour(), run.getLast().hour()));
        run.subList(EDGE, run.size() - EDGE).forEach(store::delete);
    }

    private Chunk stored(ChunkKey key) {
        Chunk stored = store.get(key);
        return stored == null ? new Chunk() : stored;
    }

    /// The hours that depend on readings within a stretch: up to those of the neighbours on either
    /// side.
    HourRange dependingOn(int point, long firstNano, long lastNano) {
        Neighbours before = before(point, firstNano);
        Neighbours after = after(point, lastNano);
        return new HourRange(
                HourlyAmounts.hourOf(before.count == 0 ? firstNano : before.farthest()),
                HourlyAmounts.hourOf(after.count == 0 ? lastNano : after.farthest()));
    }

    /// The readings within a range of hours and their neighbours on either side.
    Readings around(int point, HourRange hours) {
        Neighbours before = before(point, hours.first() * HourlyAmounts.HOUR_NANOS);
        Neighbours after = after(point, (hours.last() + 1) * HourlyAmounts.HOUR_NANOS - 1);
        var within = new PackedReadings.Packer(64);
        for (int i = before.count - 1; i >= 0; i--) {
            within.add(point, before.epochNanos[i], before.values[i]);
        }
        try (var chunks = range(point, hours.first(), hours.last())) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next().value;
                for (int i = 0; i < chunk.count(); i++) {
                    within.add(point, chunk.epochNano(i), chunk.value(i));
                }
            }
        }
        for (int i = 0; i < after.count; i++) {
            within.add(point, after.epochNanos[i], after.values[i]);
        }
        PackedReadings all = within.pack();
        return new Readings(all.epochNanos(), all.values());
    }

    /// The hours of the range in which another value arrived for a time that had one.
    Set<Integer> revisedHours(int point, HourRange hours) {
        var revised = new HashSet<Integer>();
        try (var chunks = range(point, hours.first(), hours.last())) {
            while (chunks.hasNext()) {
                KeyValue<ChunkKey, Chunk> chunk = chunks.next();
                if (chunk.value.isRevised()) {
                    revised.add(chunk.key.hour());
                }
            }
        }
        return revised;
    }

    private Neighbours before(int point, long nano) {
        int hour = HourlyAmounts.hourOf(nano);
        var found = new Neighbours();
        try (var chunks =
                store.reverseRange(
                        new ChunkKey(point, Math.max(0, hour - REACH_HOURS)),
                        new ChunkKey(point, hour))) {
            while (chunks.hasNext() && !found.isFull()) {
                Chunk chunk = chunks.next().value;
                for (int i = chunk.count() - 1; i >= 0 && !found.isFull(); i--) {
                    if (chunk.epochNano(i) < nano) {
                        found.add(chunk.epochNano(i), chunk.value(i));
                    }
                }
            }
        }
        return found;
    }

    private Neighbours after(int point, long nano) {
        int hour = HourlyAmounts.hourOf(nano);
        var found = new Neighbours();
        try (var chunks = range(point, hour, hour + REACH_HOURS)) {
            while (chunks.hasNext() && !found.isFull()) {
                Chunk chunk = chunks.next().value;
                for (int i = 0; i < chunk.count() && !found.isFull(); i++) {
                    if (chunk.epochNano(i) > nano) {
                        found.add(chunk.epochNano(i), chunk.value(i));
                    }
                }
            }
        }
        return found;
    }

    private KeyValueIterator<ChunkKey, Chunk> range(int point, int firstHour, int lastHour) {
        return store.range(new ChunkKey(point, firstHour), new ChunkKey(point, lastHour));
    }

    /// The readings next to a time on one side, the nearest first.
    private static final class Neighbours {
        private final long[] epochNanos = new long[HourlyAmounts.NEIGHBOURS];
        private final double[] values = new double[HourlyAmounts.NEIGHBOURS];
        private int count;

        boolean isFull() {
            return count == HourlyAmounts.NEIGHBOURS;
        }

        void add(long epochNano, double value) {
            epochNanos[count] = epochNano;
            values[count] = value;
            count++;
        }

        long farthest() {
            return epochNanos[count - 1];
        }
    }
}
