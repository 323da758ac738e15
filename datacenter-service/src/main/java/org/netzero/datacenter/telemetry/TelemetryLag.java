package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// How far what is done with telemetry is behind what has arrived, and what of it Kafka still has.
@ApplicationScoped
public class TelemetryLag {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private static final Duration SHORT_LOOK = Duration.ofMillis(100);

    /// Everybody who looks at the status asks.
    private static final Duration HELD = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final int partitions;
    private final Clock clock;
    private final StreamsProgress streams;
    private @Nullable Answer last;

    TelemetryLag(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            Clock clock,
            StreamsProgress streams) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.clock = clock;
        this.streams = streams;
    }

    /// What waits.
    ///
    /// @param records of many readings or hours each, or points
    /// @param seconds since the first of them came; null where something waits and that is not
    ///   known
    public record Lag(long records, @Nullable Double seconds) {

        static Lag of(UntoldPoints.Waits waits, Instant now) {
            return of(waits.points(), waits.since(), now);
        }

        /// @param since when the first of them came, in milliseconds since 1970
        static Lag of(long records, OptionalLong since, Instant now) {
            if (records == 0) {
                return new Lag(0, 0.0);
            }
            return new Lag(
                    records,
                    since.isEmpty()
                            ? null
                            : Math.max(0, now.toEpochMilli() - since.getAsLong())
                                    / MILLIS_PER_SECOND);
        }
    }

    /// How far all of it is behind. What has left one of them is in the next.
    ///
    /// @param readings fresh ones that wait for Streams
    /// @param points of this instance that wait for their hours to be told, by fresh readings; null
    ///   in every state of Streams but RUNNING, so also at each rebalance
    /// @param history readings of long ago that wait for Streams
    /// @param historyPoints the same as `points`, by readings of long ago and by replays
    /// @param hours that wait to be stored
    public record Lags(
            Lag readings,
            @Nullable Lag points,
            Lag history,
            @Nullable Lag historyPoints,
            Lag hours) {}

    private record Answer(Lags lags, long nanos) {}

    /// How far all of it is behind, as it was within the last second: who asks more often asks
    /// Kafka no more.
    ///
    /// @param stored positions of the next record to be stored by partition
    /// @throws ReadingsNotStored when Kafka does not answer
    public synchronized Lags lags(Supplier<Map<Integer, Long>> stored) {
        Answer known = last;
        if (known != null && System.nanoTime() - known.nanos() < HELD.toNanos()) {
            return known.lags();
        }
        // in the order in which readings go on, so that none is looked for where it is no longer
        Map<TopicPartition, Long> done = streams.read();
        Optional<UntoldPoints.Lanes> untold = streams.untold();
        stored.get()
                .forEach((partition, next) ->
                        done.put(new TopicPartition(TelemetryTopics.POINT_HOUR, partition), next));
        Lags lags = behind(done, untold, LONGEST_LOOK);
        last = new Answer(lags, System.nanoTime());
        return lags;
    }

    /// Marks of transactions count as records too, so where no record is found behind the position
    /// nothing waits.
    ///
    /// @param done the next record of each partition; the first one where it is missing
    /// @param look how long to look for the records that wait
    Lags behind(
            Map<TopicPartition, Long> done, Optional<UntoldPoints.Lanes> untold, Duration look) {
        try (var consumer = consumer()) {
            List<TopicPartition> all =
                    Stream.of(
                                    TelemetryTopics.READING,
                                    TelemetryTopics.HISTORY,
                                    TelemetryTopics.POINT_HOUR)
                            .flatMap(topic -> partitionsOf(topic).stream())
                            .toList();
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
            Found found = first(consumer, next, ends, look);
            found.records().forEach((partition, record) -> next.put(partition, record.offset()));
            next.keySet()
                    .removeIf(partition ->
                            !found.records().containsKey(partition)
                                    && !found.notShown().contains(partition));
            return new Lags(
                    lag(TelemetryTopics.READING, next, ends, found),
                    untold.map(lanes -> Lag.of(lanes.fresh(), clock.instant())).orElse(null),
                    lag(TelemetryTopics.HISTORY, next, ends, found),
                    untold.map(lanes -> Lag.of(lanes.history(), clock.instant())).orElse(null),
                    lag(TelemetryTopics.POINT_HOUR, next, ends, found));
        } catch (KafkaException away) {
            throw new ReadingsNotStored(away);
        }
    }

    /// @param waitFrom where what waits begins, of the partitions in which something does
    private Lag lag(
            String topic,
            Map<TopicPartition, Long> waitFrom,
            Map<TopicPartition, Long> ends,
            Found found) {
        long records =
                waitFrom.entrySet().stream()
                        .filter(waiting -> waiting.getKey().topic().equals(topic))
                        .mapToLong(waiting ->
                                ends.getOrDefault(waiting.getKey(), 0L) - waiting.getValue())
                        .sum();
        // the first of all may be one that Kafka did not show
        OptionalLong since =
                found.notShown().stream().anyMatch(partition -> partition.topic().equals(topic))
                        ? OptionalLong.empty()
                        : found.records().values().stream()
                                .filter(record -> record.topic().equals(topic))
                                .mapToLong(ConsumerRecord::timestamp)
                                .min();
        return Lag.of(records, since, clock.instant());
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
            if (cut.isEmpty()) {
                return Optional.empty();
            }
            Found found =
                    first(
                            consumer,
                            cut,
                            consumer.endOffsets(cut.keySet(), LONGEST_WAIT),
                            LONGEST_LOOK);
            if (!found.notShown().isEmpty()) {
                throw new ReadingsNotStored("Kafka does not show the first readings it holds");
            }
            return Optional.of(
                    found.records().values().stream()
                            .map(record -> Instant.ofEpochMilli(record.timestamp()))
                            .max(Instant::compareTo)
                            .orElseGet(clock::instant));
        } catch (KafkaException away) {
            throw new ReadingsNotStored(away);
        }
    }

    /// What was found from each position on.
    ///
    /// @param records the first one, as far as there is one before the end
    /// @param notShown partitions of which Kafka showed nothing in time
    private record Found(
            Map<TopicPartition, ConsumerRecord<byte[], byte[]>> records,
            Set<TopicPartition> notShown) {}

    private static Found first(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, Long> ends,
            Duration look) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(positions.keySet());
        consumer.assign(open);
        positions.forEach(consumer::seek);
        long end = System.nanoTime() + look.toNanos();
        while (!open.isEmpty() && System.nanoTime() - end < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(SHORT_LOOK)) {
                found.putIfAbsent(partitionOf(record), record);
            }
            List<TopicPartition> done =
                    open.stream()
                            .filter(partition ->
                                    found.containsKey(partition)
                                            || consumer.position(partition)
                                                    >= ends.getOrDefault(partition, 0L))
                            .toList();
            consumer.pause(done);
            done.forEach(open::remove);
        }
        return new Found(found, open);
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
