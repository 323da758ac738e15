package org.netzero.datacenter.telemetry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.netzero.datacenter.facility.NumberedPoint;

/// Knows what a sender calls points.
interface SeriesPoints {

    /// The names that the point of a series may have; the first one that a point has counts.
    List<PointName> namesOf(SeriesName series);

    /// The points of these ids of which readings are taken from the sender, as far as there are
    /// any.
    Map<String, NumberedPoint> of(Collection<String> pointIds);

    /// Hears of series that have no point.
    ///
    /// @param names of each of them, see [#namesOf(SeriesName)]
    default void noteUnknown(Collection<List<PointName>> names) {}

    /// Where no rules are stated.
    static SeriesPoints byId(Function<Collection<String>, Map<String, NumberedPoint>> points) {
        return new SeriesPoints() {
            @Override
            public List<PointName> namesOf(SeriesName series) {
                return PointName.usual(series);
            }

            @Override
            public Map<String, NumberedPoint> of(Collection<String> pointIds) {
                return points.apply(pointIds);
            }
        };
    }
}
