package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is taken of a body, and what is refused of it and why.
final class TakenReadings {

    /// Refusals that are told one by one; of the others only their number.
    static final int MOST_TOLD = 1_000;

    /// Readings of one body, refused ones included.
    static final int MOST_READINGS = 500_000;

    private final PackedReadings.Packer readings;
    private final List<RefusedPlace> refused = new ArrayList<>();
    private int refusals;

    /// @param expected about how many readings will come
    TakenReadings(int expected) {
        readings = new PackedReadings.Packer(expected);
    }

    /// What is refused.
    ///
    /// @param place its number in the body: of a line or a series from 1, of an item of JSON from 0
    /// @param column where in the line, in characters from 1, or 0 for all of it
    record RefusedPlace(int place, int column, Refusal why) {}

    /// @throws BodyTooLarge when there are too many
    void add(int point, long epochNano, double value) {
        count(readings.count() + refusals);
        readings.add(point, epochNano, value);
    }

    /// @throws BodyTooLarge when there are too many
    void refuse(int place, int column, Refusal why) {
        count(readings.count() + refusals);
        refusals++;
        if (refused.size() < MOST_TOLD) {
            refused.add(new RefusedPlace(place, column, why));
        }
    }

    private static void count(int before) {
        if (before == MOST_READINGS) {
            throw BodyTooLarge.ofReadings(MOST_READINGS);
        }
    }

    int count() {
        return readings.count();
    }

    int refusals() {
        return refusals;
    }

    Optional<RefusedPlace> firstRefused() {
        return refused().stream().findFirst();
    }

    /// Those that are told one by one, in the order of the body.
    List<RefusedPlace> refused() {
        return refused.stream()
                .sorted(
                        Comparator.comparingInt(RefusedPlace::place)
                                .thenComparingInt(RefusedPlace::column))
                .toList();
    }

    PackedReadings pack() {
        return readings.pack();
    }
}
