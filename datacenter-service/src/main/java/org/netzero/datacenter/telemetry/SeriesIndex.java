package org.netzero.datacenter.telemetry;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PointsChanged;

/// Which points the series of senders stand for. Those asked for are held in memory, as the bytes
/// that senders write, until points change.
@Singleton
class SeriesIndex {

    /// Series held at most: of twice the points of a large platform, each written in one way.
    private static final int MOST_HELD = 4_000_000;

    private final Function<Collection<String>, Map<String, NumberedPoint>> points;
    private final Map<SeriesKey, NumberedPoint> bySeries = new ConcurrentHashMap<>();

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

    /// Finds points of series that are not held, all at once, and holds them.
    ///
    /// @return by series, as far as there are any
    Map<SeriesKey, NumberedPoint> find(Map<SeriesKey, SeriesName> series) {
        Map<String, NumberedPoint> known =
                points.apply(
                        series.values().stream()
                                .map(SeriesName::pointIds)
                                .flatMap(Collection::stream)
                                .distinct()
                                .toList());
        if (bySeries.size() + series.size() > MOST_HELD) {
            bySeries.clear();
        }
        var found = new HashMap<SeriesKey, NumberedPoint>();
        series.forEach((key, name) -> first(known, name).ifPresent(point -> found.put(key, point)));
        bySeries.putAll(found);
        return found;
    }

    private static Optional<NumberedPoint> first(
            Map<String, NumberedPoint> known, SeriesName name) {
        return name.pointIds().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .findFirst();
    }

    void forget(@Observes PointsChanged changed) {
        bySeries.clear();
    }
}
