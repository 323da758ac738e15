package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// Readings as they came, as long as Kafka holds them.
@ApplicationScoped
class RawReadings {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    /// Kafka shows nothing for so long: it is away.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /// Of up to 400 kB each.
    private static final int MAX_RECORDS = 20;

    private final Map<String, Object> kafka;

    RawReadings(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /// Where a partition ended at some moment.
    ///
    /// @param reading behind the last record of `telemetry.reading`
    /// @param history the same of `telemetry.history`
    record Ends(long reading, long history) {}

    /// What was read, whosever it was.
    ///
    /// @param records with readings in them
    record Read(long records, long readings) {}

    /// Is told of each reading in the order of arrival.
    @FunctionalInterface
    interface Arrived {
        void reading(int point, long epochNano, double value);
    }

    /// Where partitions end now.
    ///
    /// @throws ReadingsNotStored when Kafka does not answer
    Map<Integer, Ends> ends(Collection<Integer> partitions) {
        List<TopicPartition> all =
                Stream.of(TelemetryTopics.READING, TelemetryTopics.HISTORY)
                        .flatMap(topic ->
                                partitions.stream()
                                        .map(partition -> new TopicPartition(topic, partition)))
                        .toList();
        try (var opened = open()) {
            Map<TopicPartition, Long> found = opened.endOffsets(all, LONGEST_WAIT);
            Map<Integer, Ends> ends = new HashMap<>();
            for (int partition : partitions) {
                ends.put(
                        partition,
                        new Ends(
                                end(found, TelemetryTopics.READING, partition),
                                end(found, TelemetryTopics.HISTORY, partition)));
            }
            return ends;
        } catch (KafkaException away) {
            throw new ReadingsNotStored(away);
        }
    }

    private static long end(Map<TopicPartition, Long> found, String topic, int partition) {
        return found.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    /// Reads a partition up to where it ended. Readings of one time all lie in the one topic before
    /// some moment and in the other one after it, so what comes of both, one behind the other, is
    /// in the order of arrival for each time.
    ///
    /// @param from records that arrived before are left out
    /// @param goesOn is asked between records; when it says no, what is left is not read
    /// @throws KafkaException when Kafka is away, or let go meanwhile of what was to be read next
    Read read(int partition, Ends ends, Instant from, Arrived arrived, BooleanSupplier goesOn) {
        try (var opened = open()) {
            Read fresh =
                    read(
                            opened,
                            new TopicPartition(TelemetryTopics.READING, partition),
                            ends.reading(),
                            from,
                            arrived,
                            goesOn);
            Read history =
                    read(
                            opened,
                            new TopicPartition(TelemetryTopics.HISTORY, partition),
                            ends.history(),
                            from,
                            arrived,
                            goesOn);
            return new Read(
                    fresh.records() + history.records(), fresh.readings() + history.readings());
        }
    }

    private static Read read(
            Consumer<byte[], byte[]> opened,
            TopicPartition partition,
            long end,
            Instant from,
            Arrived arrived,
            BooleanSupplier goesOn) {
        opened.assign(List.of(partition));
        opened.seek(partition, start(opened, partition, end, from));
        long records = 0;
        long readings = 0;
        long heardAt = System.nanoTime();
        while (goesOn.getAsBoolean() && opened.position(partition, LONGEST_WAIT) < end) {
            var polled = opened.poll(POLL);
            if (!polled.isEmpty()) {
                heardAt = System.nanoTime();
            } else if (System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos()) {
                throw new ReadingsNotStored("Kafka shows nothing more of " + partition);
            }
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                if (record.offset() < end && PackedReadings.isPacked(record.value())) {
                    records++;
                    readings += pass(PackedReadings.of(record.value()), arrived);
                }
            }
        }
        return new Read(records, readings);
    }

    private static long start(
            Consumer<byte[], byte[]> opened, TopicPartition partition, long end, Instant from) {
        long begin =
                opened.beginningOffsets(List.of(partition), LONGEST_WAIT)
                        .getOrDefault(partition, 0L);
        @Nullable OffsetAndTimestamp first =
                opened.offsetsForTimes(Map.of(partition, from.toEpochMilli()), LONGEST_WAIT)
                        .get(partition);
        return first == null ? end : Math.max(begin, first.offset());
    }

    private static int pass(PackedReadings readings, Arrived arrived) {
        for (int i = 0; i < readings.count(); i++) {
            arrived.reading(readings.points()[i], readings.epochNanos()[i], readings.values()[i]);
        }
        return readings.count();
    }

    private Consumer<byte[], byte[]> open() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST_WAIT.toMillis());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
