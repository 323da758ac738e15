package org.netzero.datacenter.telemetry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.NumberedPoint;

/// A name that the point of a series may have.
///
/// @param pointId the id that a point of this name has
/// @param rule the rule that gave it; empty for those that are given where no rule is stated
/// @param datacenterId the facility whose point it is; empty where it may be any one's
/// @param unit in which the series tells its values, if that is said
/// @param live whether a reading without a time is of the moment at which it arrives
record PointName(
        String pointId,
        Optional<String> rule,
        Optional<String> datacenterId,
        Optional<String> unit,
        boolean live) {

    static PointName of(String pointId) {
        return new PointName(pointId, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /// The names of a series where no rule is stated. A label `unit` that states no unit may as
    /// well say which device it is, and is a part of the name before it is taken for a unit.
    static List<PointName> usual(SeriesName series) {
        Optional<String> unit = series.statedUnit().filter(MeasuredQuantity::isUnit);
        List<PointName> without = named(series.pointIds(), series.statedUnit());
        List<PointName> with = named(series.idsWithUnit(), unit);
        return (unit.isPresent() ? Stream.of(without, with) : Stream.of(with, without))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PointName> named(List<String> pointIds, Optional<String> unit) {
        return pointIds.stream()
                .map(id -> new PointName(id, Optional.empty(), Optional.empty(), unit, false))
                .toList();
    }

    /// The point of the first name that one has, as the series tells it.
    static Optional<NumberedPoint> first(List<PointName> names, Map<String, NumberedPoint> known) {
        return names.stream().flatMap(name -> name.point(known).stream()).findFirst();
    }

    private Optional<NumberedPoint> point(Map<String, NumberedPoint> known) {
        return Optional.ofNullable(known.get(pointId))
                .filter(point ->
                        datacenterId.isEmpty()
                                || datacenterId.get().equals(point.point().datacenterId()))
                .map(this::told);
    }

    private NumberedPoint told(NumberedPoint point) {
        NumberedPoint inUnit = unit.map(point::toldIn).orElse(point);
        return live ? inUnit.toldLive() : inUnit;
    }
}
