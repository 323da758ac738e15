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

/// Reads what is committed in partitions up to where they end now, without leaving a trace on the
/// broker. A transaction is there a moment after its commit returned: one that is on its way is
/// waited for, which Kafka ends by its time limit at the latest.
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void read(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<String, String>> each) {
        Map<TopicPartition, Long> ends = ends(partitions);
        try (var consumer = open(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
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

    /// The ends with what is not committed yet.
    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (var consumer = open(IsolationLevel.READ_UNCOMMITTED)) {
            return consumer.endOffsets(partitions);
        } catch (KafkaException failed) {
            throw new KafkaRefused("Cannot read " + partitions, failed);
        }
    }

    private KafkaConsumer<String, String> open(IsolationLevel isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString(),
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        DeadLetters.REQUEST_MILLIS,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        DeadLetters.PATIENCE_MILLIS),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
