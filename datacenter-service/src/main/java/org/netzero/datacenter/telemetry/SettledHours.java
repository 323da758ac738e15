package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;

/// The hours of each point that no reading changes any more, since readings within them are no
/// longer kept. A point that is read without long pauses has one range of them.
final class SettledHours {

    private final KeyValueStore<Integer, List<HourRange>> store;

    SettledHours(KeyValueStore<Integer, List<HourRange>> store) {
        this.store = store;
    }

    boolean contains(int point, int hour) {
        return of(point).stream().anyMatch(range -> range.first() <= hour && hour <= range.last());
    }

    void add(int point, HourRange settled) {
        var ranges = new ArrayList<>(of(point));
        ranges.add(settled);
        store.put(point, HourRange.merged(ranges));
    }

    private List<HourRange> of(int point) {
        return Optional.ofNullable(store.get(point)).orElse(List.of());
    }

    static Serde<List<HourRange>> serde() {
        return Serdes.serdeFrom((topic, ranges) -> toBytes(ranges), (topic, bytes) -> of(bytes));
    }

    private static byte[] toBytes(List<HourRange> ranges) {
        ByteBuffer packed = ByteBuffer.allocate(2 * Integer.BYTES * ranges.size());
        ranges.forEach(range -> packed.putInt(range.first()).putInt(range.last()));
        return packed.array();
    }

    private static List<HourRange> of(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        var ranges = new ArrayList<HourRange>();
        while (packed.hasRemaining()) {
            ranges.add(new HourRange(packed.getInt(), packed.getInt()));
        }
        return ranges;
    }
}
