package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How far Kafka Streams has come with readings.
@ApplicationScoped
class StreamsProgress {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final String application;
    private final KafkaStreams streams;
    private final UntoldPoints untold;

    StreamsProgress(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application,
            KafkaStreams streams,
            UntoldPoints untold) {
        this.kafka = kafka;
        this.application = application;
        this.streams = streams;
        this.untold = untold;
    }

    /// The position of the next record to be read, by partition, whichever instance reads it.
    ///
    /// @throws ReadingsNotStored when Kafka does not answer
    Map<TopicPartition, Long> read() {
        try (Admin admin = Admin.create(kafka)) {
            Map<TopicPartition, Long> read = new HashMap<>();
            admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            read.put(partition, offset.offset());
                        }
                    });
            return read;
        } catch (ExecutionException | TimeoutException away) {
            throw new ReadingsNotStored(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ReadingsNotStored(stopping);
        }
    }

    /// What this instance has read and not told. Empty while not all of its tasks have begun, so
    /// that it is not known.
    Optional<UntoldPoints.Lanes> untold() {
        return streams.state() == KafkaStreams.State.RUNNING
                ? Optional.of(untold.all())
                : Optional.empty();
    }
}
