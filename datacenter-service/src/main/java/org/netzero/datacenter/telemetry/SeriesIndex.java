package org.netzero.datacenter.telemetry;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PointsChanged;

/// Which points the series of senders stand for. Those asked for are held in memory, as the bytes
/// that senders write, until points change.
@Singleton
class SeriesIndex {

    /// Series looked for together.
    static final int MOST_AT_ONCE = 5_000;

    /// An eighth of the heap, for the names of series.
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    /// What the name of a series takes besides its bytes, about.
    private static final int NAME_BYTES = 120;

    private final Function<Collection<String>, Map<String, NumberedPoint>> points;
    private final Map<SeriesKey, NumberedPoint> bySeries = new ConcurrentHashMap<>();
    private final Set<SeriesKey> unknown = ConcurrentHashMap.newKeySet();
    private volatile SeriesOrder order = new SeriesOrder();
    private final AtomicLong heldBytes = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();

    @Inject
    SeriesIndex(MeasuringPoints points) {
        this(points::byId);
    }

    /// @param points those of these ids, as far as there are any
    SeriesIndex(Function<Collection<String>, Map<String, NumberedPoint>> points) {
        this.points = points;
    }

    /// The points of these ids, as far as there are any.
    Map<String, NumberedPoint> points(Collection<String> pointIds) {
        return points.apply(pointIds);
    }

    /// The point of a series, if the series is held.
    @Nullable NumberedPoint held(SeriesKey series) {
        return bySeries.get(series);
    }

    /// In which order series come, as far as it holds for the points as they are now.
    SeriesOrder order() {
        return order;
    }

    /// Whether no point is there for a series, as far as that is remembered.
    boolean isUnknown(SeriesKey series) {
        return unknown.contains(series);
    }

    /// Finds points of series that are not held, all at once, and remembers them, and those that
    /// have none.
    ///
    /// @return by series, as far as there are any
    Map<SeriesKey, NumberedPoint> find(Map<SeriesKey, SeriesName> series) {
        int before = changes.get();
        Map<String, NumberedPoint> known =
                points.apply(
                        series.values().stream()
                                .map(SeriesName::pointIds)
                                .flatMap(Collection::stream)
                                .distinct()
                                .toList());
        var found = new HashMap<SeriesKey, NumberedPoint>();
        series.forEach((key, name) -> first(known, name).ifPresent(point -> found.put(key, point)));
        makeRoomFor(series.keySet());
        bySeries.putAll(found);
        series.keySet().stream().filter(key -> !found.containsKey(key)).forEach(unknown::add);
        if (changes.get() != before) {
            // what was found may be of before the change, and nobody would let go of it any more
            clear();
        }
        return found;
    }

    private void makeRoomFor(Set<SeriesKey> more) {
        long bytes = more.stream().mapToLong(key -> (long) NAME_BYTES + key.length()).sum();
        if (heldBytes.addAndGet(bytes) > MOST_BYTES) {
            clear();
            heldBytes.set(bytes);
        }
    }

    private void clear() {
        bySeries.clear();
        unknown.clear();
        order = new SeriesOrder();
        heldBytes.set(0);
    }

    private static Optional<NumberedPoint> first(
            Map<String, NumberedPoint> known, SeriesName name) {
        return name.pointIds().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .findFirst();
    }

    void forget(@Observes PointsChanged changed) {
        changes.incrementAndGet();
        clear();
    }
}
