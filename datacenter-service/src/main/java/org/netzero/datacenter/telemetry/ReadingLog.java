package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Makes readings durable: they are in Kafka, acknowledged by every replica in sync, before
/// [#append] returns. A sender that hears of a failure sends all of it again; what was stored
/// already has no second effect.
@ApplicationScoped
class ReadingLog {

    /// Two shipments that Kafka does not take one after the other take less.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /// Readings of history in one record: one that is being taken holds up fresh ones for its time.
    private static final int MAX_HISTORY = 5_000;

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final int partitions;
    private final Duration historyAfter;
    private final Clock clock;
    private final Object gate = new Object();
    private Shipment loading;
    private boolean closed;
    private @Nullable Thread sender;
    private @Nullable Producer<Integer, byte[]> producer;

    ReadingLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            @ConfigProperty(name = "netzero.telemetry.history-after") Duration historyAfter,
            Clock clock) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.historyAfter = historyAfter;
        this.clock = clock;
        this.loading = new Shipment(partitions);
    }

    /// Readings of as many requests as came while those before were sent: one record per partition,
    /// split only where a record would be too large. A record costs as much as thousands of
    /// readings in it.
    private static final class Shipment {
        private final List<List<PackedReadings.Packer>> byPartition = new ArrayList<>();
        private final List<List<PackedReadings.Packer>> history = new ArrayList<>();
        private final CompletableFuture<Void> stored = new CompletableFuture<>();
        private final PackedReadings.@Nullable Packer[] open;
        private boolean empty = true;

        Shipment(int partitions) {
            open = new PackedReadings.Packer[partitions];
            for (int partition = 0; partition < partitions; partition++) {
                byPartition.add(new ArrayList<>());
                history.add(new ArrayList<>());
            }
        }

        /// @param freshFrom readings before this time are history
        void add(PackedReadings readings, long freshFrom) {
            empty = false;
            int[] points = readings.points();
            int expected = Math.min(PackedReadings.MAX_READINGS, points.length / open.length + 16);
            for (int i = 0; i < points.length; i++) {
                int partition = points[i] % open.length;
                long epochNano = readings.epochNanos()[i];
                PackedReadings.Packer record =
                        epochNano >= freshFrom
                                ? fresh(partition, expected)
                                : packerOfHistory(partition);
                record.add(points[i], epochNano, readings.values()[i]);
            }
        }

        private PackedReadings.Packer fresh(int partition, int expected) {
            PackedReadings.Packer record = open[partition];
            if (record == null || record.count() == PackedReadings.MAX_READINGS) {
                record = new PackedReadings.Packer(expected);
                open[partition] = record;
                byPartition.get(partition).add(record);
            }
            return record;
        }

        private PackedReadings.Packer packerOfHistory(int partition) {
            List<PackedReadings.Packer> records = history.get(partition);
            if (records.isEmpty() || records.getLast().count() == MAX_HISTORY) {
                records.add(new PackedReadings.Packer(16));
            }
            return records.getLast();
        }
    }

    /// Stores readings together with those of other requests that come at the same time.
    ///
    /// @throws ReadingsNotStored when not all of them are known to be durable
    void append(PackedReadings readings) {
        if (readings.count() == 0) {
            return;
        }
        try {
            load(readings).get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new ReadingsNotStored(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotStored(stopping);
        }
    }

    /// Makes a request durable beside readings of long ago.
    ///
    /// @throws ReadingsNotStored when it is not known to be durable
    void append(int partition, Replay replay) {
        append(partition, replay.toBytes());
    }

    /// Makes readings that were read again durable beside readings of long ago.
    ///
    /// @throws ReadingsNotStored when they are not known to be durable
    void append(int partition, RereadReadings reread) {
        append(partition, reread.toBytes());
    }

    private void append(int partition, byte[] record) {
        try {
            send(TelemetryTopics.HISTORY, partition, record)
                    .get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new ReadingsNotStored(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotStored(stopping);
        }
    }

    private Future<Void> load(PackedReadings readings) {
        synchronized (gate) {
            if (closed) {
                throw new ReadingsNotStored("The service is stopping");
            }
            if (sender == null) {
                sender = Thread.ofPlatform().name("reading-log").daemon().start(this::send);
            }
            Shipment mine = loading;
            mine.add(readings, freshFrom());
            gate.notifyAll();
            return mine.stored;
        }
    }

    private long freshFrom() {
        Instant from = clock.instant().minus(historyAfter);
        return Math.addExact(
                Math.multiplyExact(from.getEpochSecond(), 1_000_000_000L), from.getNano());
    }

    private void send() {
        for (Optional<Shipment> next = next(); next.isPresent(); next = next()) {
            Shipment shipment = next.get();
            try {
                send(shipment);
                shipment.stored.complete(null);
            } catch (InterruptedException stopping) {
                shipment.stored.completeExceptionally(stopping);
                return;
            } catch (Throwable failed) {
                // whatever it is, those who wait hear of it, and the next ones are tried
                shipment.stored.completeExceptionally(failed);
            }
        }
    }

    private Optional<Shipment> next() {
        synchronized (gate) {
            while (loading.empty && !closed) {
                try {
                    gate.wait();
                } catch (InterruptedException stopping) {
                    return Optional.empty();
                }
            }
            Shipment full = loading;
            loading = new Shipment(partitions);
            return full.empty ? Optional.empty() : Optional.of(full);
        }
    }

    private void send(Shipment shipment) throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (int partition = 0; partition < partitions; partition++) {
            for (PackedReadings.Packer record : shipment.byPartition.get(partition)) {
                sent.add(send(TelemetryTopics.READING, partition, record.toBytes()));
            }
            for (PackedReadings.Packer record : shipment.history.get(partition)) {
                sent.add(send(TelemetryTopics.HISTORY, partition, record.toBytes()));
            }
        }
        // the producer gives up after its delivery timeout, so no future waits longer
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    /// A record that failed at once ends the shipment: every further one would wait for Kafka as
    /// long.
    private Future<RecordMetadata> send(String topic, int partition, byte[] record)
            throws ExecutionException, InterruptedException {
        Future<RecordMetadata> sent =
                producer().send(new ProducerRecord<>(topic, partition, partition, record));
        if (sent.isDone()) {
            sent.get();
        }
        return sent;
    }

    private synchronized Producer<Integer, byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
            producer =
                    new KafkaProducer<>(
                            settings, new IntegerSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /// What was taken is sent before.
    @PreDestroy
    void close() {
        Thread last;
        synchronized (gate) {
            closed = true;
            gate.notifyAll();
            last = sender;
        }
        try {
            if (last != null) {
                last.join(LONGEST_CLOSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        closeProducer();
    }

    private synchronized void closeProducer() {
        if (producer != null) {
            producer.close(LONGEST_CLOSE);
        }
    }
}
