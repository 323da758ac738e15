package org.netzero.datacenter.telemetry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is held in memory of a point: hours in use, those of them that changed since all was
/// written, and which hours with readings are its newest.
final class HeldPoint {

    static final int NONE = -1;

    private final Map<Integer, Chunk> hours = new HashMap<>(4);
    private final Map<Integer, Chunk> changed = new HashMap<>(2);
    private final Set<Integer> open = new HashSet<>(2);
    private int last = NONE;
    private int beforeLast = NONE;

    Map<Integer, Chunk> hours() {
        return hours;
    }

    Map<Integer, Chunk> changed() {
        return changed;
    }

    /// The hours to which readings were added since the point is held, so that they are not
    /// settled.
    Set<Integer> open() {
        return open;
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
