package org.netzero.emissions;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

/// The other services' side of Kafka.
final class Kafka implements AutoCloseable {

    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", LocalStack.bootstrapServers(), "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer());

    /// An event of a service with any data, as its outbox would send it.
    static String event(String service, String type, String subject, Object data) throws Exception {
        return JsonConfiguration.mapper()
                .writeValueAsString(Event.of(service, type, subject, data, Clock.systemUTC()));
    }

    void send(String topic, String key, String event)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key, event)).get();
    }

    /// Everything a topic holds when nothing more comes for a second.
    static List<ConsumerRecord<String, String>> all(String topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        LocalStack.bootstrapServers(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var records = new ArrayList<ConsumerRecord<String, String>>();
            int quiet = 0;
            while (quiet < 5) {
                var polled = consumer.poll(Duration.ofMillis(500));
                polled.forEach(records::add);
                quiet = polled.isEmpty() && !consumer.assignment().isEmpty() ? quiet + 1 : 0;
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
