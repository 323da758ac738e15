package org.netzero.emissions.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.result.ResultQuery;

/// Of many results those that come first after a place, in the order of inventories.
final class FirstOf {

    /// The order of the results of activity records, as the stored ones have it.
    private static final Comparator<ResultQuery.Place> ORDER =
            Comparator.comparing(ResultQuery.Place::scope)
                    .thenComparing(place -> place.method().map(Enum::ordinal).orElse(-1))
                    .thenComparing(place -> place.category().map(Enum::ordinal).orElse(-1))
                    .thenComparing(ResultQuery.Place::activityId);

    private final Optional<ResultQuery.Place> after;
    private final int count;
    private final PriorityQueue<EmissionResult> first =
            new PriorityQueue<>(EmissionResult.ORDER.reversed());

    FirstOf(Optional<ResultQuery.Place> after, int count) {
        this.after = after;
        this.count = count;
    }

    void offer(EmissionResult result) {
        if (after.isPresent() && ORDER.compare(placeOf(result), after.get()) <= 0) {
            return;
        }
        first.add(result);
        if (first.size() > count) {
            first.remove();
        }
    }

    private static ResultQuery.Place placeOf(EmissionResult result) {
        return new ResultQuery.Place(
                result.scope(),
                result.method(),
                result.category(),
                result.id().activityId().orElseThrow());
    }

    List<EmissionResult> inOrder() {
        var all = new ArrayList<>(first);
        all.sort(EmissionResult.ORDER);
        return all;
    }
}
