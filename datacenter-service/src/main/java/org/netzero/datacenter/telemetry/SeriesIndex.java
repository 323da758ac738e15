package org.netzero.datacenter.telemetry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PointsChanged;

/// Which points the series of a sender stand for, and of all senders of whom the same holds. Those
/// asked for are held in memory, as the bytes that senders write, until points change.
class SeriesIndex {

    /// Series looked for together.
    static final int MOST_AT_ONCE = 5_000;

    /// What the name of a series takes besides its bytes, about.
    private static final int NAME_BYTES = 100;

    private final SeriesPoints points;
    private final HeldBytes heldBytes;
    private final Map<SeriesKey, NumberedPoint> bySeries = new ConcurrentHashMap<>();
    private final Set<SeriesKey> unknown = ConcurrentHashMap.newKeySet();
    private volatile SeriesOrder order = new SeriesOrder();
    private final AtomicInteger changes = new AtomicInteger();

    /// Names points as it is done where no rules are stated.
    ///
    /// @param points those of these ids, as far as there are any
    SeriesIndex(Function<Collection<String>, Map<String, NumberedPoint>> points) {
        this(SeriesPoints.byId(points), new HeldBytes());
    }

    /// @param heldBytes what the names of series take, those of other indexes included
    SeriesIndex(SeriesPoints points, HeldBytes heldBytes) {
        this.points = points;
        this.heldBytes = heldBytes;
        heldBytes.whenFull(this::clear);
    }

    /// The points of these ids, as far as there are any.
    Map<String, NumberedPoint> points(Collection<String> pointIds) {
        Map<String, NumberedPoint> known = points.of(pointIds);
        points.noteUnknown(
                pointIds.stream()
                        .filter(id -> !known.containsKey(id))
                        .map(id -> List.of(PointName.of(id)))
                        .toList());
        return known;
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
        Map<SeriesKey, List<PointName>> names = new HashMap<>();
        series.forEach((key, name) -> names.put(key, points.namesOf(name)));
        Map<String, NumberedPoint> known =
                points.of(
                        names.values().stream()
                                .flatMap(List::stream)
                                .map(PointName::pointId)
                                .distinct()
                                .toList());
        var found = new HashMap<SeriesKey, NumberedPoint>();
        names.forEach((key, given) ->
                PointName.first(given, known).ifPresent(point -> found.put(key, point)));
        heldBytes.add(
                series.keySet().stream().mapToLong(key -> (long) NAME_BYTES + key.length()).sum());
        bySeries.putAll(found);
        names.keySet().removeAll(found.keySet());
        unknown.addAll(names.keySet());
        points.noteUnknown(names.values());
        if (changes.get() != before) {
            // what was found may be of before the change, and nobody would let go of it any more
            clear();
        }
        return found;
    }

    private void clear() {
        bySeries.clear();
        unknown.clear();
        order = new SeriesOrder();
    }

    void forget(PointsChanged changed) {
        changes.incrementAndGet();
        clear();
    }
}
