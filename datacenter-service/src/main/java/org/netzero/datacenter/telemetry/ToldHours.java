package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.telemetry.PointHours.PointHour;

/// What was told of each point's hours last, as long as the hour may be told again. It is what lets
/// an hour that did not change be told once only, and the sum of a role be moved by what changed of
/// a point, whatever else it is the sum of.
final class ToldHours {

    private final KeyValueStore<ChunkKey, HourAmount> store;

    ToldHours(KeyValueStore<ChunkKey, HourAmount> store) {
        this.store = store;
    }

    /// What to tell of an hour that was computed; empty when it was told already.
    Optional<PointHour> change(int point, HourAmount hour) {
        var key = ChunkKey.first(point, hour.hour());
        HourAmount before = store.get(key);
        if (hour.equals(before)) {
            return Optional.empty();
        }
        store.put(key, hour);
        return Optional.of(new PointHour(point, hour, Optional.ofNullable(before), false));
    }

    /// What to tell of an hour that is asked for again; empty when there is nothing to tell.
    Optional<PointHour> again(int point, HourAmount hour) {
        var key = ChunkKey.first(point, hour.hour());
        HourAmount before = store.get(key);
        if (before == null && hour.coveredShare() == 0 && hour.flags().isEmpty()) {
            return Optional.empty();
        }
        store.put(key, hour);
        return Optional.of(new PointHour(point, hour, Optional.ofNullable(before), true));
    }

    /// Lets go of hours that will not be told again.
    void settle(int point, HourRange hours) {
        List<ChunkKey> gone = new ArrayList<>();
        try (var told =
                store.range(
                        ChunkKey.first(point, hours.first()),
                        ChunkKey.first(point, hours.last()))) {
            told.forEachRemaining(hour -> gone.add(hour.key));
        }
        gone.forEach(store::delete);
    }
}
