package org.netzero.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class OutboxToInboxTest {

    private static final String TOPIC = "test.greeting";
    private static final String TYPE = "org.netzero.test.greeting-sent.v1";

    record Greeting(String text, int version) {}

    @Inject Outbox outbox;
    @Inject Inbox inbox;

    @Test
    void anEventReachesKafkaOnceItsTransactionIsThrough() {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(TOPIC, TYPE, key, new Greeting("hello", 1)));
        assertThat(received(key)).hasSize(1);
    }

    @Test
    void aTransactionThatFailsLeavesNoEvent() {
        String failing = UUID.randomUUID().toString();
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    outbox.add(TOPIC, TYPE, failing, new Greeting("never", 1));
                                    throw new IllegalStateException("no");
                                }))
                .isInstanceOf(IllegalStateException.class);
        String later = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(TOPIC, TYPE, later, new Greeting("later", 1)));
        assertThat(received(later)).hasSize(1);
        assertThat(received(failing, Duration.ofMillis(500))).isEmpty();
    }

    @Test
    void ofSeveralFactsAboutOneKeyThatWaitTogetherTheLastIsSent() {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.add(TOPIC, TYPE, key, new Greeting("first", 1));
                    outbox.add(TOPIC, TYPE, key, new Greeting("second", 2));
                });
        assertThat(received(key))
                .singleElement()
                .satisfies(message -> assertThat(message.value()).contains("second"));
    }

    @Test
    void outsideATransactionNoEventIsTaken() {
        assertThatThrownBy(() -> outbox.add(TOPIC, TYPE, "key", new Greeting("hello", 1)))
                .hasMessageContaining("ransaction");
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        var effects = new ArrayList<Greeting>();
        ConsumerRecord<String, String> message =
                message(UUID.randomUUID(), "{\"text\":\"hi\",\"version\":1}");
        inbox.accept(message, Greeting.class, effects::add);
        inbox.accept(message, Greeting.class, effects::add);
        assertThat(effects).containsExactly(new Greeting("hi", 1));
    }

    @Test
    void anEffectThatFailsIsNotForgotten() {
        ConsumerRecord<String, String> message =
                message(UUID.randomUUID(), "{\"text\":\"hi\",\"version\":1}");
        assertThatThrownBy(() ->
                        inbox.accept(
                                message,
                                Greeting.class,
                                greeting -> {
                                    throw new IllegalArgumentException("not today");
                                }))
                .isInstanceOf(PoisonMessage.class)
                .hasMessageContaining("not today");
        var effects = new ArrayList<Greeting>();
        inbox.accept(message, Greeting.class, effects::add);
        assertThat(effects).hasSize(1);
    }

    @Test
    void ofManyMessagesTheNewOnesHaveTheirEffectTogether() {
        var batches = new ArrayList<List<Greeting>>();
        ConsumerRecord<String, String> known =
                message(UUID.randomUUID(), "{\"text\":\"known\",\"version\":1}");
        inbox.accept(known, Greeting.class, greeting -> {});
        ConsumerRecord<String, String> first =
                message(UUID.randomUUID(), "{\"text\":\"first\",\"version\":1}");
        ConsumerRecord<String, String> second =
                message(UUID.randomUUID(), "{\"text\":\"second\",\"version\":1}");
        inbox.acceptAll(batch(first, known, second, first), Greeting.class, batches::add);
        assertThat(batches)
                .containsExactly(List.of(new Greeting("first", 1), new Greeting("second", 1)));
    }

    @Test
    void ofManyMessagesOnlyTheRefusedOnesGoToTheDeadLetters() {
        var greetings = new ArrayList<String>();
        String key = UUID.randomUUID().toString();
        ConsumerRecord<String, String> good =
                message(UUID.randomUUID(), "{\"text\":\"good\",\"version\":1}");
        ConsumerRecord<String, String> bad =
                new ConsumerRecord<>(
                        TOPIC,
                        0,
                        1,
                        key,
                        message(UUID.randomUUID(), "{\"text\":\"bad\",\"version\":1}").value());
        ConsumerRecord<String, String> unreadable = new ConsumerRecord<>(TOPIC, 0, 2, key, "hello");
        inbox.acceptAll(
                batch(good, bad, unreadable),
                Greeting.class,
                batch -> {
                    if (batch.stream().anyMatch(greeting -> greeting.text().equals("bad"))) {
                        throw new IllegalArgumentException("no bad ones");
                    }
                    batch.forEach(greeting -> greetings.add(greeting.text()));
                });
        assertThat(greetings).containsExactly("good");
        assertThat(received(TOPIC + ".dead-letter", key, 2, Duration.ofSeconds(20)))
                .extracting(letter ->
                        new String(
                                letter.headers().lastHeader("dead-letter-reason").value(),
                                StandardCharsets.UTF_8))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("no bad ones"),
                        reason -> assertThat(reason).contains("no event"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ConsumerRecords<String, String> batch(
            ConsumerRecord<String, String>... messages) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(TOPIC, 0), List.of(messages)), Map.of());
    }

    @Test
    void whatIsNoEventIsPoison() {
        for (String text : List.of("hello", "{}", "[]", "{\"id\":\"x\"}")) {
            assertThatThrownBy(() ->
                            inbox.accept(
                                    new ConsumerRecord<>(TOPIC, 0, 0, "key", text),
                                    Greeting.class,
                                    greeting -> {}))
                    .isInstanceOf(PoisonMessage.class)
                    .hasMessageContaining(TOPIC);
        }
    }

    private static ConsumerRecord<String, String> message(UUID id, String data) {
        String event =
                """
                {"specversion":"1.0","id":"%s","source":"/netzero/test","type":"%s","subject":"key",
                 "time":"2026-01-01T00:00:00Z","datacontenttype":"application/json","data":%s}\
                """
                        .formatted(id, TYPE, data);
        return new ConsumerRecord<>(TOPIC, 0, 0, "key", event);
    }

    private static List<ConsumerRecord<String, String>> received(String key) {
        return received(key, Duration.ofSeconds(20));
    }

    private static List<ConsumerRecord<String, String>> received(String key, Duration patience) {
        return received(TOPIC, key, 1, patience);
    }

    private static List<ConsumerRecord<String, String>> received(
            String topic, String key, int wanted, Duration patience) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        LocalStack.bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new ArrayList<ConsumerRecord<String, String>>();
            long end = System.nanoTime() + patience.toNanos();
            while (found.size() < wanted && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message -> {
                            if (message.key().equals(key)) {
                                found.add(message);
                            }
                        });
            }
            return found;
        }
    }
}
