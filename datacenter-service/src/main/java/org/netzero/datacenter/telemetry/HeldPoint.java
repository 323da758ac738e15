package org.netzero.datacenter.telemetry;

import java.util.HashMap;
import java.util.Map;

/// What is held in memory of a point: hours in use, those of them that changed since all was
/// written, and which hours with readings are its newest.
final class HeldPoint {

    static final int NONE = -1;

    private final Map<Integer, Chunk> hours = new HashMap<>(4);
    private final Map<Integer, Chunk> changed = new HashMap<>(2);
    private int last = NONE;
    private int beforeLast = NONE;

    Map<Integer, Chunk> hours() {
        return hours;
    }

    Map<Integer, Chunk> changed() {
        return changed;
    }

    /// The newest hour with readings.
    int last() {
        return last;
    }

    /// The newest hour with readings before [#last()].
    int beforeLast() {
        return beforeLast;
    }

    /// There are readings of this hour.
    void exists(int hour) {
        if (hour > last) {
            beforeLast = last;
            last = hour;
        } else if (hour < last && hour > beforeLast) {
            beforeLast = hour;
        }
    }
}
