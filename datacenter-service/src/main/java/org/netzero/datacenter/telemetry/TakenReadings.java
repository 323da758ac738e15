package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is taken of a body, and what is refused of it and why.
final class TakenReadings {

    /// Refusals that are told one by one; of the others only their number.
    static final int MOST_TOLD = 1_000;

    private final PackedReadings.Packer readings;
    private final List<RefusedPlace> refused = new ArrayList<>();
    private int refusals;

    /// @param expected about how many readings will come
    TakenReadings(int expected) {
        readings = new PackedReadings.Packer(expected);
    }

    /// What is refused.
    ///
    /// @param place its number in the body: of the line from 1, of the item from 0
    /// @param column where in the line, in characters from 1, or 0 for all of it
    record RefusedPlace(int place, int column, Refusal why) {}

    void add(int point, long epochNano, double value) {
        readings.add(point, epochNano, value);
    }

    void refuse(int place, int column, Refusal why) {
        refusals++;
        if (refused.size() < MOST_TOLD) {
            refused.add(new RefusedPlace(place, column, why));
        }
    }

    int count() {
        return readings.count();
    }

    int refusals() {
        return refusals;
    }

    Optional<RefusedPlace> firstRefused() {
        return refused.stream().findFirst();
    }

    List<RefusedPlace> refused() {
        return List.copyOf(refused);
    }

    PackedReadings pack() {
        return readings.pack();
    }
}
