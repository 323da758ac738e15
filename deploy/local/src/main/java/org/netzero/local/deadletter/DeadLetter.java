package org.netzero.local.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A message that a consumer gave up.
///
/// @param topic the topic it came from
/// @param origin where it lay there; empty when its headers do not say, and then it cannot be sent
///   again
/// @param at where it lies now, which names it
/// @param time when it was given up
/// @param key the business id it tells of
/// @param reason why it was given up
public record DeadLetter(
        String topic,
        Optional<Position> origin,
        Position at,
        Instant time,
        @Nullable String key,
        String reason,
        @Nullable String message) {

    /// Ends the names of the topics of dead letters.
    static final String SUFFIX = ".dead-letter";

    /// A place in a topic.
    public record Position(int partition, long offset) {
        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }

    static DeadLetter of(ConsumerRecord<String, String> letter) {
        String topic = letter.topic().substring(0, letter.topic().length() - SUFFIX.length());
        return new DeadLetter(
                topic,
                origin(letter).filter(found -> Header.TOPIC.of(letter).equals(Optional.of(topic))),
                new Position(letter.partition(), letter.offset()),
                Instant.ofEpochMilli(letter.timestamp()),
                letter.key(),
                Header.REASON.of(letter).orElse("no reason given"),
                letter.value());
    }

    private static Optional<Position> origin(ConsumerRecord<String, String> letter) {
        try {
            return Header.PARTITION
                    .of(letter)
                    .map(Integer::valueOf)
                    .flatMap(partition ->
                            Header.OFFSET
                                    .of(letter)
                                    .map(Long::valueOf)
                                    .map(offset -> new Position(partition, offset)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    TopicPartition lies() {
        return new TopicPartition(topic + SUFFIX, at.partition());
    }
}
