package org.netzero.datacenter.telemetry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The first and the last reading that changed in each hour of a point.
final class Stretches {

    private final Map<Integer, Stretch> byHour = new HashMap<>();

    /// From the first to the last changed reading of an hour, both included.
    record Stretch(long firstNano, long lastNano) {
        private Stretch with(Stretch other) {
            return new Stretch(
                    Math.min(firstNano, other.firstNano), Math.max(lastNano, other.lastNano));
        }
    }

    void add(int hour, long epochNano) {
        byHour.merge(hour, new Stretch(epochNano, epochNano), Stretch::with);
    }

    Collection<Stretch> all() {
        return byHour.values();
    }
}
