package org.netzero.datacenter.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/// The readings of points by hour, in front of the store that keeps them: those in use are held as
/// objects, and what changed is written once per commit instead of once per reading, which is what
/// makes a reading cheap.
///
/// Streams asks every cache, through [#flushCache()], to write what it holds back before it
/// commits. Its own caches hold bytes: they would pack a whole hour for every reading.
final class HeldChunks extends WrappedStateStore<KeyValueStore<ChunkKey, Chunk>, ChunkKey, Chunk> {

    /// Readings held at most while nothing waits to be written; each takes 16 bytes.
    private static final int MOST_READINGS = 4_000_000;

    private final Map<Integer, HeldPoint> points = new HashMap<>();
    private final Map<Integer, HeldPoint> changedPoints = new HashMap<>();
    private long heldReadings;
    private Runnable beforeCommit = () -> {};

    /// @param store keeps the readings
    HeldChunks(KeyValueStore<ChunkKey, Chunk> store) {
        super(store);
    }

    /// @param write writes what else belongs to the same commit
    void beforeCommit(Runnable write) {
        beforeCommit = write;
    }

    @Override
    public void flushCache() {
        beforeCommit.run();
        write();
        super.flushCache();
    }

    private void write() {
        changedPoints.forEach(this::write);
        changedPoints.clear();
        if (heldReadings > MOST_READINGS) {
            points.clear();
            heldReadings = 0;
        }
    }

    private void write(int point, HeldPoint held) {
        Map<Integer, Chunk> changed = held.changed();
        changed.forEach((hour, chunk) -> wrapped().put(new ChunkKey(point, hour), chunk));
        changed.clear();
    }

    boolean isHeld(ChunkKey key) {
        HeldPoint point = points.get(key.point());
        return point != null && point.hours().containsKey(key.hour());
    }

    /// The readings of an hour, if there are any.
    Optional<Chunk> find(int point, int hour) {
        HeldPoint held = point(point);
        Chunk known = held.hours().get(hour);
        if (known == null) {
            known = wrapped().get(new ChunkKey(point, hour));
            if (known != null) {
                held.hours().put(hour, known);
                heldReadings += known.count();
            }
        }
        return Optional.ofNullable(known);
    }

    /// The readings of an hour, for more to be added.
    Chunk open(ChunkKey key) {
        return find(key.point(), key.hour())
                .orElseGet(() -> {
                    var chunk = new Chunk();
                    point(key.point()).hours().put(key.hour(), chunk);
                    return chunk;
                });
    }

    /// Says that a reading was added to an open hour.
    void changed(ChunkKey key, Chunk chunk) {
        HeldPoint held = point(key.point());
        if (held.changed().isEmpty()) {
            changedPoints.put(key.point(), held);
        }
        held.changed().put(key.hour(), chunk);
        held.exists(key.hour());
        heldReadings++;
    }

    /// Lets go of hours, and of everything that is held.
    void delete(List<ChunkKey> keys) {
        write();
        points.clear();
        heldReadings = 0;
        keys.forEach(wrapped()::delete);
    }

    /// The last hour with readings before a given one, unless it lies before a limit.
    OptionalInt hourBefore(int point, int hour, int limit) {
        HeldPoint held = point(point);
        if (hour > held.last()) {
            return within(held.last(), limit, hour);
        }
        if (hour > held.beforeLast()) {
            return within(held.beforeLast(), limit, hour);
        }
        write(point, held);
        return hour > 0 && limit < hour
                ? first(wrapped().reverseRange(key(point, limit), key(point, hour - 1)))
                : OptionalInt.empty();
    }

    /// The first hour with readings after a given one, unless it lies after a limit.
    OptionalInt hourAfter(int point, int hour, int limit) {
        HeldPoint held = point(point);
        if (hour >= held.last()) {
            return OptionalInt.empty();
        }
        if (hour >= held.beforeLast()) {
            return within(held.last(), hour, limit);
        }
        write(point, held);
        return limit > hour
                ? first(wrapped().range(key(point, hour + 1), key(point, limit)))
                : OptionalInt.empty();
    }

    private static OptionalInt within(int hour, int from, int to) {
        return hour != HeldPoint.NONE && hour >= from && hour <= to
                ? OptionalInt.of(hour)
                : OptionalInt.empty();
    }

    private static ChunkKey key(int point, int hour) {
        return new ChunkKey(point, Math.max(0, hour));
    }

    private static OptionalInt first(KeyValueIterator<ChunkKey, Chunk> found) {
        try (found) {
            return found.hasNext()
                    ? OptionalInt.of(found.peekNextKey().hour())
                    : OptionalInt.empty();
        }
    }

    private HeldPoint point(int point) {
        HeldPoint held = points.get(point);
        if (held == null) {
            held = new HeldPoint();
            try (var newest =
                    wrapped().reverseRange(key(point, 0), key(point, Integer.MAX_VALUE))) {
                for (int i = 0; i < 2 && newest.hasNext(); i++) {
                    held.exists(newest.next().key.hour());
                }
            }
            points.put(point, held);
        }
        return held;
    }

    /// All hours of all points in the order of their keys.
    KeyValueIterator<ChunkKey, Chunk> all() {
        write();
        return wrapped().all();
    }
}
