package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/// The first and the last reading that changed in each hour of a point.
final class Stretches {

    private static final int STRETCH_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private final Map<Integer, Stretch> byHour = new HashMap<>(4);
    private @Nullable Stretch lately;
    private int latelyHour;
    private boolean changed;

    /// From the first to the last changed reading of an hour, both included.
    static final class Stretch {
        private long firstNano;
        private long lastNano;

        private Stretch(long firstNano, long lastNano) {
            this.firstNano = firstNano;
            this.lastNano = lastNano;
        }

        long firstNano() {
            return firstNano;
        }

        long lastNano() {
            return lastNano;
        }
    }

    /// @return whether it is the first one since all was stored
    boolean add(int hour, long epochNano) {
        Stretch known = lately;
        if (known == null || latelyHour != hour) {
            known = byHour.computeIfAbsent(hour, h -> new Stretch(epochNano, epochNano));
            lately = known;
            latelyHour = hour;
        }
        known.firstNano = Math.min(known.firstNano, epochNano);
        known.lastNano = Math.max(known.lastNano, epochNano);
        boolean first = !changed;
        changed = true;
        return first;
    }

    /// Says that all is stored.
    ///
    /// @return whether it was not
    boolean store() {
        boolean wasChanged = changed;
        changed = false;
        return wasChanged;
    }

    /// How many hours changed.
    int count() {
        return byHour.size();
    }

    Collection<Stretch> all() {
        return byHour.values();
    }

    private byte[] toBytes() {
        ByteBuffer packed = ByteBuffer.allocate(STRETCH_BYTES * byHour.size());
        byHour.forEach((hour, stretch) ->
                packed.putInt(hour).putLong(stretch.firstNano).putLong(stretch.lastNano));
        return packed.array();
    }

    private static Stretches of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        var stretches = new Stretches();
        while (packed.hasRemaining()) {
            stretches.byHour.put(packed.getInt(), new Stretch(packed.getLong(), packed.getLong()));
        }
        return stretches;
    }

    static Serde<Stretches> serde() {
        return Serdes.serdeFrom(
                (topic, stretches) -> stretches.toBytes(), (topic, bytes) -> of(bytes));
    }
}
