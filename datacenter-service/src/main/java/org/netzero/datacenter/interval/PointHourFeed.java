package org.netzero.datacenter.interval;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.telemetry.PointHours;
import org.netzero.datacenter.telemetry.Replays;
import org.netzero.datacenter.telemetry.TelemetryTopics;

/// Carries hours per point from Kafka into PostgreSQL, as many at a time as there are.
///
/// The position up to which a partition has been stored stands in PostgreSQL and moves on in the
/// transaction that stores; Kafka's own positions are not used. So whenever this process dies, the
/// next one starts exactly behind what is stored: nothing is lost and nothing is stored twice. Only
/// hours whose Kafka transaction is committed are read.
///
/// Where Kafka let go of hours before they were stored, the differences they would have moved sums
/// by are lost. So the hours of all points of the partition are asked for again before its position
/// moves past what is lost: sums are then made of them anew.
@ApplicationScoped
class PointHourFeed {

    private static final Logger LOG = Logger.getLogger(PointHourFeed.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Of up to 6,000 hours each.
    private static final int MAX_RECORDS = 20;

    /// Behind the last hours of a partition stand marks of their transaction. So often the position
    /// moves past them: a partition that was emptied meanwhile is no loss then.
    private static final Duration PASS_EVERY = Duration.ofMinutes(1);

    private final Map<String, Object> kafka;
    private final Intervals intervals;
    private final Replays replays;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private long passedNanos = System.nanoTime();
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    PointHourFeed(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Intervals intervals,
            Replays replays) {
        this.kafka = kafka;
        this.intervals = intervals;
        this.replays = replays;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("point-hour-feed").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        Consumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// A failure of the database or of Kafka is waited out with a new consumer, which starts at the
    /// stored position.
    private void run() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> opened = new KafkaConsumer<>(settings())) {
                consumer = opened;
                opened.subscribe(List.of(TelemetryTopics.POINT_HOUR), new StartAtStored(opened));
                while (!stopping) {
                    store(opened.poll(POLL));
                    passMarks(opened);
                }
            } catch (WakeupException stopped) {
                LOG.debug("Stopped", stopped);
            } catch (RuntimeException failed) {
                LOG.warnf("Hours wait to be stored: %s", failed.getMessage());
                LOG.debug("Hours wait to be stored", failed);
                pause();
            }
        }
    }

    private void store(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        var parts = new ArrayList<Intervals.Part>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> part = records.records(partition);
            List<PointHours> told =
                    part.stream().map(record -> PointHours.of(record.value())).toList();
            parts.add(
                    new Intervals.Part(
                            partition.partition(),
                            part.getFirst().offset(),
                            part.getLast().offset() + 1,
                            told.stream().flatMap(hours -> hours.hours().stream()).toList(),
                            told.stream().flatMap(hours -> hours.tooLate().stream()).toList()));
        }
        intervals.store(parts);
        parts.forEach(part -> positions.put(partition(part.partition()), part.nextOffset()));
    }

    /// Everything that was polled is stored: where the next poll begins, nothing is missing.
    private void passMarks(Consumer<byte[], byte[]> opened) {
        if (System.nanoTime() - passedNanos < PASS_EVERY.toNanos()) {
            return;
        }
        passedNanos = System.nanoTime();
        var parts = new ArrayList<Intervals.Part>();
        for (TopicPartition partition : opened.assignment()) {
            long stored = positions.getOrDefault(partition, 0L);
            long position = opened.position(partition);
            if (position > stored) {
                parts.add(
                        new Intervals.Part(
                                partition.partition(), stored, position, List.of(), List.of()));
            }
        }
        if (!parts.isEmpty()) {
            intervals.store(parts);
            parts.forEach(part -> positions.put(partition(part.partition()), part.nextOffset()));
        }
    }

    private static TopicPartition partition(int partition) {
        return new TopicPartition(TelemetryTopics.POINT_HOUR, partition);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "datacenter-point-hour");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // where to go on is decided below alone, when the partition is assigned
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
        settings.put(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        settings.put(
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        return settings;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private final class StartAtStored implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> assigned;

        StartAtStored(Consumer<byte[], byte[]> assigned) {
            this.assigned = assigned;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // everything polled is stored before the next poll: nothing is left to do
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<Integer, Long> stored = intervals.positions();
            Map<TopicPartition, Long> begins = assigned.beginningOffsets(partitions);
            positions.clear();
            for (TopicPartition partition : partitions) {
                long position = stored.getOrDefault(partition.partition(), 0L);
                long begin = begins.getOrDefault(partition, 0L);
                if (position < begin) {
                    askAgain(partition.partition(), position, begin);
                }
                positions.put(partition, position);
                assigned.seek(partition, Math.max(position, begin));
            }
        }

        private void askAgain(int partition, long position, long begin) {
            int points = replays.askAgain(partition);
            if (points == 0) {
                return;
            }
            LOG.errorf(
                    "Kafka let go of hours of partition %d before they were stored, from %d to %d."
                            + " The hours of its %d points are computed again; what history changed of older"
                            + " ones meanwhile is lost",
                    partition, position, begin, points);
        }
    }
}
