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
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.Violation;

/// Checks which main meters points are said to stand behind: they are points of the same facility
/// that count the same, but for another role, and no point stands behind itself.
final class MainMeters {

    /// From a sub-meter to the meter of the building are fewer.
    private static final int MOST_LEVELS = 16;

    private final Map<String, MeasuringPoint> known = new HashMap<>();

    /// @param proposed points as they are to be
    /// @param onFile looks up points by their ids
    MainMeters(
            Collection<MeasuringPoint> proposed,
            Function<Collection<String>, Collection<MeasuringPoint>> onFile) {
        proposed.forEach(point -> known.put(point.pointId(), point));
        Set<String> asked = new HashSet<>();
        Set<String> missing = missing(proposed, asked);
        for (int level = 0; level < MOST_LEVELS && !missing.isEmpty(); level++) {
            asked.addAll(missing);
            Collection<MeasuringPoint> found = onFile.apply(missing);
            found.forEach(point -> known.putIfAbsent(point.pointId(), point));
            missing = missing(found, asked);
        }
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
        @Nullable String ofSameRole = null;
        while (above != null && way.size() <= MOST_LEVELS) {
            if (above.pointId().equals(point.pointId())) {
                return violation(
                        "PARENT_IN_A_CIRCLE",
                        "'%s' would stand behind itself: %s"
                                .formatted(
                                        point.pointId(),
                                        String.join(" → ", way) + " → " + point.pointId()));
            }
            if (ofSameRole == null && above.role() == point.role()) {
                ofSameRole = above.pointId();
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
        return ofSameRole == null
                ? Optional.empty()
                : violation(
                        "PARENT_OF_SAME_ROLE",
                        "'%s' counts for %s what '%s' counts too, so the sum of the role would hold it twice; give one of them another role, such as OTHER, or define one of them only"
                                .formatted(ofSameRole, point.role(), point.pointId()));
    }

    private static Optional<Violation> violation(String code, String message) {
        return Optional.of(new Violation("parent", code, message));
    }
}
