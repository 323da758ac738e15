package org.netzero.local.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads partitions up to where they end now, without leaving a trace on the broker.
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void read(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<String, String>> each) {
        try (var consumer = open()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(message -> {
                            if (message.offset() < ends.getOrDefault(partition(message), 0L)) {
                                each.accept(message);
                            }
                        });
            }
        } catch (KafkaException failed) {
            throw new KafkaRefused("Cannot read " + partitions, failed);
        }
    }

    static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private KafkaConsumer<String, String> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        IsolationLevel.READ_COMMITTED.toString(),
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        DeadLetters.REQUEST_MILLIS,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        DeadLetters.PATIENCE_MILLIS),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
