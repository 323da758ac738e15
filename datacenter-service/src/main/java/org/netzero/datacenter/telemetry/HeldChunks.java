package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.MeteredKeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/// The readings of points by hour, in front of the store that keeps them: those in use are held as
/// objects, and what changed is written once per commit instead of once per reading, which is what
/// makes a reading cheap.
///
/// Streams asks every cache, through [#flushCache()], to write what it holds back before it
/// commits. Its own caches hold bytes: they would pack a whole hour for every reading.
final class HeldChunks
        extends WrappedStateStore<KeyValueStore<ChunkKey, byte[]>, ChunkKey, byte[]> {

    /// What a point takes in memory, about, with what leads to it.
    private static final int POINT_BYTES = 250;

    /// What a reading takes that is unfolded, with the room for further ones.
    private static final int READING_BYTES = 32;

    /// What is unfolded to be read takes so small a part of what may be held.
    private static final int READ_SHARE = 8;

    private static final int NONE = -1;
    private static final int NOT_LOOKED_FOR = -2;

    private final IntMap<HeldPoint> points = new IntMap<>();

    /// The newest hour of every point that was asked for, [#NONE] where it has no readings, and one
    /// before which it has none: what else is held of points is let go of and looked for again all
    /// the time where there are very many, and to look for these takes much longer than to read an
    /// hour.
    private final IntIntMap newest = new IntIntMap();

    /// [Integer#MAX_VALUE] where it has no readings.
    private final IntIntMap oldest = new IntIntMap();

    private final List<HeldPoint> changedPoints = new ArrayList<>();

    /// Hours that were read whole, and so may be unfolded.
    private final List<HeldPoint.HeldHour> read = new ArrayList<>();

    private long readBytes;
    private final ChunkCodec codec = new ChunkCodec();
    private final long mostBytes;
    private long heldBytes;
    private Runnable beforeCommit = () -> {};

    /// @param store keeps the readings
    /// @param mostBytes what is held takes about so much at most, once all is written
    HeldChunks(KeyValueStore<ChunkKey, byte[]> store, long mostBytes) {
        super(store);
        this.mostBytes = mostBytes;
    }

    /// An hour of a point as it is stored.
    ///
    /// @param changedHour when a reading last changed something in it, in hours since 1970
    /// @param parts in how many parts
    record StoredHour(int point, int hour, int changedHour, int parts) {}

    /// Also when a task starts anew after its transaction was aborted: what is held of it then is
    /// not what is stored.
    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        super.init(context, root);
    }

    /// Lets go of everything that is held, written or not.
    void forget() {
        changedPoints.clear();
        newest.clear();
        oldest.clear();
        letGo();
        beforeCommit = () -> {};
    }

    private void letGo() {
        points.clear();
        read.clear();
        readBytes = 0;
        heldBytes = 0;
    }

    /// Lets go of what was not used since this was done last, of everything where that is not
    /// enough.
    private void letGoOfUnused() {
        long[] kept = {0};
        points.removeIf(point -> {
            long bytes = point.keepUsed();
            kept[0] += bytes == 0 ? 0 : POINT_BYTES + bytes;
            return bytes == 0;
        });
        heldBytes = kept[0];
        if (heldBytes > mostBytes) {
            letGo();
        }
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
        foldRead();
        if (heldBytes > mostBytes) {
            letGoOfUnused();
        }
    }

    private void write(HeldPoint point) {
        point.write(hour -> write(point.number(), hour));
    }

    private void write(int point, HeldPoint.HeldHour held) {
        Chunk chunk = held.chunk();
        for (int part = chunk.firstUnwrittenPart(); part < chunk.parts(); part++) {
            int from = part * Chunk.PART_READINGS;
            int to = Math.min(chunk.count(), from + Chunk.PART_READINGS);
            byte[] packed = codec.pack(held.hour(), chunk, from, to);
            wrapped().put(new ChunkKey(point, held.hour(), part), packed);
            chunk.written(part, packed);
        }
        fold(held);
    }

    private void fold(HeldPoint.HeldHour held) {
        held.chunk().fold();
        heldBytes += held.uncounted();
    }

    private void foldRead() {
        read.forEach(this::fold);
        read.clear();
        readBytes = 0;
    }

    /// An hour that is read may unfold, and stays so for those who look at it next.
    private void reads(HeldPoint.HeldHour held) {
        readBytes += (long) READING_BYTES * held.chunk().count();
        if (readBytes > mostBytes / READ_SHARE) {
            foldRead();
        }
        read.add(held);
    }

    /// The readings of an hour, if there are any.
    Optional<Chunk> find(int point, int hour) {
        HeldPoint.HeldHour found = find(point(point), hour);
        if (found == null) {
            return Optional.empty();
        }
        reads(found);
        return Optional.of(found.chunk());
    }

    private HeldPoint.@Nullable HeldHour find(HeldPoint point, int hour) {
        HeldPoint.HeldHour held = point.hour(hour);
        if (held == null) {
            Chunk stored = stored(point.number(), hour);
            if (stored.count() > 0) {
                held = point.hold(hour, stored);
                heldBytes += held.uncounted();
            }
        }
        return held;
    }

    /// Reads part after part, for as long as they are full.
    private Chunk stored(int point, int hour) {
        var chunk = new Chunk(hour);
        int part = 0;
        boolean goesOn = true;
        while (goesOn) {
            byte[] packed = wrapped().get(new ChunkKey(point, hour, part));
            if (packed == null) {
                return chunk;
            }
            if (ChunkCodec.unpack(packed, hour, chunk)) {
                chunk.written(part, packed);
                part++;
                goesOn = chunk.count() == part * Chunk.PART_READINGS;
            } else {
                chunk.unwritten();
                return chunk;
            }
        }
        return chunk;
    }

    /// The readings of an hour, for more to be added.
    HeldPoint.HeldHour open(HeldPoint point, int hour) {
        HeldPoint.HeldHour held = find(point, hour);
        if (held == null) {
            held = point.hold(hour, new Chunk(hour));
            heldBytes += held.uncounted();
            if (hour > newest(point.number())) {
                newest.put(point.number(), hour);
            }
            if (hour < oldest(point.number())) {
                oldest.put(point.number(), hour);
            }
        }
        held.open();
        return held;
    }

    /// Says that a reading was added to an open hour.
    void changed(HeldPoint point, HeldPoint.HeldHour hour) {
        if (point.changed(hour)) {
            changedPoints.add(point);
        }
        heldBytes += hour.uncounted();
        writeIfTooMuch();
    }

    /// Says that a reading of an open hour was there already, to see which may have unfolded it.
    void known(HeldPoint.HeldHour hour) {
        long unfolded = hour.uncounted();
        if (unfolded > 0) {
            heldBytes += unfolded;
            read.add(hour);
            writeIfTooMuch();
        }
    }

    private void writeIfTooMuch() {
        if (heldBytes > 2 * mostBytes) {
            write();
        }
    }

    /// Lets go of hours, and of everything that is held.
    void delete(List<StoredHour> hours) {
        write();
        letGo();
        for (StoredHour hour : hours) {
            for (int part = 0; part < hour.parts(); part++) {
                wrapped().delete(new ChunkKey(hour.point(), hour.hour(), part));
            }
        }
    }

    /// The last hour with readings before a given one, unless it lies before a limit.
    OptionalInt hourBefore(int point, int hour, int limit) {
        HeldPoint held = point(point);
        OptionalInt known = held.before(hour);
        if (known.isPresent() || held.isKnownFrom(Math.max(0, limit))) {
            return within(known, limit, hour);
        }
        if (hour <= oldest(point)) {
            return OptionalInt.empty();
        }
        writeEarly(held);
        OptionalInt found = stored(point, hour, limit);
        if (held.isKnownFrom(hour)) {
            found.ifPresentOrElse(held::isNext, () -> held.isKnown(Math.max(0, limit)));
        }
        return found;
    }

    /// Mostly it is the hour right before, which is found faster by itself.
    private OptionalInt stored(int point, int beforeHour, int limit) {
        if (beforeHour <= 0 || limit >= beforeHour) {
            return OptionalInt.empty();
        }
        return bytes().get(key(point, beforeHour - 1)) == null
                ? first(bytes().reverseRange(key(point, limit), key(point, beforeHour - 1)))
                : OptionalInt.of(beforeHour - 1);
    }

    /// The first hour with readings after a given one, unless it lies after a limit.
    OptionalInt hourAfter(int point, int hour, int limit) {
        HeldPoint held = point(point);
        if (held.isKnownFrom(hour + 1)) {
            return within(held.after(hour), hour, limit);
        }
        writeEarly(held);
        return limit > hour
                ? first(bytes().range(key(point, hour + 1), key(point, limit)))
                : OptionalInt.empty();
    }

    /// What is asked of the store has to be in it.
    private void writeEarly(HeldPoint point) {
        if (point.isChanged()) {
            write(point);
        }
    }

    private static OptionalInt within(OptionalInt hour, int from, int to) {
        return hour.isPresent() && hour.getAsInt() >= from && hour.getAsInt() <= to
                ? hour
                : OptionalInt.empty();
    }

    /// The key of an hour's first part, which every hour with readings has.
    private static Bytes key(int point, int hour) {
        return Bytes.wrap(ChunkKey.first(point, Math.max(0, hour)).toBytes());
    }

    /// The store beneath the one that Streams measures. That registers a metric with each iterator
    /// that is opened while there is no other one, and takes it back when it is closed, which takes
    /// many times as long as to look for an hour.
    private KeyValueStore<Bytes, byte[]> bytes() {
        if (wrapped() instanceof MeteredKeyValueStore<ChunkKey, byte[]> measured) {
            return measured.wrapped();
        }
        throw new IllegalStateException("No store that Streams made: " + wrapped());
    }

    private static OptionalInt first(KeyValueIterator<Bytes, byte[]> found) {
        try (found) {
            return found.hasNext()
                    ? OptionalInt.of(ChunkKey.of(found.peekNextKey().get()).hour())
                    : OptionalInt.empty();
        }
    }

    private int newest(int point) {
        int known = newest.get(point, NOT_LOOKED_FOR);
        if (known == NOT_LOOKED_FOR) {
            known =
                    first(bytes().reverseRange(key(point, 0), key(point, Integer.MAX_VALUE)))
                            .orElse(NONE);
            newest.put(point, known);
        }
        return known;
    }

    private int oldest(int point) {
        int known = oldest.get(point, NOT_LOOKED_FOR);
        if (known == NOT_LOOKED_FOR) {
            known =
                    first(bytes().range(key(point, 0), key(point, Integer.MAX_VALUE)))
                            .orElse(Integer.MAX_VALUE);
            oldest.put(point, known);
        }
        return known;
    }

    /// A point, of which it is known which hour is its newest.
    HeldPoint point(int point) {
        HeldPoint held = points.get(point);
        if (held == null) {
            held = new HeldPoint(point);
            int last = newest(point);
            if (last != NONE) {
                held.isNext(last);
            }
            points.put(point, held);
            heldBytes += POINT_BYTES;
        }
        return held;
    }

    /// Goes through all hours of all points, ordered by point and hour.
    void forEach(Consumer<StoredHour> hours) {
        write();
        try (var all = wrapped().all()) {
            StoredHour open = null;
            while (all.hasNext()) {
                KeyValue<ChunkKey, byte[]> part = all.next();
                ChunkKey key = part.key;
                int changed = ChunkCodec.changedHour(part.value);
                if (open != null && open.point() == key.point() && open.hour() == key.hour()) {
                    open =
                            new StoredHour(
                                    key.point(),
                                    key.hour(),
                                    Math.max(open.changedHour(), changed),
                                    open.parts() + 1);
                } else {
                    if (open != null) {
                        hours.accept(open);
                    }
                    open = new StoredHour(key.point(), key.hour(), changed, 1);
                }
            }
            if (open != null) {
                hours.accept(open);
            }
        }
    }
}
