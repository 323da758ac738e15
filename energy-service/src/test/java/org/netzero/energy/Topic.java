package org.netzero.energy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.netzero.local.test.LocalStack;

/// A Kafka topic as the tests write and read it.
record Topic(String name) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    void send(String key, String value) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", LocalStack.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(name, key, value)).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failed) {
            throw new AssertionError("Kafka did not take a message for " + name, failed);
        }
    }

    /// The value of the first message under a key that is as wanted.
    String await(String key, Predicate<String> wanted) {
        return await(message -> key.equals(message.key()) && wanted.test(message.value())).value();
    }

    ConsumerRecord<String, String> await(Predicate<ConsumerRecord<String, String>> wanted) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", LocalStack.bootstrapServers(),
                                "group.id", UUID.randomUUID().toString(),
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(name).stream()
                            .map(p -> new TopicPartition(name, p.partition()))
                            .toList();
            consumer.assign(partitions);
            Instant until = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(until)) {
                for (ConsumerRecord<String, String> message :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(message)) {
                        return message;
                    }
                }
            }
            throw new AssertionError("No such message on " + name + " within " + PATIENCE);
        }
    }
}
