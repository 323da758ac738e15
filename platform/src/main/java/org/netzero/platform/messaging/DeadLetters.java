package org.netzero.platform.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Messages that no repetition makes readable or acceptable, kept in `<topic>.dead-letter` with the
/// reason and their origin in the headers, so that they can be looked at and sent again.
@ApplicationScoped
class DeadLetters {

    private final Producers producers;
    private @Nullable Producer<String, String> producer;

    DeadLetters(Producers producers) {
        this.producers = producers;
    }

    /// Returns once Kafka has it.
    ///
    /// @throws IllegalStateException when Kafka does not take it; the message is then still where
    ///   it was
    void add(ConsumerRecord<String, String> message, String reason) {
        var letter =
                new ProducerRecord<>(
                        message.topic() + Topics.DEAD_LETTER_SUFFIX,
                        message.key(),
                        message.value());
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-topic", message.topic());
        header(letter, "dead-letter-partition", String.valueOf(message.partition()));
        header(letter, "dead-letter-offset", String.valueOf(message.offset()));
        try {
            producer().send(letter).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "Kafka did not take a dead letter of " + message.topic(), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending a dead letter", stopping);
        }
    }

    private static void header(ProducerRecord<String, String> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = producers.open();
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
