package org.netzero.datacenter.facility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.problem.Violation;

/// Checks which main meters points are said to stand behind: they are points of the same facility
/// that count the same, but for another role, and no point stands behind itself.
final class MainMeters {

    /// From a sub-meter to the meter of the building are fewer.
    private static final int MOST_LEVELS = 16;

    private final Map<String, MeasuringPoint> known = new HashMap<>();
    private final Map<String, List<MeasuringPoint>> behind = new HashMap<>();

    /// @param proposed points as they are to be
    /// @param onFile looks up points by their ids
    /// @param behindOnFile looks up the points that stand right behind those of these ids
    MainMeters(
            Collection<MeasuringPoint> proposed,
            Function<Collection<String>, Collection<MeasuringPoint>> onFile,
            Function<Collection<String>, Collection<MeasuringPoint>> behindOnFile) {
        proposed.forEach(point -> known.put(point.pointId(), point));
        keepBehind(proposed, behindOnFile);
        Set<String> asked = new HashSet<>();
        Set<String> missing = missing(proposed, asked);
        for (int level = 0; level < MOST_LEVELS && !missing.isEmpty(); level++) {
            asked.addAll(missing);
            Collection<MeasuringPoint> found = onFile.apply(missing);
            found.forEach(point -> known.putIfAbsent(point.pointId(), point));
            missing = missing(found, asked);
        }
    }

    /// What stands behind points that get a main meter gets it as well.
    private void keepBehind(
            Collection<MeasuringPoint> proposed,
            Function<Collection<String>, Collection<MeasuringPoint>> behindOnFile) {
        Set<String> seen = new HashSet<>(known.keySet());
        Set<String> above = new HashSet<>();
        for (MeasuringPoint point : proposed) {
            if (point.parent().isPresent()) {
                above.add(point.pointId());
            }
        }
        for (int level = 0; level < MOST_LEVELS && !above.isEmpty(); level++) {
            Collection<MeasuringPoint> found = behindOnFile.apply(above);
            above = new HashSet<>();
            for (MeasuringPoint point : found) {
                // one that is proposed as well is judged by itself
                if (seen.add(point.pointId())) {
                    behind.computeIfAbsent(point.parent().orElseThrow(), id -> new ArrayList<>())
                            .add(point);
                    above.add(point.pointId());
                }
            }
        }
    }

    /// The first meter of a role that stands behind a point, if any does.
    private Optional<MeasuringPoint> ofRoleBehind(String pointId, MeasuringRole role) {
        return behind.getOrDefault(pointId, List.of()).stream()
                .flatMap(point ->
                        point.role() == role
                                ? Stream.of(point)
                                : ofRoleBehind(point.pointId(), role).stream())
                .findFirst();
    }

    private Set<String> missing(Collection<MeasuringPoint> points, Set<String> asked) {
        var missing = new HashSet<String>();
        points.forEach(point ->
                point.parent()
                        .filter(id -> !known.containsKey(id) && !asked.contains(id))
                        .ifPresent(missing::add));
        return missing;
    }

    /// A point that is not stored after all stands before no other.
    void withdraw(String pointId) {
        known.remove(pointId);
    }

    /// What is wrong with the main meter of a point, if anything is.
    Optional<Violation> refusal(MeasuringPoint point) {
        if (point.parent().isEmpty()) {
            return Optional.empty();
        }
        String parentId = point.parent().get();
        @Nullable MeasuringPoint parent = known.get(parentId);
        if (parent == null || !parent.datacenterId().equals(point.datacenterId())) {
            return violation(
                    "UNKNOWN_PARENT",
                    "'%s' is no measuring point of '%s'; define the main meter first"
                            .formatted(parentId, point.datacenterId()));
        }
        if (!parent.quantity().contains(point.quantity())) {
            return violation(
                    "PARENT_DOES_NOT_FIT",
                    "'%s' measures %s, of which %s cannot be a part"
                            .formatted(parentId, parent.quantity(), point.quantity()));
        }
        List<String> way = new ArrayList<>(List.of(point.pointId()));
        @Nullable MeasuringPoint above = parent;
        @Nullable MeasuringPoint ofSameRole = null;
        @Nullable MeasuringPoint counted = null;
        while (above != null && way.size() <= MOST_LEVELS) {
            if (above.pointId().equals(point.pointId())) {
                return violation(
                        "PARENT_IN_A_CIRCLE",
                        "'%s' would stand behind itself: %s"
                                .formatted(
                                        point.pointId(),
                                        String.join(" → ", way) + " → " + point.pointId()));
            }
            if (counted == null) {
                ofSameRole = above;
                counted =
                        above.role() == point.role()
                                ? point
                                : ofRoleBehind(point.pointId(), above.role()).orElse(null);
            }
            way.add(above.pointId());
            above = above.parent().map(known::get).orElse(null);
        }
        if (way.size() > MOST_LEVELS) {
            return violation(
                    "TOO_MANY_LEVELS",
                    "'%s' would stand behind more than %d meters"
                            .formatted(point.pointId(), MOST_LEVELS - 1));
        }
        return ofSameRole == null || counted == null
                ? Optional.empty()
                : violation(
                        "PARENT_OF_SAME_ROLE",
                        "'%s' counts for %s what '%s' counts too, so the sum of the role would hold it twice; give one of them another role, such as OTHER, or define one of them only"
                                .formatted(
                                        ofSameRole.pointId(), counted.role(), counted.pointId()));
    }

    private static Optional<Violation> violation(String code, String message) {
        return Optional.of(new Violation("parent", code, message));
    }
}
