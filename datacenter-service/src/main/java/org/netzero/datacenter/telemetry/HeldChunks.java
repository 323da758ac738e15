package org.netzero.datacenter.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
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

    /// What a point, an hour of it and a reading take in memory, about, with what leads to them.
    private static final int POINT_BYTES = 450;

    private static final int HOUR_BYTES = 200;
    private static final int READING_BYTES = 32;

    private final Map<Integer, HeldPoint> points = new HashMap<>();
    private final Map<Integer, HeldPoint> changedPoints = new HashMap<>();
    private final long mostBytes;
    private long heldBytes;
    private Runnable beforeCommit = () -> {};

    /// @param store keeps the readings
    /// @param mostBytes what is held takes about so much at most, once all is written
    HeldChunks(KeyValueStore<ChunkKey, Chunk> store, long mostBytes) {
        super(store);
        this.mostBytes = mostBytes;
    }

    /// Also when a task starts anew after its transaction was aborted: what is held of it then is
    /// not what is stored.
    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        super.init(context, root);
    }

    /// Lets go of everything that is held, written or not.
    void forget() {
        points.clear();
        changedPoints.clear();
        heldBytes = 0;
        beforeCommit = () -> {};
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
        if (heldBytes > mostBytes) {
            points.clear();
            heldBytes = 0;
        }
    }

    private void write(int point, HeldPoint held) {
        Map<Integer, Chunk> changed = held.changed();
        changed.forEach((hour, chunk) -> wrapped().put(new ChunkKey(point, hour), chunk));
        changed.clear();
    }

    /// Whether readings are being added to an hour.
    boolean isOpen(ChunkKey key) {
        HeldPoint point = points.get(key.point());
        return point != null && point.open().contains(key.hour());
    }

    /// The readings of an hour, if there are any.
    Optional<Chunk> find(int point, int hour) {
        HeldPoint held = point(point);
        Chunk known = held.hours().get(hour);
        if (known == null) {
            known = wrapped().get(new ChunkKey(point, hour));
            if (known != null) {
                held.hours().put(hour, known);
                heldBytes += HOUR_BYTES + (long) READING_BYTES * known.count();
            }
        }
        return Optional.ofNullable(known);
    }

    /// The readings of an hour, for more to be added.
    Chunk open(ChunkKey key) {
        HeldPoint held = point(key.point());
        Chunk known = held.hours().get(key.hour());
        if (known == null) {
            known = find(key.point(), key.hour()).orElseGet(Chunk::new);
            held.hours().put(key.hour(), known);
            heldBytes += HOUR_BYTES;
        }
        held.open().add(key.hour());
        return known;
    }

    /// Says that a reading was added to an open hour.
    void changed(ChunkKey key, Chunk chunk) {
        HeldPoint held = point(key.point());
        if (held.changed().isEmpty()) {
            changedPoints.put(key.point(), held);
        }
        held.changed().put(key.hour(), chunk);
        held.exists(key.hour());
        heldBytes += READING_BYTES;
        if (heldBytes > 2 * mostBytes) {
            write();
        }
    }

    /// Lets go of hours, and of everything that is held.
    void delete(List<ChunkKey> keys) {
        write();
        points.clear();
        heldBytes = 0;
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
            heldBytes += POINT_BYTES;
        }
        return held;
    }

    /// All hours of all points in the order of their keys.
    KeyValueIterator<ChunkKey, Chunk> all() {
        write();
        return wrapped().all();
    }
}
