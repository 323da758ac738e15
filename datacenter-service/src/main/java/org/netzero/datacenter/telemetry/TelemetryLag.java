package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How far what is done with telemetry is behind what has arrived, and what of it Kafka still has.
@ApplicationScoped
public class TelemetryLag {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final int partitions;
    private final String application;
    private final Clock clock;

    TelemetryLag(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application,
            Clock clock) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.application = application;
        this.clock = clock;
    }

    /// What waits in a topic.
    ///
    /// @param records of many readings or hours each
    /// @param seconds since the first of them was written
    public record Lag(long records, double seconds) {}

    /// How far Streams is behind.
    ///
    /// @param readings fresh ones
    /// @param history those of long ago
    public record OfStreams(Lag readings, Lag history) {}

    /// @throws ReadingsNotStored when Kafka does not answer
    public OfStreams ofStreams() {
        try (Admin admin = Admin.create(kafka)) {
            Map<TopicPartition, Long> done = new HashMap<>();
            admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            done.put(partition, offset.offset());
                        }
                    });
            return new OfStreams(
                    behind(TelemetryTopics.READING, done), behind(TelemetryTopics.HISTORY, done));
        } catch (ExecutionException | TimeoutException away) {
            throw new ReadingsNotStored(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotStored(stopping);
        }
    }

    /// How far whoever stores the hours of points is behind.
    ///
    /// @param positions of the next record by partition
    /// @throws ReadingsNotStored when Kafka does not answer
    public Lag ofStoring(Map<Integer, Long> positions) {
        return behind(
                TelemetryTopics.POINT_HOUR,
                positions.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        position ->
                                                new TopicPartition(
                                                        TelemetryTopics.POINT_HOUR,
                                                        position.getKey()),
                                        Map.Entry::getValue)));
    }

    /// Marks of transactions count as records too, so where no record is found behind the position
    /// nothing waits.
    private Lag behind(String topic, Map<TopicPartition, Long> done) {
        try (var consumer = consumer()) {
            List<TopicPartition> all = partitionsOf(topic);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(all, LONGEST_WAIT);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all, LONGEST_WAIT);
            Map<TopicPartition, Long> next = new HashMap<>();
            for (TopicPartition partition : all) {
                long begin = begins.getOrDefault(partition, 0L);
                long position = Math.max(begin, done.getOrDefault(partition, begin));
                if (position < ends.getOrDefault(partition, 0L)) {
                    next.put(partition, position);
                }
            }
            Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first = first(consumer, next);
            long records =
                    first.values().stream()
                            .mapToLong(record ->
                                    ends.getOrDefault(partitionOf(record), 0L) - record.offset())
                            .sum();
            long waitingSince =
                    first.values().stream()
                            .mapToLong(ConsumerRecord::timestamp)
                            .min()
                            .orElse(clock.millis());
            return new Lag(records, Math.max(0, clock.millis() - waitingSince) / 1_000.0);
        } catch (KafkaException away) {
            throw new ReadingsNotStored(away);
        }
    }

    /// Since when readings are held: the arrival of the first that still is. Empty when none was
    /// let go of so far.
    ///
    /// @throws ReadingsNotStored when Kafka does not answer
    Optional<Instant> readingsHeldSince() {
        try (var consumer = consumer()) {
            Map<TopicPartition, Long> cut = new HashMap<>();
            for (String topic : List.of(TelemetryTopics.READING, TelemetryTopics.HISTORY)) {
                consumer.beginningOffsets(partitionsOf(topic), LONGEST_WAIT)
                        .forEach((partition, begin) -> {
                            if (begin > 0) {
                                cut.put(partition, begin);
                            }
                        });
            }
            return cut.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            first(consumer, cut).values().stream()
                                    .map(record -> Instant.ofEpochMilli(record.timestamp()))
                                    .max(Instant::compareTo)
                                    .orElseGet(clock::instant));
        } catch (KafkaException away) {
            throw new ReadingsNotStored(away);
        }
    }

    /// The first record from each position on, as far as there is one.
    private static Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> positions) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
            consumer.assign(List.of(position.getKey()));
            consumer.seek(position.getKey(), position.getValue());
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST_LOOK)) {
                found.putIfAbsent(position.getKey(), record);
            }
        }
        return found;
    }

    private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST_WAIT.toMillis());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
