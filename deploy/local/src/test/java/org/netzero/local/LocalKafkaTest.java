package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String TOPIC = "energy.site";

    @TempDir Path folder;

    @Test
    void keepsItsTopicsOverAStopAndAStartOnAnotherPort() throws Exception {
        // Given
        try (LocalKafka kafka = LocalKafka.start(Given.kafka(folder))) {
            create(kafka);
            send(kafka, "kept");
        }
        // When
        try (LocalKafka kafka = LocalKafka.start(Given.kafka(folder))) {
            // Then
            assertThat(read(kafka)).containsExactly("kept");
        }
    }

    @Test
    void keepsNoProcessBehindWhenItIsClosed() {
        LocalKafka kafka = LocalKafka.start(Given.kafka(folder));
        kafka.close();
        assertThat(StartedProcess.runs(kafka.process())).isFalse();
        assertThat(Ports.answers(kafka.port())).isFalse();
    }

    @Test
    void refusesAFolderWithoutJarsAndSaysHowToGetThem() {
        LocalKafka.Settings settings =
                new LocalKafka.Settings(
                        folder.resolve("nothing"),
                        folder.resolve("kafka"),
                        folder.resolve("kafka.log"),
                        0,
                        List.of());
        assertThatThrownBy(() -> LocalKafka.start(settings))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("./mvnw");
    }

    @Test
    void saysWhatItsLogSaysWhenItDoesNotStart() {
        LocalKafka.Settings settings =
                new LocalKafka.Settings(
                        Given.kafkaHome(),
                        folder.resolve("kafka"),
                        folder.resolve("kafka.log"),
                        0,
                        List.of("-Xmx1k"));
        assertThatThrownBy(() -> LocalKafka.start(settings))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Kafka ended while starting")
                .hasMessageContaining(settings.log().toString());
    }

    private static Properties client(LocalKafka kafka) {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        "key.serializer",
                        StringSerializer.class.getName(),
                        "value.serializer",
                        StringSerializer.class.getName(),
                        "key.deserializer",
                        StringDeserializer.class.getName(),
                        "value.deserializer",
                        StringDeserializer.class.getName()));
        return properties;
    }

    private static void create(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(client(kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(client(kafka))) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(LocalKafka kafka) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(client(kafka))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
