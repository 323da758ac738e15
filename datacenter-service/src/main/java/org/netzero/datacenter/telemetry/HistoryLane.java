package org.netzero.datacenter.telemetry;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// Lets readings of long ago wait for fresh ones, which come to the same task.
///
/// Of the records that wait in a task Streams takes the one with the earliest time. So records of
/// `telemetry.history` pass for later than they are, by a time that is also the longest one they
/// wait where fresh readings never pause.
final class HistoryLane implements TimestampExtractor {

    static final Duration YIELDS = Duration.ofHours(1);

    @Override
    public long extract(ConsumerRecord<Object, Object> arrived, long partitionTime) {
        return arrived.topic().equals(TelemetryTopics.HISTORY)
                ? arrived.timestamp() + YIELDS.toMillis()
                : arrived.timestamp();
    }
}
