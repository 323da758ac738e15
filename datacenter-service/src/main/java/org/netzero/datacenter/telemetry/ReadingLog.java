package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Makes readings durable: they are in Kafka, acknowledged by every replica in sync, before
/// [#append] returns. A sender that hears of a failure sends all of it again; what was stored
/// already has no second effect.
@ApplicationScoped
class ReadingLog {

    private final Map<String, Object> kafka;
    private final int partitions;
    private @Nullable Producer<Integer, byte[]> producer;

    ReadingLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    /// Stores readings: one record per partition, split only where a record would be too large.
    ///
    /// @throws ReadingsNotStored when not all of them are known to be durable
    void append(PackedReadings readings) {
        var packers = new PackedReadings.Packer[partitions];
        var sent = new ArrayList<Future<RecordMetadata>>();
        try {
            for (int i = 0; i < readings.count(); i++) {
                int partition = readings.points()[i] % partitions;
                PackedReadings.Packer packer = packers[partition];
                if (packer == null || packer.count() == PackedReadings.MAX_READINGS) {
                    send(partition, packer, sent);
                    packer = new PackedReadings.Packer(16);
                    packers[partition] = packer;
                }
                packer.add(readings.points()[i], readings.epochNanos()[i], readings.values()[i]);
            }
            for (int partition = 0; partition < partitions; partition++) {
                send(partition, packers[partition], sent);
            }
            await(sent);
        } catch (KafkaException | ExecutionException away) {
            throw new ReadingsNotStored(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotStored(stopping);
        }
    }

    /// A record that failed at once ends the request: every further one would wait for Kafka as
    /// long.
    private void send(
            int partition,
            PackedReadings.@Nullable Packer packer,
            List<Future<RecordMetadata>> sent)
            throws ExecutionException, InterruptedException {
        if (packer != null) {
            Future<RecordMetadata> future =
                    producer()
                            .send(
                                    new ProducerRecord<>(
                                            TelemetryTopics.READING,
                                            partition,
                                            partition,
                                            packer.pack().toBytes()));
            if (future.isDone()) {
                future.get();
            }
            sent.add(future);
        }
    }

    /// The producer gives up after its delivery timeout, so no future waits longer.
    private static void await(List<Future<RecordMetadata>> sent)
            throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> future : sent) {
            future.get();
        }
    }

    private synchronized Producer<Integer, byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
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

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
