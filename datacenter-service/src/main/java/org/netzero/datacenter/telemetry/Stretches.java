package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first and the last reading that changed in each hour of a point. Mostly it is one hour, so
/// that is held without an object of its own.
final class Stretches {

    private static final int STRETCH_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private int hour;
    private long firstNano = Long.MAX_VALUE;
    private long lastNano = Long.MIN_VALUE;
    private @Nullable Map<Integer, Stretches> others;

    /// Is given what changed in an hour.
    @FunctionalInterface
    interface Stretch {
        /// From the first to the last changed reading, both included.
        void of(int hour, long firstNano, long lastNano);
    }

    void add(int changedHour, long epochNano) {
        add(changedHour, epochNano, epochNano);
    }

    private void add(int changedHour, long first, long last) {
        if (count() == 0) {
            hour = changedHour;
        }
        if (hour == changedHour) {
            firstNano = Math.min(firstNano, first);
            lastNano = Math.max(lastNano, last);
            return;
        }
        if (others == null) {
            others = new HashMap<>(4);
        }
        others.computeIfAbsent(changedHour, another -> new Stretches())
                .add(changedHour, first, last);
    }

    /// Adds what changed by another account.
    void add(Stretches more) {
        more.forEach(this::add);
    }

    /// How many hours changed.
    int count() {
        return (lastNano < firstNano ? 0 : 1) + (others == null ? 0 : others.size());
    }

    void forEach(Stretch each) {
        if (lastNano >= firstNano) {
            each.of(hour, firstNano, lastNano);
        }
        if (others != null) {
            others.values().forEach(other -> each.of(other.hour, other.firstNano, other.lastNano));
        }
    }

    /// What it takes when it is packed, with its count.
    int packedBytes() {
        return Integer.BYTES + STRETCH_BYTES * count();
    }

    void pack(ByteBuffer into) {
        into.putInt(count());
        forEach((changedHour, first, last) ->
                into.putInt(changedHour).putLong(first).putLong(last));
    }

    static Stretches unpack(ByteBuffer packed) {
        var stretches = new Stretches();
        int count = packed.getInt();
        for (int i = 0; i < count; i++) {
            stretches.add(packed.getInt(), packed.getLong(), packed.getLong());
        }
        return stretches;
    }
}
