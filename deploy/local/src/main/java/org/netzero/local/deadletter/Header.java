package org.netzero.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Headers of what lies in a topic of dead letters. The first four are written by the consumer that
/// gives a message up; the last two make a mark, which says that the letter at an offset of the
/// same partition is settled.
enum Header {
    TOPIC("dead-letter-topic"),
    PARTITION("dead-letter-partition"),
    OFFSET("dead-letter-offset"),
    REASON("dead-letter-reason"),
    SETTLED("dead-letter-settled"),
    OUTCOME("dead-letter-outcome");

    private final String title;

    Header(String title) {
        this.title = title;
    }

    Optional<String> of(ConsumerRecord<?, ?> message) {
        return Optional.ofNullable(message.headers().lastHeader(title))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    void put(ProducerRecord<?, ?> message, String value) {
        message.headers().add(title, value.getBytes(StandardCharsets.UTF_8));
    }
}
